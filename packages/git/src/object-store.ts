/** Every object of a repository: packed, loose and borrowed, read without git. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newBlockCache } from './block-cache.ts';
import { readEntry } from './entry-reader.ts';
import { commonFolder, idLengthOf } from './git-folder.ts';
import type { GitObject, Unread } from './git-object.ts';
import { newInflater } from './inflater.ts';
import { looseObjects, readLoose } from './loose-objects.ts';
import { openMultiPackIndex } from './multi-pack-index.ts';
import { newObjectCache } from './object-cache.ts';
import { objectFolders } from './object-folders.ts';
import { openPack, type Pack } from './pack.ts';
import { type OpenFile, openPackFile, type PackFile } from './pack-file.ts';
import { openPackIndex, type PackIndex } from './pack-index.ts';

/** The objects of a repository. */
export interface ObjectStore {
  /** Bytes of an id: 20, or 32 with SHA-256. */
  readonly idLength: 20 | 32;
  /** Packs that can be read, in the order of their folders and names: the same in every process. */
  readonly packs: readonly Pack[];
  /** What is there and cannot be read; grows as it is met with. */
  readonly unread: readonly Unread[];
  /**
   * Reads an object by its id in hexadecimal digits, without reading more than it needs.
   *
   * @param largest - bytes that it may have; 256 MiB
   * @returns undefined when it is not there, or cannot be read
   */
  read(id: string, largest?: number): GitObject | undefined;
  /** Ids of objects that have a file of their own, some of which may be packed too. */
  loose(): Iterable<string>;
  /** Closes all files; nothing can be read then. */
  close(): void;
}

const LARGEST = 256 << 20;

/** Reading may go from pack to pack for what an object is made from; packs made for it could go round in a circle. */
const PACK_CHANGES = 8;

/**
 * Opens the objects of a repository; of each pack only the heads of its files are read.
 *
 * @param gitFolder - `.git` of a working tree, the folder of a bare repository, or that of a linked working tree
 */
export function openObjects(gitFolder: string): ObjectStore {
  const common = commonFolder(gitFolder);
  const idLength = idLengthOf(common);
  const folders = objectFolders(join(common, 'objects'));
  const unread: Unread[] = [];
  const named = new Set<string>();
  const packs: Pack[] = [];
  const cache = newObjectCache();
  const blocks = newBlockCache();
  const files: PackFile[] = [];
  const open: OpenFile = (path) => {
    const file = openPackFile(path, blocks);
    files.push(file);
    return file;
  };
  const inflate = newInflater();
  let changes = 0;

  function take(path: string, index: PackIndex): void {
    const file = openPack(path, idLength, open);
    if (typeof file === 'string') {
      unread.push({ what: path, reason: file });
      return;
    }
    const end = file.size - idLength;
    let effort = 0;
    const spend = (bytes: number): void => {
      effort += bytes;
    };
    const source = { file, index, idLength, end, cache, inflate, elsewhere, spend };
    const readAt = (offset: number, largest = LARGEST): GitObject | undefined => readEntry(source, offset, largest);
    packs.push({ path, file, index, idLength, end, readAt, effort: () => effort });
  }

  function elsewhere(id: string): GitObject | undefined {
    if (changes >= PACK_CHANGES) return undefined;
    changes++;
    try {
      return read(id);
    } finally {
      changes--;
    }
  }

  for (const folder of folders) {
    const names = packNames(folder);
    for (const [path, index] of indexesOf(folder, names, idLength, unread, open)) take(path, index);
  }

  function read(id: string, largest = LARGEST): GitObject | undefined {
    if (id.length !== idLength * 2) return undefined;
    const bytes = Buffer.from(id, 'hex');
    if (bytes.length !== idLength) return undefined;
    for (const pack of packs) {
      const offset = pack.index.find(bytes);
      const object = offset === undefined ? undefined : pack.readAt(offset, largest);
      if (object !== undefined) return object;
    }
    for (const folder of folders) {
      const object = readLoose(folder, id, largest);
      if (typeof object === 'object') return object;
      if (object !== undefined && !named.has(id)) unread.push({ what: id, reason: object });
      if (object !== undefined) named.add(id);
    }
    return undefined;
  }

  function* loose(): Iterable<string> {
    for (const folder of folders) yield* looseObjects(folder, idLength);
  }

  function close(): void {
    for (const file of files) file.close();
  }

  return { idLength, packs, unread, read, loose, close };
}

function packNames(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'pack')).sort();
  } catch {
    return [];
  }
}

/** The index of every pack of a folder: its own, or its share of that of many. */
function indexesOf(
  folder: string,
  names: readonly string[],
  idLength: number,
  unread: Unread[],
  open: OpenFile,
): ReadonlyMap<string, PackIndex> {
  const found = new Map<string, PackIndex>();
  const packs = names.filter((name) => name.endsWith('.pack')).map((name) => join(folder, 'pack', name));
  let shared: ReadonlyMap<string, PackIndex> | string | undefined;
  for (const path of packs) {
    const own = names.includes(path.slice(folder.length + '/pack/'.length, -'pack'.length).concat('idx'))
      ? openIndex(path.replace(/pack$/, 'idx'), open, (file) => openPackIndex(file, idLength))
      : 'it has no index';
    if (typeof own !== 'string') {
      found.set(path, own);
      continue;
    }
    shared ??= openIndex(join(folder, 'pack/multi-pack-index'), open, (file) => openMultiPackIndex(file, idLength));
    const index = typeof shared === 'string' ? undefined : shared.get(path);
    if (index === undefined) unread.push({ what: path, reason: own });
    else found.set(path, index);
  }
  return found;
}

function openIndex<T extends object>(path: string, open: OpenFile, understand: (file: PackFile) => T | string): T | string {
  try {
    return understand(open(path));
  } catch (error) {
    return `the index cannot be read: ${(error as Error).message}`;
  }
}
