/** Counts lines and columns of text. */

import { aside } from './aside.ts';

/**
 * Counts line feeds.
 *
 * @param from - offset of the first byte that counts
 * @param to - the one behind the last
 * @example newlines(bytes, 0, bytes.length)
 */
export function newlines(bytes: Uint8Array, from: number, to: number): number {
  return summed(bytes, from, to, aside().newlines);
}

/**
 * Counts the units of UTF-16 that text in UTF-8 makes.
 *
 * @param from - offset of the first byte that counts
 * @param to - the one behind the last
 * @see https://www.rfc-editor.org/rfc/rfc3629#section-3
 * @example units(new TextEncoder().encode('é'), 0, 2) // 1
 */
export function units(bytes: Uint8Array, from: number, to: number): number {
  return summed(bytes, from, to, aside().units);
}

function summed(bytes: Uint8Array, from: number, to: number, count: (length: number) => number): number {
  const { input } = aside();
  let sum = 0;
  for (let at = from; at < to; at += input.length) {
    const piece = bytes.subarray(at, Math.min(at + input.length, to));
    input.set(piece);
    sum += count(piece.length);
  }
  return sum;
}
