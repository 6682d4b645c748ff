/** Packs that no git would write, with an index that believes them. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** An entry as it stands in the pack. */
export interface TestEntry {
  /** 1 commit, 2 tree, 3 blob, 4 tag, 6 delta by offset, 7 delta by id. */
  readonly type: number;
  /** As the head says. */
  readonly size: number;
  readonly stream: Buffer;
  /** Of an entry before this one, for a delta by offset. */
  readonly base?: number;
  /** How far back the base is said to be, whatever stands there. */
  readonly distance?: number;
  /** For a delta by id. */
  readonly id?: string;
}

/** An entry with this content. */
export function entry(type: number, content: Uint8Array, rest: Partial<TestEntry> = {}): TestEntry {
  return { type, size: content.length, stream: deflateSync(content), ...rest };
}

/** The id that the entry of this number gets. */
export function idOf(number: number): string {
  return number.toString(16).padStart(40, '0');
}

/**
 * Writes a git folder with one pack.
 *
 * @param places - offsets that its index names besides those of the entries
 */
export function writePack(gitFolder: string, entries: readonly TestEntry[], places: readonly number[] = []): void {
  const parts = [Buffer.from('PACK'), word(2), word(entries.length)];
  const offsets: number[] = [];
  let at = 12;
  for (const one of entries) {
    offsets.push(at);
    for (const part of [head(one), reference(one, at, offsets), one.stream]) {
      parts.push(part);
      at += part.length;
    }
  }
  parts.push(Buffer.alloc(20));
  const folder = join(gitFolder, 'objects/pack');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pack-test.pack'), Buffer.concat(parts));
  writeFileSync(join(folder, 'pack-test.idx'), indexOf([...offsets, ...places]));
}

function indexOf(offsets: readonly number[]): Buffer {
  const ids = offsets.map((_, number) => Buffer.from(idOf(number), 'hex'));
  const fanOut = Array.from({ length: 256 }, () => word(offsets.length));
  return Buffer.concat([
    Buffer.from([0xff, 0x74, 0x4f, 0x63]),
    word(2),
    ...fanOut,
    ...ids,
    Buffer.alloc(4 * offsets.length),
    ...offsets.map(word),
    Buffer.alloc(40),
  ]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function head({ type, size }: TestEntry): Buffer {
  const bytes = [(type << 4) | (size % 16)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push(rest % 128);
  }
  return Buffer.from(bytes.map((byte, index) => (index < bytes.length - 1 ? byte | 128 : byte)));
}

function reference({ type, base, distance, id }: TestEntry, at: number, offsets: readonly number[]): Buffer {
  if (type === 7) return Buffer.from(id ?? idOf(base ?? 0), 'hex');
  if (type !== 6) return Buffer.alloc(0);
  let rest = distance ?? at - (offsets[base ?? 0] as number);
  const bytes = [rest % 128];
  for (rest = Math.floor(rest / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((--rest % 128) | 128);
  return Buffer.from(bytes);
}
