/** SHA-256 that answers at once: the one of the Web answers later, and a check may not wait. */

import { type Aside, aside } from './aside.ts';

const BLOCK = 64;
/** Behind the message: a one, and its length in eight bytes. */
const LEAST_PADDING = 9;

/** Fractional bits of the roots of the first primes: square roots of 8, with which every message begins. */
let start: Uint32Array | undefined;

/**
 * Computes the digest of a message.
 *
 * @returns 32 bytes
 * @see FIPS 180-4, section 6.2
 * @example sha256(new TextEncoder().encode('abc'))
 */
export function sha256(message: Uint8Array): Uint8Array {
  const machine = aside();
  const { input, state, digest } = machine;
  begin(machine);
  // Whole blocks, and room for the padding behind the last of them.
  const most = input.length - 2 * BLOCK;
  let at = 0;
  for (; message.length - at >= most; at += most) {
    input.set(message.subarray(at, at + most));
    digest(most);
  }
  const rest = message.subarray(at);
  input.set(rest);
  digest(pad(input, rest.length, message.length));
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  state.forEach((word, index) => {
    view.setUint32(index * 4, word);
  });
  return bytes;
}

function begin({ rounds, state }: Aside): void {
  if (start === undefined) {
    const found = primes(64);
    rounds.set(found.map((prime) => fraction(Math.cbrt(prime))));
    start = Uint32Array.from(found.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  }
  state.set(start);
}

/** Ends a message of `length` bytes whose last `rest` stand in the input; answers where the last block ends. */
function pad(input: Uint8Array, rest: number, length: number): number {
  const end = (rest + LEAST_PADDING + BLOCK - 1) & ~(BLOCK - 1);
  input.fill(0, rest, end);
  input[rest] = 0x80;
  const view = new DataView(input.buffer, input.byteOffset);
  view.setUint32(end - 8, Math.floor(length / 2 ** 29));
  view.setUint32(end - 4, length << 3);
  return end;
}

function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}
