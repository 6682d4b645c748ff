/** Looks through bytes for places where a prefix of an index may begin. */

import type { PrefixIndex } from './prefix-index.ts';
import { ALNUM, CLASS, isClass } from './token-byte.ts';

/** The longest escape, `u0022`, without its backslash. */
const ESCAPE = 6;
const BACKSLASH = 0x5c;
const PERCENT = 0x25;

/**
 * Finds the next place where the first bytes of a prefix stand and a value may begin.
 *
 * @param at - the first offset to look at
 * @param until - the first offset not to look at; at least one more byte follows
 * @returns its offset; -1 when there is none
 */
export function nextHead(bytes: Uint8Array, at: number, until: number, { heads, thirds }: PrefixIndex): number {
  let inside = at === 0 ? 0 : (CLASS[bytes[at - 1] as number] as number) & ALNUM;
  // Behind an escape a value may begin although a letter or digit stands before it.
  let free = freeUntil(bytes, at);
  let first = bytes[at] as number;
  for (let place = at; place < until; place++) {
    const kind = (CLASS[first] as number) & ALNUM;
    const second = bytes[place + 1] as number;
    if ((inside & kind) === 0 || place < free) {
      const bucket = heads[(first << 8) | second] as number;
      if (bucket !== 0 && thirds[(bucket << 8) | (bytes[place + 2] as number)] !== 0) return place;
      if (first === BACKSLASH || first === PERCENT) free = place + 1 + ESCAPE;
    }
    inside = kind;
    first = second;
  }
  return -1;
}

/** The end of the bytes that an escape before this offset may take up; the offset itself when there is none. */
function freeUntil(bytes: Uint8Array, at: number): number {
  for (let back = 1; back <= ESCAPE; back++) {
    const byte = bytes[at - back];
    if (byte === BACKSLASH || byte === PERCENT) return at - back + 1 + ESCAPE;
    if (!isClass(byte, ALNUM)) break;
  }
  return at;
}

/** Tells whether the rest of a prefix stands at an offset where {@link nextHead} found its first two bytes. */
export function standsAt(bytes: Uint8Array, at: number, prefix: string): boolean {
  for (let index = 2; index < prefix.length; index++) if (bytes[at + index] !== prefix.charCodeAt(index)) return false;
  return true;
}
