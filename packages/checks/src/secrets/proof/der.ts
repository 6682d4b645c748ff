/** ASN.1 in its distinguished encoding, as far as private keys need it. */

import { bytesOf } from './big-number.ts';
import { joined } from './latin1.ts';

export const INTEGER = 0x02;
export const OCTETS = 0x04;
export const OBJECT_ID = 0x06;
export const SEQUENCE = 0x30;

/** One element: its tag and what stands in it. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
}

/**
 * Reads the elements that stand one behind the other in bytes.
 *
 * @returns Nothing where a length is indefinite, needs more than three bytes, or goes beyond the end.
 * @see ITU-T X.690, section 8.1
 */
export function readDer(bytes: Uint8Array): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at] as number;
    const first = bytes[at + 1];
    if (first === undefined) return undefined;
    const size = first < 0x80 ? 0 : first & 0x7f;
    if (first >= 0x80 && (size < 1 || size > 3)) return undefined;
    let length = first < 0x80 ? first : 0;
    for (let place = 0; place < size; place++) length = (length << 8) | (bytes[at + 2 + place] ?? 0);
    const start = at + 2 + size;
    if (start + length > bytes.length) return undefined;
    elements.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return elements;
}

/** Reads the elements of the one sequence that the bytes are. */
export function readSequence(bytes: Uint8Array): readonly DerElement[] | undefined {
  const elements = readDer(bytes);
  const only = elements?.[0];
  return elements?.length === 1 && only?.tag === SEQUENCE ? readDer(only.content) : undefined;
}

/** Writes an element. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = joined(...contents);
  const length = bytesOf(BigInt(content.length));
  const head = content.length < 0x80 ? [content.length] : [0x80 | unpadded(length).length, ...unpadded(length)];
  return joined(Uint8Array.of(tag, ...head), content);
}

/** Writes a whole number that is not negative. */
export function derInteger(value: bigint): Uint8Array {
  return der(INTEGER, bytesOf(value));
}

function unpadded(length: Uint8Array): Uint8Array {
  return length[0] === 0 ? length.subarray(1) : length;
}
