/** Deltas as tests want them. */

/** Copies from the base, or puts bytes in; a copy that goes beyond the base ends with it. */
export type DeltaOp = { readonly from: number; readonly length: number } | { readonly insert: Uint8Array };

/** Writes a delta (gitformat-pack, "Deltified representation"), and what it makes. */
export function deltaOf(base: Uint8Array, ops: readonly DeltaOp[]): { readonly delta: Buffer; readonly object: Buffer } {
  const written: Buffer[] = [];
  const made: Buffer[] = [];
  for (const op of ops) {
    const bytes = 'insert' in op ? op.insert : base.subarray(op.from % base.length, (op.from % base.length) + op.length);
    made.push(Buffer.from(bytes));
    if ('insert' in op) written.push(Buffer.of(bytes.length), Buffer.from(bytes));
    else written.push(copy(op.from % base.length, bytes.length));
  }
  const object = Buffer.concat(made);
  return { object, delta: Buffer.concat([number(base.length), number(object.length), ...written]) };
}

/** Seven bits a byte, lowest first. */
export function number(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.of(...bytes, rest);
}

/** Only the bytes that are not zero are written, and which they are. */
function copy(from: number, length: number): Buffer {
  let op = 0x80;
  const bytes: number[] = [];
  for (let bit = 0; bit < 7; bit++) {
    const byte = bit < 4 ? (from >>> (8 * bit)) & 255 : (length >>> (8 * (bit - 4))) & 255;
    if (byte === 0) continue;
    op |= 1 << bit;
    bytes.push(byte);
  }
  return Buffer.of(op, ...bytes);
}
