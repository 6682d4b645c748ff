/** Finds every place in bytes that is worth a second look, in one pass. */

export * from './kernel.ts';
export * from './open.ts';
