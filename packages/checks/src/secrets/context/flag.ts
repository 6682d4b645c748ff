/** Words that hand a credential over without an operator: flags of a command line, and SQL that sets a password. */

import { latin1 } from '../window.ts';

/** What the kernel is told to look for. */
export const FLAGS: readonly string[] = [
  ...['--password', '--passwd', '--pass', '--token', '--secret', '--api-key', '--apikey', '--access-token', '--auth-token'],
  ...['-Password', '-repotoken', 'IDENTIFIED', 'identified'],
];

const known: ReadonlySet<string> = new Set(FLAGS);
const LONGEST: number = Math.max(...FLAGS.map(({ length }) => length));
/** SQL between the word and the password. */
const IDENTIFIED = /^ {1,4}(?:with \w{1,40} )?by (?:values |password )?(?=\S)/i;
const BETWEEN = 64;
const DASH = 0x2d;
const SPACE = 0x20;

/** A word and where its value begins. */
export interface Flag {
  readonly name: string;
  readonly from: number;
}

/** The flag that stands at a place, if a value follows it. */
export function flagAt(bytes: Uint8Array, start: number, end: number): Flag | undefined {
  const first = bytes[start];
  if (bytes[end] !== SPACE || end - start > LONGEST || (first !== DASH && first !== 0x49 && first !== 0x69)) return undefined;
  const word = latin1(bytes, start, end);
  if (!known.has(word)) return undefined;
  if (first === DASH) return bytes[end + 1] === DASH ? undefined : { name: word, from: end };
  const between = IDENTIFIED.exec(latin1(bytes, end, end + BETWEEN));
  return between === null ? undefined : { name: 'password', from: end + between[0].length };
}
