/** The shape of values that have none of their own. */

/** They are never looked for by it: the context sweep finds them. */
export const ANY_VALUE: RegExp = /[\x21-\x7e]{4,512}/y;
