/** The contents that git keeps, by their ids: read from its files, and by git itself where those are of a form that is not read here. */

import { UpstreamError } from '@leasehold/core';
import { type ObjectStore, openObjects } from '@leasehold/git';
import { readable } from '../byte-path.ts';
import type { Git } from './git-command.ts';

/** Reads objects of a repository. */
export interface Objects {
  /**
   * Says which objects will be read, so that they can be had together.
   *
   * What cannot be had is no error here: `read` answers undefined.
   */
  ready(ids: readonly string[]): void;
  /** The bytes of an object; undefined when it is not here. */
  read(id: string): Uint8Array | undefined;
}

/** From so many objects on one call of git costs less than to read them here. */
const WORTH_A_CALL = 32;
/** How many are asked for in one call, and how many bytes they may have together. */
const MOST_OBJECTS = 512;
const MOST_BYTES = 32 << 20;

/**
 * Opens the objects of a repository.
 *
 * @param gitFolder - latin1
 * @param git - reads in the same repository
 */
export function openRepositoryObjects(gitFolder: string, git: Git): Objects {
  let store: ObjectStore | undefined;
  const wanted = new Set<string>();
  const held = new Map<string, Uint8Array>();
  const asked = new Set<string>();

  function own(id: string): Uint8Array | undefined {
    store ??= openObjects(readable(gitFolder));
    return store.read(id)?.bytes;
  }

  function taken(id: string): Uint8Array | undefined {
    const bytes = held.get(id);
    // Most are read once.
    held.delete(id);
    return bytes;
  }

  /** Asks for this one, and for those that will be read next. */
  function call(id: string): void {
    const ids = [id, ...[...wanted].filter((other) => other !== id).slice(0, MOST_OBJECTS - 1)];
    for (const one of ids) {
      wanted.delete(one);
      asked.add(one);
    }
    for (const [found, bytes] of contentsByGit(git, ids)) held.set(found, bytes);
  }

  return {
    ready: (ids) => {
      for (const id of ids) wanted.add(id);
    },
    read(id) {
      if (!held.has(id) && wanted.has(id) && wanted.size >= WORTH_A_CALL) call(id);
      wanted.delete(id);
      const bytes = taken(id) ?? own(id);
      if (bytes !== undefined || asked.has(id)) return bytes;
      call(id);
      return taken(id);
    },
  };
}

/** Asks git, for whom many objects are less work, and which also knows of objects that are kept elsewhere, as while a push is received. */
function contentsByGit(git: Git, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  let answer: Buffer;
  try {
    answer = git.run(['cat-file', '--batch'], `${ids.join('\n')}\n`, MOST_BYTES);
  } catch (error) {
    if (error instanceof UpstreamError) return contents;
    throw error;
  }
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at);
    const [id = '', , size] = answer.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    contents.set(id, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
