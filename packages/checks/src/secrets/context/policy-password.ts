/** Passwords that people make: words and all, but with the mix of signs that password policies ask for. */

import type { Operand } from './operand.ts';

const NAME = /(?:pass(?:w(?:or)?d|phrase)?|pwd?)\d*$/i;
/** One piece with lower case, digits, and upper case or a sign of those that people choose. */
const MIXED = /^(?=[^a-z]*[a-z])(?=\D*\d)(?=[^A-Z!@#$%&*+?^]*[A-Z!@#$%&*+?^])[A-Za-z0-9!@#$%&*+?^._-]{8,40}$/;
/** What has such a mix and is none: a name with a number, a file, a version, an example. */
const OTHER =
  /^[A-Za-z]+\d{0,2}$|^[A-Z]?[a-z]+(?:[A-Z][a-z]+)+\d{0,4}$|^[A-Z0-9_]+$|^[\w-]+\.[a-z]{1,4}$|\.[a-z]{2,}\.|^\$|^%|^@|@[\w-]+\.|[a-z]_[a-z]|pass(?:w|$|[^a-z])|test|example|dummy|change|secret|your|sample|admin123|1234|abc|foo|placeholder/i;

/** Tells whether a value is such a password beside a name that says so. */
export function isPolicyPassword({ name, value, quoted, tie }: Operand, code: boolean): boolean {
  return NAME.test(name) && MIXED.test(value) && !OTHER.test(value) && (quoted || (!code && tie !== '=='));
}
