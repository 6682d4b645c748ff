/** The index of a pack: which objects are in it, and where (gitformat-pack, "pack-*.idx files"). */

import type { PackFile } from './pack-file.ts';

/** Objects of one pack by their position in the order of their ids. */
export interface PackIndex {
  readonly count: number;
  /** The id at a position, in hexadecimal digits. */
  idAt(position: number): string;
  /** Where an object begins in the pack; undefined when it is not there. */
  find(id: Uint8Array): number | undefined;
  /** Where each object begins in the pack, by position. */
  offsets(): Float64Array;
  /** All ids, by position. */
  ids(): Uint8Array;
}

/** What one version of the format puts where. */
interface Layout {
  readonly fanOut: number;
  /** Of the id at a position. */
  idAt(position: number): number;
  offsetOf(position: number): number;
  readonly offsets: () => Float64Array;
  readonly ids: () => Uint8Array;
}

const FAN_OUT = 256 * 4;
const SIGNATURE = 0xff744f63;
/** In a table of 32-bit offsets: the rest of the bits is a place in the table of 64-bit offsets. */
const BIG = 0x80000000;

/**
 * Opens an index of version 1 or 2.
 *
 * @returns the index, or why it cannot be used
 */
export function openPackIndex(file: PackFile, idLength: number): PackIndex | string {
  const head = file.read(0, 8);
  if (head.length < 8) return 'the index is cut off';
  const second = head.readUInt32BE(0) === SIGNATURE;
  if (second && head.readUInt32BE(4) !== 2) return `the index is of version ${head.readUInt32BE(4)}`;
  const fanOut = file.read(second ? 8 : 0, FAN_OUT);
  if (fanOut.length < FAN_OUT) return 'the index is cut off';
  const reason = checkFanOut(fanOut);
  if (reason !== undefined) return reason;
  const count = fanOut.readUInt32BE(FAN_OUT - 4);
  const layout = second ? secondVersion(file, idLength, count) : firstVersion(file, idLength, count);
  // The last id, and two checksums behind it.
  if (file.size < layout.idAt(count - 1) + 3 * idLength) return 'the index is cut off';
  return {
    count,
    idAt: (position) => file.read(layout.idAt(position), idLength).toString('hex'),
    find(id) {
      const position = findPosition(file, fanOut, id, idLength, layout);
      return position === undefined ? undefined : layout.offsetOf(position);
    },
    offsets: layout.offsets,
    ids: layout.ids,
  };
}

/** Counts may only grow. */
export function checkFanOut(fanOut: Buffer): string | undefined {
  for (let at = 4; at < FAN_OUT; at += 4) {
    if (fanOut.readUInt32BE(at) < fanOut.readUInt32BE(at - 4)) return 'the fan-out of the index does not grow';
  }
  return undefined;
}

/** Looks among the ids that begin with the same byte, from where it would be if they were spread evenly. */
export function findPosition(
  file: PackFile,
  fanOut: Buffer,
  id: Uint8Array,
  idLength: number,
  layout: Pick<Layout, 'idAt'>,
): number | undefined {
  const first = id[0] as number;
  let low = first === 0 ? 0 : fanOut.readUInt32BE((first - 1) * 4);
  let high = fanOut.readUInt32BE(first * 4);
  let guess = low + Math.floor(((high - low) * (((id[1] as number) << 8) | (id[2] as number))) / 65536);
  while (low < high) {
    const order = file.read(layout.idAt(guess), idLength).compare(id);
    if (order === 0) return guess;
    if (order < 0) low = guess + 1;
    else high = guess;
    guess = (low + high) >>> 1;
  }
  return undefined;
}

function firstVersion(file: PackFile, idLength: number, count: number): Layout {
  const width = 4 + idLength;
  return {
    fanOut: 0,
    idAt: (position) => FAN_OUT + position * width + 4,
    offsetOf: (position) => file.read(FAN_OUT + position * width, 4).readUInt32BE(0),
    offsets() {
      const table = file.read(FAN_OUT, count * width);
      return Float64Array.from({ length: count }, (_, position) => table.readUInt32BE(position * width));
    },
    ids() {
      const table = file.read(FAN_OUT, count * width);
      const ids = new Uint8Array(count * idLength);
      for (let k = 0; k < count; k++) ids.set(table.subarray(k * width + 4, (k + 1) * width), k * idLength);
      return ids;
    },
  };
}

function secondVersion(file: PackFile, idLength: number, count: number): Layout {
  const table = 8 + FAN_OUT + count * (idLength + 4);
  return {
    fanOut: 8,
    idAt: (position) => 8 + FAN_OUT + position * idLength,
    offsetOf(position) {
      const offset = file.read(table + position * 4, 4);
      return offset.length < 4 ? 0 : bigOffset(file, table + count * 4, offset.readUInt32BE(0));
    },
    offsets() {
      const small = file.read(table, count * 4);
      const offsets = new Float64Array(count);
      for (let position = 0; position < count; position++) {
        const at = position * 4;
        const offset = at + 4 > small.length ? 0 : small.readUInt32BE(at);
        offsets[position] = offset < BIG ? offset : bigOffset(file, table + count * 4, offset);
      }
      return offsets;
    },
    ids: () => file.read(8 + FAN_OUT, count * idLength),
  };
}

/** Follows an offset into the table of large ones; 0, where no object can be, when that is cut off. */
export function bigOffset(file: PackFile, table: number, offset: number): number {
  if (offset < BIG) return offset;
  const big = file.read(table + (offset - BIG) * 8, 8);
  return big.length < 8 ? 0 : Number(big.readBigUInt64BE(0));
}
