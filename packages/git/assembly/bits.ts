/** The bits of a stream, lowest first, as they are between two blocks. */

// Where it is read on, and bits that were read already.
let input: usize = 0;
let buffer: u64 = 0;
let count: u32 = 0;

/** Goes on reading at an address, with so many bits that stand before it. */
export function goOn(at: usize, bits: u64, have: u32): void {
  input = at;
  buffer = bits;
  count = have;
}

/** Where the next bytes are read; eight bytes behind the end of the stream at most. */
export function next(): usize {
  return input;
}

/** Bits that were read already. */
export function bits(): u64 {
  return buffer;
}

/** How many of them. */
export function have(): u32 {
  return count;
}

/** The address of the first byte of which no bit was taken. */
export function rest(): usize {
  return input - (count >> 3);
}

/** Reads on until there are 56 bits at least. */
export function refill(): void {
  buffer |= load<u64>(input) << (<u64>count);
  input += (63 - count) >> 3;
  count |= 56;
}

/** Takes bits. */
export function take(width: u32): u32 {
  const value = <u32>buffer & (((<u32>1) << width) - 1);
  buffer >>= <u64>width;
  count -= width;
  return value;
}
