/** The contents that git keeps, by their ids: read from its files, and by git itself where they are many or those are of a form that is not read here. */

import { UpstreamError } from '@leasehold/core';
import { newBatchReader, type ObjectStore, openObjects } from '@leasehold/git/objects';
import { readable } from '../byte-path.ts';
import type { Git } from './git-command.ts';
import { type ObjectStream, openObjectStream } from './object-stream.ts';

/** Reads objects of a repository. */
export interface Objects {
  /**
   * Says which objects will be read, in this order, so that git can begin with them where they are many.
   *
   * What cannot be had is no error here: `read` answers undefined.
   */
  ready(ids: readonly string[]): void;
  /** Waits until an object that was said to be read can be read at once. */
  arrival(id: string): Promise<void>;
  /** The bytes of an object; undefined when it is not here. */
  read(id: string): Uint8Array | undefined;
}

/** From so many objects on a git that reads them costs less than to read them here. */
const WORTH_A_GIT = 32;
/** Most bytes of an object that git is asked for by itself. */
const MOST_BYTES = 32 << 20;

/**
 * Opens the objects of a repository; what git was begun for ends with them.
 *
 * @param gitFolder - latin1
 * @param git - reads in the same repository
 */
export function openRepositoryObjects(gitFolder: string, git: Git): Objects & Disposable {
  let store: ObjectStore | undefined;
  let stream: ObjectStream | undefined;
  /** What git was asked for: what it has not is asked for once. */
  const asked = new Set<string>();

  function own(id: string): Uint8Array | undefined {
    store ??= openObjects(readable(gitFolder));
    return store.read(id)?.bytes;
  }

  return {
    ready(ids) {
      const wanted = new Set(ids.filter((id) => !asked.has(id)));
      if (wanted.size === 0 || (stream === undefined && wanted.size < WORTH_A_GIT)) return;
      stream ??= openObjectStream(git);
      stream.ask([...wanted]);
      for (const id of wanted) asked.add(id);
    },
    async arrival(id) {
      await stream?.arrival(id);
    },
    read(id) {
      const bytes = stream?.take(id) ?? own(id);
      if (bytes !== undefined || asked.has(id)) return bytes;
      asked.add(id);
      return contentByGit(git, id);
    },
    [Symbol.dispose]: () => stream?.[Symbol.dispose](),
  };
}

/** Asks git, which also knows of objects that are kept elsewhere, as while a push is received. */
function contentByGit(git: Git, id: string): Uint8Array | undefined {
  let content: Uint8Array | undefined;
  const read = newBatchReader(MOST_BYTES, (_, object) => {
    content = object?.bytes;
  });
  try {
    read(git.run(['cat-file', '--batch'], `${id}\n`, MOST_BYTES));
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
  }
  return content;
}
