/** Tells of an assignment whether a credential may be assigned: the value is more than words, the name speaks of one. */

import { small } from './bits.ts';
import { quoted, valueEnd, valueStart } from './operand.ts';
import { isPlain, speaks } from './wording.ts';

/** The longest scheme, `negotiate`. */
const LONGEST_SCHEME: usize = 9;
/** The first eight letters of it. */
const NEGOTIAT: u64 = ((<u64>0x74616974) << 32) | 0x6f67656e;
const SPACE: u8 = 0x20;
const TAB: u8 = 0x09;
const PLUS: u8 = 0x2b;

/** What lies in a value that was turned down is turned down with it, up to here. */
export let covered: usize = 0;

/** Begins with other bytes. */
export function uncover(): void {
  covered = 0;
}

/**
 * Whether the value that was found last may be a credential. What is turned down would be by whoever looks closer; what holds a second operator, and what a scheme of HTTP introduces, is left to them.
 *
 * @param operator - where the operator begins
 * @param first - the first byte that counts
 */
export function isCandidate(operator: usize, first: usize): bool {
  const scheme = isScheme(valueStart);
  if (scheme && !quoted && load<u8>(valueEnd) === SPACE && valueEnd - valueStart <= LONGEST_SCHEME) return true;
  const prose = !scheme && isProse(valueStart, valueEnd);
  const nested = holdsOperator(valueStart, valueEnd);
  if (!prose && !isPlain(valueStart, valueEnd)) return nested || speaks(operator, first);
  if (!quoted) covered = valueEnd;
  return quoted && nested && !prose;
}

/** Whether a blank or a byte beyond ASCII is in a value: a sentence, not a credential. */
function isProse(start: usize, stop: usize): bool {
  for (let at = start; at < stop; at++) {
    const byte = load<u8>(at);
    if (byte === SPACE || byte === TAB || byte > 0x7f) return true;
  }
  return false;
}

function holdsOperator(start: usize, stop: usize): bool {
  for (let at = start; at < stop; at++) if (load<u8>(at) === 0x3d || load<u8>(at) === 0x3a) return true;
  return false;
}

/** Whether the name of a scheme stands at a place, with a blank or a plus behind it. */
function isScheme(at: usize): bool {
  const word = small(load<u64>(at));
  const length = lengthOfScheme(word);
  const behind = load<u8>(at + length);
  return length !== 0 && (behind === SPACE || behind === PLUS);
}

/** By its first letters, in small ones: `bearer`, `basic`, `token`, `ntlm`, `negotiate`, `digest`, `apikey`, `oauth`. */
function lengthOfScheme(word: u64): usize {
  const six = word & 0xffffffffffff;
  if (six === 0x726572616562 || six === 0x747365676964 || six === 0x79656b697061) return 6;
  const five = word & 0xffffffffff;
  if (five === 0x6369736162 || five === 0x6e656b6f74 || five === 0x687475616f) return 5;
  if ((word & 0xffffffff) === 0x6d6c746e) return 4;
  return word === NEGOTIAT ? 9 : 0;
}
