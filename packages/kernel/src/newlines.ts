/** Counts the lines of bytes. */

import { aside } from './aside.ts';

/**
 * Counts line feeds.
 *
 * @param from - offset of the first byte that counts
 * @param to - the one behind the last
 * @example newlines(bytes, 0, bytes.length)
 */
export function newlines(bytes: Uint8Array, from: number, to: number): number {
  const { input, newlines: count } = aside();
  let lines = 0;
  for (let at = from; at < to; at += input.length) {
    const piece = bytes.subarray(at, Math.min(at + input.length, to));
    input.set(piece);
    lines += count(piece.length);
  }
  return lines;
}
