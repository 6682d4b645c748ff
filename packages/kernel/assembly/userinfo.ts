/** Finds `://…:…@`: a password in an address. */

/** How far behind `://` the `@` may stand, in bytes. */
const REACH: usize = 256;

// The first `@` or stop at or behind `knownFrom` is not before `known`: many `://` in a row do not look at the same bytes again and again.
let knownFrom: usize = 0;
let known: usize = 0;

/** Forgets what is known of the bytes scanned before. */
export function forgetUserinfo(): void {
  knownFrom = 0;
  known = 0;
}

/** Mask of those of sixteen bytes that are `wanted`, or end an address: white space, control characters, quotes. */
function stops(at: usize, wanted: v128): i32 {
  const bytes = v128.load(at);
  const white = i8x16.le_u(bytes, i8x16.splat(0x20));
  const quotes = v128.or(
    i8x16.eq(bytes, i8x16.splat(0x22)),
    v128.or(i8x16.eq(bytes, i8x16.splat(0x27)), i8x16.eq(bytes, i8x16.splat(0x60))),
  );
  return i8x16.bitmask(v128.or(v128.or(white, quotes), i8x16.eq(bytes, wanted)));
}

/** First byte from `at` on that is `wanted` or a stop, or some byte from `limit` on when there is none before it. */
function seek(at: usize, limit: usize, wanted: u8): usize {
  const wide = i8x16.splat(<i8>wanted);
  while (at < limit) {
    const mask = stops(at, wide);
    if (mask !== 0) return at + <usize>ctz(mask);
    at += 16;
  }
  return at;
}

/** For a `://` at `at`: what is behind its `@`, or 0 when it has no password. */
export function userinfoEnd(at: usize): usize {
  const limit = at + 3 + REACH;
  const colon = seek(at + 3, limit, 0x3a);
  if (colon >= limit || load<u8>(colon) !== 0x3a) return 0;
  const from = colon + 1;
  const skip = from >= knownFrom && from <= known;
  const sign = seek(skip ? known : from, limit, 0x40);
  if (!skip) knownFrom = from;
  known = sign;
  return sign < limit && load<u8>(sign) === 0x40 ? sign + 1 : 0;
}
