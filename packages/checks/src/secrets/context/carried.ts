/** Takes the scheme of HTTP off a value: `Bearer …` carries a token. */

import { latin1 } from '../window.ts';
import { lineEnd } from './left-side.ts';
import type { RightSide } from './right-side.ts';

const SCHEME = /^(bearer|basic|token|ntlm|negotiate|digest|apikey|oauth)[ +]+(?=[\w~+/$.=-]{4})/i;
const BARE = /^[^\s"'`,;)\]}<>&|\\]*/;
/** The longest scheme, `negotiate`. */
const LONGEST_SCHEME = 9;
const LONGEST = 512;

/** A value without what introduces it. */
export interface Carried {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** Lower case; `''` without one. */
  readonly scheme: string;
}

/** The value that a right side holds; of a bare scheme, what follows it. */
export function carriedBy(bytes: Uint8Array, { start, end, quoted }: RightSide): Carried {
  const alone = !quoted && end - start <= LONGEST_SCHEME && bytes[end] === 0x20;
  const value = latin1(bytes, start, alone ? lineEnd(bytes, start, LONGEST) : end);
  const scheme = SCHEME.exec(value);
  if (scheme === null) return { start, end, value: alone ? value.slice(0, end - start) : value, scheme: '' };
  const length = scheme[0].length;
  const carried = alone ? (BARE.exec(value.slice(length))?.[0] ?? '') : value.slice(length);
  return { start: start + length, end: start + length + carried.length, value: carried, scheme: scheme[1]?.toLowerCase() ?? '' };
}
