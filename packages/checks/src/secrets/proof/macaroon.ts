/** Macaroons in their second binary format. */

import { joined, toBytes, toText } from './latin1.ts';

/** What a macaroon says of itself. */
export interface Macaroon {
  readonly location: string;
  readonly caveats: number;
}

const VERSION = 2;
const END = 0;
const LOCATION = 1;
const IDENTIFIER = 2;
const SIGNATURE = 6;
const SIGNATURE_LENGTH = 32;

/**
 * Reads a macaroon: version, location and identifier, caveats, a signature of 32 bytes, and nothing behind it.
 *
 * The signature is not verified: that takes the key of the issuer.
 *
 * @see https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt
 */
export function readMacaroon(bytes: Uint8Array): Macaroon | undefined {
  if (bytes[0] !== VERSION) return undefined;
  let at = 1;
  let location = '';
  let identified = false;
  let sections = 0;
  while (at < bytes.length) {
    const type = bytes[at++] as number;
    if (type === END) {
      // The caveats end with an empty section.
      if (bytes[at - 2] === END && sections > 0 && bytes[at] === SIGNATURE) {
        const ends = bytes[at + 1] === SIGNATURE_LENGTH && at + 2 + SIGNATURE_LENGTH === bytes.length;
        return ends && identified ? { location, caveats: sections - 1 } : undefined;
      }
      sections++;
      continue;
    }
    const length = varint(bytes, at);
    if (length === undefined || type > SIGNATURE) return undefined;
    at = length.end;
    const field = bytes.subarray(at, at + length.value);
    if (type === LOCATION && sections === 0) location = toText(field);
    if (type === IDENTIFIER && sections === 0) identified = true;
    at += length.value;
  }
  return undefined;
}

/** Writes a macaroon over a signature that is given. */
export function writeMacaroon(
  location: string,
  identifier: string,
  caveats: readonly string[],
  signature: Uint8Array,
): Uint8Array {
  const end = Uint8Array.of(END);
  return joined(
    Uint8Array.of(VERSION),
    field(LOCATION, toBytes(location)),
    field(IDENTIFIER, toBytes(identifier)),
    end,
    ...caveats.flatMap((caveat) => [field(IDENTIFIER, toBytes(caveat)), end]),
    end,
    field(SIGNATURE, signature),
  );
}

function field(type: number, data: Uint8Array): Uint8Array {
  const length = data.length < 128 ? [data.length] : [(data.length & 127) | 128, data.length >>> 7];
  return joined(Uint8Array.of(type, ...length), data);
}

/** Two bytes are enough for fields of up to 16 kB. */
function varint(bytes: Uint8Array, at: number): { value: number; end: number } | undefined {
  const first = bytes[at];
  const second = bytes[at + 1];
  if (first === undefined) return undefined;
  if (first < 128) return { value: first, end: at + 1 };
  return second !== undefined && second < 128 ? { value: (first & 127) | (second << 7), end: at + 2 } : undefined;
}
