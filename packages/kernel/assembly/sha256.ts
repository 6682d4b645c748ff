/** The compression of SHA-256 (FIPS 180-4, section 6.2.2); the constants and the first state are written from outside. */

import { ROUNDS, SCHEDULE, STATE } from './layout.ts';

/** Takes the blocks of 64 bytes from one address to another into STATE. */
export function digest(from: usize, to: usize): void {
  for (let at = from; at < to; at += 64) {
    expand(at);
    compress();
  }
}

/** Writes the 64 words of a block to SCHEDULE. */
function expand(block: usize): void {
  for (let at: usize = 0; at < 64; at += 4) store<u32>(SCHEDULE + at, bswap(load<u32>(block + at)));
  for (let at: usize = SCHEDULE + 64; at < SCHEDULE + 256; at += 4) {
    const early = load<u32>(at - 60);
    const late = load<u32>(at - 8);
    const small0 = rotr(early, 7) ^ rotr(early, 18) ^ (early >>> 3);
    const small1 = rotr(late, 17) ^ rotr(late, 19) ^ (late >>> 10);
    store<u32>(at, load<u32>(at - 64) + small0 + load<u32>(at - 28) + small1);
  }
}

function compress(): void {
  let a = load<u32>(STATE);
  let b = load<u32>(STATE, 4);
  let c = load<u32>(STATE, 8);
  let d = load<u32>(STATE, 12);
  let e = load<u32>(STATE, 16);
  let f = load<u32>(STATE, 20);
  let g = load<u32>(STATE, 24);
  let h = load<u32>(STATE, 28);
  for (let at: usize = 0; at < 256; at += 4) {
    const big1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
    const first = h + big1 + ((e & f) ^ (~e & g)) + load<u32>(ROUNDS + at) + load<u32>(SCHEDULE + at);
    const big0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
    const second = big0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  add(0, a);
  add(4, b);
  add(8, c);
  add(12, d);
  add(16, e);
  add(20, f);
  add(24, g);
  add(28, h);
}

function add(word: usize, value: u32): void {
  store<u32>(STATE + word, load<u32>(STATE + word) + value);
}
