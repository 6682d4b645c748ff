/** Makes one object from its base and a delta, where an object is read alone. */

/**
 * Follows a delta (gitformat-pack, "Deltified representation").
 *
 * @param largest - bytes that the object may have
 * @returns the object, or undefined when the delta does not fit its base, or makes too much
 */
export function applyDelta(base: Uint8Array, delta: Uint8Array, largest: number): Uint8Array | undefined {
  const from = number(delta, 0);
  const size = from && number(delta, from.next);
  if (!size || from.value !== base.length || size.value > largest) return undefined;
  const result = new Uint8Array(size.value);
  let at = size.next;
  let out = 0;
  while (at < delta.length) {
    const op = delta[at++] as number;
    if (op < 128) {
      if (op === 0 || at + op > delta.length || out + op > result.length) return undefined;
      result.set(delta.subarray(at, at + op), out);
      at += op;
      out += op;
      continue;
    }
    let offset = 0;
    let length = 0;
    for (let bit = 0; bit < 4; bit++) if (op & (1 << bit)) offset += (delta[at++] ?? 0) * 2 ** (8 * bit);
    for (let bit = 0; bit < 3; bit++) if (op & (16 << bit)) length += (delta[at++] ?? 0) << (8 * bit);
    if (length === 0) length = 0x10000;
    if (at > delta.length || offset + length > base.length || out + length > result.length) return undefined;
    result.set(base.subarray(offset, offset + length), out);
    out += length;
  }
  return out === result.length ? result : undefined;
}

function number(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  let value = 0;
  for (let next = at, unit = 1; next < bytes.length && unit < 2 ** 49; unit *= 128) {
    const byte = bytes[next++] as number;
    value += (byte & 127) * unit;
    if (byte < 128) return { value, next };
  }
  return undefined;
}
