/** One thread's share of a history: the objects that it walks over, and what it found in them. */

import { atLeast, type Tier } from '@leasehold/core';
import { openObjects, type Pack, type PackPlan, readUnread, walkPack } from '@leasehold/git';
import type { Env } from '../changes/git-command.ts';
import type { ScannerSource } from '../custom/scanner-source.ts';
import { messageOf } from './message.ts';
import { newObjectScan } from './object-scan.ts';
import { openOpeningScanner } from './opening-scanner.ts';
import { isStrong, newSightings, type Sighting } from './sightings.ts';

/** A share, as data that can be cloned. */
export interface PartRequest {
  /** Absolute. */
  readonly gitFolder: string;
  readonly source: ScannerSource;
  /** Variables of the process, for git, which is asked for what cannot be read without it. */
  readonly env: Env;
  readonly part: number;
  readonly parts: number;
  /** The weakest tier that fails; what goes by its surroundings is looked for where it fails. */
  readonly failOn: Tier;
  /** By path of the pack; their arrays are shared. */
  readonly plans: readonly { readonly path: string; readonly plan: PackPlan }[];
}

/** Something that was not scanned. */
export interface LeftUnscanned {
  /** A file of the object store, or the id of an object. */
  readonly what: string;
  readonly reason: string;
}

/** What a share gave, as data that can be cloned. */
export interface PartResult {
  readonly sightings: readonly Sighting[];
  /** Ids of the commits and tags among the objects of the sightings. */
  readonly messages: readonly string[];
  /** Versions of files that were scanned. */
  readonly files: number;
  /** Bytes of all objects that were gone through. */
  readonly bytes: number;
  readonly skipped: readonly LeftUnscanned[];
  /** What could not be read and is not among the skipped by name. */
  readonly unnamed: number;
}

/** An object with more bytes is not scanned. */
const LARGEST = 64 << 20;
/** Objects between two calls of `progress`. */
const STRIDE = 2048;

/** Who is told while a share is scanned; what they throw ends it. */
export interface PartListener {
  /** How many objects were gone over since it was last told. */
  readonly progress: (objects: number) => void;
  /** There is something of which the commit will be wanted; told once. */
  readonly strong: () => void;
}

/**
 * Scans a share.
 *
 * @throws ConfigError when a custom rule is wrong
 */
export function scanPart(
  { gitFolder, source, env, failOn, part, parts, plans }: PartRequest,
  { progress, strong }: PartListener,
): PartResult {
  const store = openObjects(gitFolder);
  let told = false;
  const sightings = newSightings((raw) => {
    if (told || !isStrong(raw, failOn)) return;
    told = true;
    strong();
  });
  const skipped: LeftUnscanned[] = [];
  const scan = newObjectScan(openOpeningScanner(source, atLeast('contextual', failOn)), sightings);
  const messages = new Set<string>();
  let files = 0;
  let bytes = 0;
  let unnamed = 0;
  let since = 0;

  const step = (type: string, size: number): void => {
    if (type === 'blob') files++;
    bytes += size;
    if (++since < STRIDE) return;
    progress(since);
    since = 0;
  };

  for (const { path, plan } of plans) {
    const pack = store.packs.find((candidate) => candidate.path === path);
    if (pack !== undefined) packed(pack, plan);
  }
  let turn = 0;
  for (const id of store.loose()) if (turn++ % parts === part) loose(id);
  if (part === 0 && store.unread.length > 0) {
    const missed = readUnread(gitFolder, store, LARGEST, (id, { type, bytes: object }) => whole(type, object, id), {
      environment: env,
    });
    for (const { what, reason } of missed) skipped.push({ what, reason: `unreadable: ${reason}` });
  }
  progress(since);
  return { sightings: sightings.list(), messages: [...messages], files, bytes, skipped, unnamed };

  function packed(pack: Pack, plan: PackPlan): void {
    const { index } = pack;
    const summary = walkPack(
      pack,
      { part, parts, plan, types: ['blob', 'commit', 'tag'] },
      ({ position, type, bytes: object, touched, inherited }) => {
        step(type, object.length);
        const id = (): string => index.idAt(position);
        if (type === 'blob') return scan.blob({ bytes: object, touched, base: inherited, id });
        message(object, id);
        return 0;
      },
    );
    for (const { position, offset } of summary.large) {
      const object = pack.readAt(offset, LARGEST);
      const id = index.idAt(position);
      if (object === undefined) skipped.push({ what: id, reason: 'too large' });
      else whole(object.type, object.bytes, id);
    }
    for (const { position, reason } of summary.failures)
      skipped.push({ what: index.idAt(position), reason: `unreadable: ${reason}` });
    unnamed += summary.failed - summary.failures.length;
  }

  function loose(id: string): void {
    const object = store.read(id);
    if (object === undefined) skipped.push({ what: id, reason: 'unreadable: it is damaged' });
    else whole(object.type, object.bytes, id);
  }

  function whole(type: string, object: Uint8Array, id: string): void {
    step(type, object.length);
    if (type === 'blob') scan.blob({ bytes: object, touched: undefined, base: 0, id: () => id });
    else if (type !== 'tree') message(object, () => id);
  }

  function message(object: Uint8Array, id: () => string): void {
    scan.text(messageOf(object), () => {
      const name = id();
      messages.add(name);
      return name;
    });
  }
}
