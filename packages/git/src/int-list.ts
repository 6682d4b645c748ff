/** A list of whole numbers that grows, without an object for each. */

/** Numbers of 32 bits, with their sign. */
export interface IntList {
  readonly length: number;
  at(index: number): number;
  push(value: number): void;
  /** The numbers themselves; valid until the next `push`. */
  values(): Int32Array;
}

/** An empty list that may have `most` numbers. */
export function newIntList(most: number): IntList {
  const limit = Math.max(1, most) * 4;
  // Grows in place, so that it is never there twice.
  const memory = new ArrayBuffer(Math.min(limit, 1 << 16), { maxByteLength: limit });
  const all = new Int32Array(memory);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: (index) => all[index] as number,
    push(value) {
      if (length === all.length) memory.resize(Math.min(limit, memory.byteLength * 2));
      all[length++] = value;
    },
    values: () => new Int32Array(memory, 0, length),
  };
}
