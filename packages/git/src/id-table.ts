/** Numbers for the ids of a store, in the order of the ids. */

/** Each object has a number, from 0. */
export interface IdTable {
  readonly count: number;
  readonly idLength: 20 | 32;
  /** The number of the id that begins there; -1 when it is not among them. */
  find(bytes: Uint8Array, at: number): number;
  /** The id in hexadecimal digits. */
  hexOf(number: number): string;
}

/**
 * Puts lists of ids together, each once.
 *
 * @param lists - of ids one behind the other, in their order
 */
export function newIdTable(lists: readonly Uint8Array[], idLength: 20 | 32): IdTable {
  const waiting = lists.toSorted((a, b) => b.length - a.length);
  // The two shortest at a time, so that no id is copied often.
  while (waiting.length > 1) {
    const merged = merge(waiting.pop() as Uint8Array, waiting.pop() as Uint8Array, idLength);
    const place = waiting.findIndex(({ length }) => length <= merged.length);
    waiting.splice(place < 0 ? waiting.length : place, 0, merged);
  }
  const ids = waiting[0] ?? new Uint8Array();
  const count = Math.floor(ids.length / idLength);
  const begins = new Uint32Array(65537);
  for (let number = 0; number < count; number++) {
    const next = headOf(ids, number * idLength) + 1;
    begins[next] = (begins[next] as number) + 1;
  }
  for (let head = 0; head < 65536; head++) begins[head + 1] = (begins[head + 1] as number) + (begins[head] as number);

  // An id that is looked for is soon looked for again, and those that were found lately stand near each other.
  const lately = new Uint8Array(LATELY * idLength);
  const numbers = new Int32Array(LATELY).fill(-1);

  function search(bytes: Uint8Array, at: number): number {
    const head = headOf(bytes, at);
    let low = begins[head] as number;
    let high = begins[head + 1] as number;
    // Where it would be if they were spread evenly.
    let middle = low + Math.floor(((high - low) * headOf(bytes, at + 2)) / 65536);
    while (low < high) {
      const order = compare(ids, middle * idLength, bytes, at, idLength);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
      middle = (low + high) >>> 1;
    }
    return -1;
  }

  return {
    count,
    idLength,
    find(bytes, at) {
      const slot = headOf(bytes, at) & (LATELY - 1);
      if (numbers[slot] !== -1 && compare(lately, slot * idLength, bytes, at, idLength) === 0) return numbers[slot] as number;
      const number = search(bytes, at);
      if (number >= 0) {
        numbers[slot] = number;
        for (let k = 0; k < idLength; k++) lately[slot * idLength + k] = bytes[at + k] as number;
      }
      return number;
    },
    hexOf: (number) => Buffer.from(ids.buffer, ids.byteOffset + number * idLength, idLength).toString('hex'),
  };
}

/** Ids that are remembered, each for an end of its first two bytes. */
const LATELY = 1 << 12;

/** What the ids that stand near each other have in common. */
function headOf(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) * 256 + (bytes[at + 1] as number);
}

function compare(a: Uint8Array, from: number, b: Uint8Array, at: number, length: number): number {
  for (let k = 0; k < length; k++) {
    const difference = (a[from + k] as number) - (b[at + k] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function merge(a: Uint8Array, b: Uint8Array, idLength: number): Uint8Array {
  const merged = new Uint8Array(a.length + b.length);
  let length = 0;
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    const order = left === a.length ? 1 : right === b.length ? -1 : compare(a, left, b, right, idLength);
    merged.set(order <= 0 ? a.subarray(left, left + idLength) : b.subarray(right, right + idLength), length);
    length += idLength;
    if (order <= 0) left += idLength;
    if (order >= 0) right += idLength;
  }
  return merged.subarray(0, length);
}
