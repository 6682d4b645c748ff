/** The index of many packs (gitformat-pack, "multi-pack-index (MIDX) files"), for those that have none of their own. */

import { basename, dirname, join } from 'node:path';
import type { PackFile } from './pack-file.ts';
import { bigOffset, checkFanOut, findPosition, type PackIndex } from './pack-index.ts';

/** A multi-pack-index, by the path of each pack. */
export type MultiPackIndex = ReadonlyMap<string, PackIndex>;

const HEAD = 12;
const ENTRY = 12;
const FAN_OUT = 256 * 4;

/** Where the chunks stand that are needed. */
interface Chunks {
  readonly fanOut: Buffer;
  readonly ids: number;
  readonly offsets: number;
  /** 64-bit offsets; 0 where there are none. */
  readonly large: number;
}

/**
 * Opens a multi-pack-index.
 *
 * @returns an index for each pack, or why it cannot be used
 */
export function openMultiPackIndex(file: PackFile, idLength: number): MultiPackIndex | string {
  const head = file.read(0, HEAD);
  if (head.length < HEAD || head.toString('latin1', 0, 4) !== 'MIDX') return 'the multi-pack-index does not begin as one';
  if (head[4] !== 1) return `the multi-pack-index is of version ${head[4]}`;
  if (head[5] !== (idLength === 20 ? 1 : 2)) return 'the multi-pack-index has ids of another kind than the repository';
  const places = chunkPlaces(file, head[6] as number);
  const [names, fan, ids, offsets] = ['PNAM', 'OIDF', 'OIDL', 'OOFF'].map((name) => places.get(name));
  if (!names || !fan || !ids || !offsets) return 'the multi-pack-index lacks a chunk';
  const fanOut = file.read(fan.begin, FAN_OUT);
  const reason = fanOut.length < FAN_OUT ? 'the multi-pack-index is cut off' : checkFanOut(fanOut);
  if (reason !== undefined) return reason;
  const count = fanOut.readUInt32BE(FAN_OUT - 4);
  if (offsets.begin + count * 8 > file.size || ids.begin + count * idLength > file.size) return 'the multi-pack-index is cut off';
  const chunks = { fanOut, ids: ids.begin, offsets: offsets.begin, large: places.get('LOFF')?.begin ?? 0 };
  const packs = file
    .read(names.begin, Math.max(0, names.end - names.begin))
    .toString('utf8')
    .split('\0')
    .slice(0, head.readUInt32BE(8))
    // Names only, so that none leads elsewhere.
    .map((name) => basename(name));
  return new Map(
    packs.map((name, pack) => [
      join(dirname(file.path), name.replace(/\.idx$/, '.pack')),
      indexOfOne(file, idLength, count, chunks, pack),
    ]),
  );
}

function chunkPlaces(file: PackFile, count: number): ReadonlyMap<string, { begin: number; end: number }> {
  const table = file.read(HEAD, (count + 1) * ENTRY);
  const places = new Map<string, { begin: number; end: number }>();
  for (let at = 0; at + 2 * ENTRY <= table.length; at += ENTRY) {
    const begin = Number(table.readBigUInt64BE(at + 4));
    const end = Number(table.readBigUInt64BE(at + ENTRY + 4));
    places.set(table.toString('latin1', at, at + 4), { begin, end });
  }
  return places;
}

/** What the index of many says of one pack. */
function indexOfOne(file: PackFile, idLength: number, all: number, chunks: Chunks, pack: number): PackIndex {
  const { fanOut, ids, offsets, large } = chunks;
  const layout = { idAt: (position: number) => ids + position * idLength };
  let known: { positions: Uint32Array; offsets: Float64Array } | undefined;

  /** Which of all objects are in this pack; in one pass, and only when somebody asks. */
  function own(): { positions: Uint32Array; offsets: Float64Array } {
    if (known !== undefined) return known;
    const table = file.read(offsets, all * 8);
    const places = Uint32Array.from({ length: all }, (_, k) => k).filter((k) => table.readUInt32BE(k * 8) === pack);
    known = { positions: places, offsets: Float64Array.from(places, (k) => offsetFrom(table.readUInt32BE(k * 8 + 4))) };
    return known;
  }

  function offsetFrom(offset: number): number {
    return large === 0 ? offset : bigOffset(file, large, offset);
  }

  return {
    get count() {
      return own().positions.length;
    },
    idAt: (position) => file.read(layout.idAt(own().positions[position] ?? all), idLength).toString('hex'),
    find(id) {
      const position = findPosition(file, fanOut, id, idLength, layout);
      const entry = position === undefined ? undefined : file.read(offsets + position * 8, 8);
      return entry === undefined || entry.length < 8 || entry.readUInt32BE(0) !== pack
        ? undefined
        : offsetFrom(entry.readUInt32BE(4));
    },
    offsets: () => own().offsets,
    ids() {
      const table = file.read(ids, all * idLength);
      const mine = new Uint8Array(own().positions.length * idLength);
      for (const [k, position] of own().positions.entries())
        mine.set(table.subarray(position * idLength, (position + 1) * idLength), k * idLength);
      return mine;
    },
  };
}
