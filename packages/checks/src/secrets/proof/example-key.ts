/** Keys for examples: right in form and arithmetic, and of no use, since their factors are not prime. */

import type { ExampleMaker } from '../rule.ts';
import { bigOf } from './big-number.ts';
import { der, derInteger, SEQUENCE } from './der.ts';

/** An RSA key of 512 bits in PKCS#1. */
export function exampleRsaKey(make: ExampleMaker): Uint8Array {
  const { modulus, p, q, secret } = exampleRsaNumbers(make);
  const numbers = [0n, modulus, 65537n, secret, p, q, secret % p, secret % q, 3n];
  return der(SEQUENCE, ...numbers.map(derInteger));
}

/** Its numbers. */
export function exampleRsaNumbers(make: ExampleMaker): { modulus: bigint; p: bigint; q: bigint; secret: bigint } {
  const odd = (): bigint => bigOf(Uint8Array.of(0xc1, ...make.bytes(30), 0x0f));
  const [p, q] = [odd(), odd()];
  return { modulus: p * q, p, q, secret: bigOf(make.bytes(62)) };
}
