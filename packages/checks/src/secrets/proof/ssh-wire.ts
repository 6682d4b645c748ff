/** The encoding of SSH: numbers of four bytes, and strings with their length in front. */

import { joined, toBytes } from './latin1.ts';

/** A reader that goes forward; what is beyond the end is nothing. */
export interface SshReader {
  number(): number | undefined;
  string(): Uint8Array | undefined;
  /** That many strings, or nothing. */
  strings(count: number): readonly Uint8Array[] | undefined;
}

/** @see RFC 4251, section 5 */
export function readSsh(bytes: Uint8Array): SshReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const number = (): number | undefined => {
    if (at + 4 > bytes.length) return undefined;
    at += 4;
    return view.getUint32(at - 4);
  };
  const string = (): Uint8Array | undefined => {
    const length = number();
    if (length === undefined || at + length > bytes.length) return undefined;
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    number,
    string,
    strings(count) {
      const read = Array.from({ length: count }, string);
      return read.every((part) => part !== undefined) ? (read as Uint8Array[]) : undefined;
    },
  };
}

/** Writes a number. */
export function sshNumber(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** Writes strings, each with its length. */
export function sshStrings(...strings: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = strings.map((string) => (typeof string === 'string' ? toBytes(string) : string));
  return joined(...parts.flatMap((part) => [sshNumber(part.length), part]));
}
