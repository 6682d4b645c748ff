/** One thread's part of a history: the turns that it takes, and what it found in them. */

import { atLeast, type Tier } from '@leasehold/core';
import { type ObjectType, openObjects, openWalk, type Pack, type PackWalk, readUnread } from '@leasehold/git';
import type { Env } from '../changes/git-command.ts';
import type { ScannerSource } from '../custom/scanner-source.ts';
import type { Agenda, Turn } from './agenda.ts';
import { messageOf } from './message.ts';
import { newObjectScan } from './object-scan.ts';
import { openOpeningScanner } from './opening-scanner.ts';
import { isStrong, newSightings, type PartSighting } from './sightings.ts';

/** What a thread is told, as data that can be cloned. */
export interface PartRequest {
  /** Absolute. */
  readonly gitFolder: string;
  readonly source: ScannerSource;
  /** Variables of the process, for git, which is asked for what cannot be read without it. */
  readonly env: Env;
  /** The weakest tier that fails; what goes by its surroundings is looked for where it fails. */
  readonly failOn: Tier;
  readonly agenda: Agenda;
}

/** Something that was not scanned. */
export interface LeftUnscanned {
  /** A file of the object store, or the id of an object. */
  readonly what: string;
  readonly reason: string;
}

/** What a part gave, as data that can be cloned. */
export interface PartResult {
  readonly sightings: readonly PartSighting[];
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

/** Who is told while a part is scanned; what they throw ends it. */
export interface PartListener {
  /** How many objects were gone over since it was last told. */
  readonly progress: (objects: number) => void;
  /** There is something of which the commit will be wanted; told once. */
  readonly strong: () => void;
  /** Every commit of a pack that was come by. */
  readonly commit?: (path: string, position: number, bytes: Uint8Array) => void;
}

/** A part that is being scanned. */
export interface Part {
  /** Takes a turn of the agenda; those of one part are taken in order. */
  take(turn: number): void;
  /** Ends the part. */
  finish(): PartResult;
}

/**
 * Begins a part.
 *
 * @throws ConfigError when a custom rule is wrong
 */
export function openPart(
  { gitFolder, source, env, failOn, agenda }: PartRequest,
  { progress, strong, commit }: PartListener,
): Part {
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

  /** The walk that goes on when the next turn is of the same objects. */
  let open:
    | { readonly path: string; readonly types: readonly ObjectType[]; readonly pack: Pack; readonly walk: PackWalk }
    | undefined;
  /** Of what the open walk left out, as much as was looked at. */
  let large = 0;

  return {
    take(number) {
      sightings.turn(number);
      const turn = agenda.turns[number] as Turn;
      if ('path' in turn) packed(turn);
      else if ('loose' in turn) for (const id of turn.loose) loose(id);
      else unread();
    },
    finish() {
      close();
      progress(since);
      return { sightings: sightings.list(), messages: [...messages], files, bytes, skipped, unnamed };
    },
  };

  function packed({ path, types, from, until }: Extract<Turn, { readonly path: string }>): void {
    if (open?.path !== path || open.types !== types) {
      close();
      const pack = store.packs.find((candidate) => candidate.path === path);
      if (pack === undefined) return;
      open = { path, types, pack, walk: walkOf(pack, types) };
    }
    const { pack, walk } = open;
    walk.go(from, until);
    for (const left = walk.summary().large; large < left.length; large++) {
      const { position, offset } = left[large] as (typeof left)[number];
      const object = pack.readAt(offset, LARGEST);
      const id = pack.index.idAt(position);
      if (object === undefined) skipped.push({ what: id, reason: 'too large' });
      else whole(object.type, object.bytes, id);
    }
  }

  function walkOf(pack: Pack, types: readonly ObjectType[]): PackWalk {
    const { index, path } = pack;
    const { plan } = agenda.plans.find((candidate) => candidate.path === path) as Agenda['plans'][number];
    return openWalk(pack, { plan, types }, ({ position, type, bytes: object, touched, inherited }) => {
      step(type, object.length);
      const id = (): string => index.idAt(position);
      if (type === 'blob') return scan.blob({ bytes: object, touched, base: inherited, id });
      if (type === 'commit') commit?.(path, position, object);
      message(object, id);
      return 0;
    });
  }

  function close(): void {
    if (open === undefined) return;
    const { pack, walk } = open;
    walk.close();
    const { failed, failures } = walk.summary();
    for (const { position, reason } of failures)
      skipped.push({ what: pack.index.idAt(position), reason: `unreadable: ${reason}` });
    unnamed += failed - failures.length;
    open = undefined;
    large = 0;
  }

  function unread(): void {
    const missed = readUnread(gitFolder, store, LARGEST, (id, { type, bytes: object }) => whole(type, object, id), {
      environment: env,
    });
    for (const { what, reason } of missed) skipped.push({ what, reason: `unreadable: ${reason}` });
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
