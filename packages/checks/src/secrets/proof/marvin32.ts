/** Marvin32, the keyed checksum of Microsoft's identifiable keys. */

/**
 * Computes the 64-bit hash, as two unsigned 32-bit halves.
 *
 * @param seed - Eight bytes as a number; vendors write them as eight ASCII characters: see `marvinSeed`.
 * @see https://github.com/dotnet/runtime, `System.Marvin`
 * @example marvin32(Uint8Array.of(0xaf), 0x004fb61a001bdbccn) // [0x48e73fc7, 0x7d75ddc1]
 */
export function marvin32(bytes: Uint8Array, seed: bigint): readonly [high: number, low: number] {
  let low = Number(seed & 0xffffffffn) | 0;
  let high = Number(seed >> 32n) | 0;
  const mix = (): void => {
    high ^= low;
    low = turn(low, 20) + high;
    high = turn(high, 9) ^ low;
    low = turn(low, 27) + high;
    high = turn(high, 19);
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    low = (low + view.getUint32(at, true)) | 0;
    mix();
  }
  let last = 0x80;
  for (let rest = bytes.length - 1; rest >= at; rest--) last = (last << 8) | (bytes[rest] as number);
  low = (low + last) | 0;
  mix();
  mix();
  return [high >>> 0, low >>> 0];
}

/** Computes the 32-bit hash: both halves folded. */
export function marvin32Folded(bytes: Uint8Array, seed: bigint): number {
  const [high, low] = marvin32(bytes, seed);
  return (high ^ low) >>> 0;
}

/**
 * The seed that eight ASCII characters stand for.
 *
 * @example marvinSeed('Default0') // 0x44656661756c7430n
 */
export function marvinSeed(name: string): bigint {
  return [...name].reduce((sum, character) => (sum << 8n) | BigInt(character.charCodeAt(0)), 0n);
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
