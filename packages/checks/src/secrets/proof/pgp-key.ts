/** Private keys of OpenPGP. */

import { decodeBase64, encodeBase64 } from './base64.ts';
import { bytesOf } from './big-number.ts';
import { crc24 } from './crc24.ts';
import { joined } from './latin1.ts';
import { armorBody } from './pem.ts';

/** What was read of an armored key. */
export interface PgpReading {
  /** Whether a packet with a secret key comes first. */
  readonly secret: boolean;
  /** Whether the checksum at the end holds; nothing where there is none, as newer writers do. */
  readonly sum?: boolean;
  /** Whether the secret stands under a passphrase, where that could be read. */
  readonly locked?: boolean;
}

const SECRET_KEY_PACKET = 5;
/** How many numbers the public half has, by algorithm. */
const NUMBERS: Readonly<Record<number, number>> = { 1: 2, 2: 2, 3: 2, 16: 3, 17: 4 };
const ELLIPTIC: readonly number[] = [18, 19, 22];
const ECDH = 18;
/** Bytes that the length of an old packet takes. */
const OLD_LENGTHS: readonly number[] = [1, 2, 4, 0];

/**
 * Reads a private key block.
 *
 * @returns Nothing where the body is not base 64.
 * @see RFC 4880, sections 4.2, 5.5 and 6.2
 */
export function readPgpKey(value: string): PgpReading | undefined {
  const [, data = '', sum] = /^([A-Za-z0-9+/]{0,200000}={0,2}?)(?:=([A-Za-z0-9+/]{4}))?$/.exec(armorBody(value)) ?? [];
  const bytes = decodeBase64(data);
  if (!bytes || bytes.length < 20) return undefined;
  const packet = firstPacket(bytes);
  const locked = packet && isLocked(packet.body);
  return {
    secret: packet?.tag === SECRET_KEY_PACKET,
    ...(sum === undefined ? {} : { sum: encodedSum(bytes) === sum }),
    ...(locked === undefined ? {} : { locked }),
  };
}

/** Writes the armor of an RSA key that is no key, but has the structure and checksum of one; under a passphrase or not. */
export function writePgpBody(modulus: bigint, locked: boolean, rest: Uint8Array): string {
  const numbers = [modulus, 65537n].map((number) => {
    const bytes = bytesOf(number);
    const bits = number.toString(2).length;
    return joined(Uint8Array.of(bits >>> 8, bits & 0xff), bytes[0] === 0 ? bytes.subarray(1) : bytes);
  });
  const body = joined(Uint8Array.of(4, 0x5f, 0, 0, 0, 1), ...numbers, Uint8Array.of(locked ? 254 : 0), rest);
  const packet = joined(Uint8Array.of(0x95, body.length >>> 8, body.length & 0xff), body);
  return `${encodeBase64(packet)}\n=${encodedSum(packet)}`;
}

function encodedSum(bytes: Uint8Array): string {
  const sum = crc24(bytes);
  return encodeBase64(Uint8Array.of(sum >>> 16, (sum >>> 8) & 0xff, sum & 0xff));
}

function firstPacket(bytes: Uint8Array): { tag: number; body: Uint8Array } | undefined {
  const [head = 0, first = 0] = bytes;
  if (head < 0x80) return undefined;
  if (head & 0x40) return { tag: head & 0x3f, body: bytes.subarray(first < 192 ? 2 : first === 255 ? 6 : 3) };
  return { tag: (head >>> 2) & 15, body: bytes.subarray(1 + (OLD_LENGTHS[head & 3] ?? 0)) };
}

/** Version 4 only: after the public half stands one byte, zero where the secret is open. */
function isLocked(body: Uint8Array): boolean | undefined {
  if (body[0] !== 4) return undefined;
  const algorithm = body[5] as number;
  let at = 6;
  if (ELLIPTIC.includes(algorithm)) at += 1 + (body[at] ?? 0);
  const numbers = ELLIPTIC.includes(algorithm) ? 1 : NUMBERS[algorithm];
  if (numbers === undefined) return undefined;
  for (let number = 0; number < numbers; number++) {
    const bits = ((body[at] ?? 0) << 8) | (body[at + 1] ?? 0);
    at += 2 + Math.ceil(bits / 8);
  }
  if (algorithm === ECDH) at += 1 + (body[at] ?? 0);
  const usage = body[at];
  return usage === undefined ? undefined : usage !== 0;
}
