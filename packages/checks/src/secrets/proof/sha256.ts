/** SHA-256 that answers at once: the one of the Web answers later, and a check may not wait. */

/** Fractional bits of the roots of the first primes: cube roots of 64 for the rounds, square roots of 8 for the start. */
interface Constants {
  readonly round: Int32Array;
  readonly start: Int32Array;
}

let constants: Constants | undefined;
/** The schedule of the block at hand. */
const schedule = new Int32Array(64);

/**
 * Computes the digest of bytes.
 *
 * @returns 32 bytes.
 * @see FIPS 180-4, section 6.2
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  constants ??= newConstants();
  const { round, start } = constants;
  const state = start.slice();
  const padded = pad(bytes);
  const blocks = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += 64) compress(state, blocks, at, round);
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  for (let word = 0; word < 8; word++) view.setInt32(word * 4, state[word] as number);
  return digest;
}

function newConstants(): Constants {
  const found = primes(64);
  return {
    round: Int32Array.from(found, (prime) => fraction(Math.cbrt(prime))),
    start: Int32Array.from(found.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  };
}

function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array((bytes.length + 72) & ~63);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return padded;
}

/** One block; every number stays one of 32 bits, so that none is made anew on the heap. */
function compress(state: Int32Array, blocks: DataView, from: number, round: Int32Array): void {
  const words = schedule;
  for (let at = 0; at < 16; at++) words[at] = blocks.getInt32(from + at * 4);
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15] as number;
    const late = words[at - 2] as number;
    const small0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const small1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[at] = ((words[at - 16] as number) + small0 + (words[at - 7] as number) + small1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at++) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (round[at] as number) + (words[at] as number)) | 0;
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
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
