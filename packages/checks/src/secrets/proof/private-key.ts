/** Private keys in DER: which kind they are, and whether their numbers belong together. */

import { bigOf, powerOf } from './big-number.ts';
import { type DerElement, INTEGER, OBJECT_ID, OCTETS, readDer, readSequence, SEQUENCE } from './der.ts';
import { toText } from './latin1.ts';

/** What was read of a key. */
export interface KeyReading {
  /** For instance `RSA key of 2048 bits`. */
  readonly kind: string;
  /** Whether its numbers belong together, as far as that can be told. */
  readonly holds: boolean;
}

/** Beyond these nobody makes keys, and arithmetic would grow faster than the input. */
const MAX_RSA_BYTES = 2049;
const MAX_DSA_BYTES = 513;
const MAX_EXPONENT_BYTES = 65;

const RSA = '\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01';
const ELLIPTIC = '\x2a\x86\x48\xce\x3d\x02\x01';
const DSA = '\x2a\x86\x48\xce\x38\x04\x01';
/** RFC 8410: these keys are bytes without structure, whose number is fixed. */
const BARE: Readonly<Record<string, readonly [name: string, length: number]>> = {
  '\x2b\x65\x6e': ['X25519', 32],
  '\x2b\x65\x6f': ['X448', 56],
  '\x2b\x65\x70': ['Ed25519', 32],
  '\x2b\x65\x71': ['Ed448', 57],
};

/**
 * Reads a private key in PKCS#1, PKCS#8, SEC 1 or the format of DSA.
 *
 * Of RSA it is checked that the primes make the modulus, of DSA that the secret makes the public number. Of elliptic curves the structure is all that is checked.
 *
 * @returns Nothing where the bytes are none of them.
 * @see RFC 8017, appendix A.1.2 · RFC 5958 · RFC 5915
 */
export function readPrivateKey(bytes: Uint8Array): KeyReading | undefined {
  const parts = readSequence(bytes);
  if (!parts) return undefined;
  if (tagsOf(parts, INTEGER, SEQUENCE, OCTETS)) return readPkcs8(parts);
  if (tagsOf(parts, INTEGER, OCTETS)) return readElliptic(parts);
  const numbers = parts.every((part) => part.tag === INTEGER) ? parts.map((part) => part.content) : [];
  if (numbers.length === 9) return readRsa(numbers);
  return numbers.length === 6 ? readDsa(numbers) : undefined;
}

/** Tells whether bytes are a private key under a passphrase: PKCS#8 with an algorithm of encryption. */
export function isEncryptedKey(bytes: Uint8Array): boolean {
  const parts = readSequence(bytes);
  return parts?.length === 2 && tagsOf(parts, SEQUENCE, OCTETS);
}

/** Judges RSA by its numbers: modulus, then both primes. */
export function judgeRsa(modulus: Uint8Array, p: Uint8Array, q: Uint8Array): KeyReading {
  const sizes = modulus.length <= MAX_RSA_BYTES && p.length <= MAX_RSA_BYTES && q.length <= MAX_RSA_BYTES;
  const n = sizes ? bigOf(modulus) : 0n;
  return { kind: `RSA key of ${n.toString(2).length} bits`, holds: n > 0n && bigOf(p) * bigOf(q) === n };
}

function readPkcs8([, algorithm, octets]: readonly DerElement[]): KeyReading | undefined {
  const oid = algorithm && readDer(algorithm.content)?.[0];
  if (oid?.tag !== OBJECT_ID || !octets) return undefined;
  const name = toText(oid.content);
  if (name === RSA || name === ELLIPTIC) return readPrivateKey(octets.content);
  if (name === DSA) return { kind: 'DSA key', holds: octets.content[0] === INTEGER };
  const bare = BARE[name];
  if (!bare) return { kind: 'private key of another algorithm', holds: octets.content.length > 2 };
  const [tag, length] = octets.content;
  return { kind: `${bare[0]} key`, holds: tag === OCTETS && length === bare[1] && octets.content.length === bare[1] + 2 };
}

function readElliptic([version, secret]: readonly DerElement[]): KeyReading | undefined {
  if (version?.content[0] !== 1 || !secret) return undefined;
  const { length } = secret.content;
  return { kind: `elliptic curve key of ${length * 8} bits`, holds: length >= 16 && length <= 72 && bigOf(secret.content) > 0n };
}

function readRsa(numbers: readonly Uint8Array[]): KeyReading {
  const [, modulus, , , p, q] = numbers as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  return judgeRsa(modulus, p, q);
}

function readDsa(numbers: readonly Uint8Array[]): KeyReading {
  const [, p, , g, y, x] = numbers as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const sizes = p.length <= MAX_DSA_BYTES && g.length <= MAX_DSA_BYTES && x.length <= MAX_EXPONENT_BYTES;
  const modulus = sizes ? bigOf(p) : 0n;
  const holds = modulus > 0n && powerOf(bigOf(g), bigOf(x), modulus) === bigOf(y);
  return { kind: `DSA key of ${modulus.toString(2).length} bits`, holds };
}

function tagsOf(parts: readonly DerElement[], ...tags: readonly number[]): boolean {
  return tags.every((tag, at) => parts[at]?.tag === tag);
}
