/** Objects that git reads beside our own work, in the order in which they were asked for. */

import { newBatchReader } from '@leasehold/git/objects';
import type { Git } from './git-command.ts';

/** One git that reads objects, as long as it is wanted. */
export interface ObjectStream extends Disposable {
  ask(ids: readonly string[]): void;
  /** Waits until an object that was asked for is here, or it is known that it does not come. */
  arrival(id: string): Promise<void>;
  /** Hands over the bytes of an object that came; it is not kept any longer. */
  take(id: string): Uint8Array | undefined;
}

/** A larger object does not come. */
const LARGEST = 32 << 20;
/** From so many bytes that nobody took git has to wait, as long as nobody waits for it. */
const MOST_HELD = 32 << 20;

/** Begins to read in a repository. */
export function openObjectStream(git: Git): ObjectStream {
  const coming = new Set<string>();
  const held = new Map<string, Uint8Array>();
  let holding = 0;
  let awaited: { readonly id: string; readonly done: () => void } | undefined;

  function told(id: string, bytes: Uint8Array | undefined): void {
    coming.delete(id);
    if (bytes !== undefined) {
      held.set(id, bytes);
      holding += bytes.length;
    }
    if (awaited?.id === id) settle();
  }

  function settle(): void {
    awaited?.done();
    awaited = undefined;
  }

  const read = newBatchReader(LARGEST, (id, object) => told(id, object?.bytes));
  const talk = git.converse(
    ['cat-file', '--batch'],
    (piece) => {
      read(piece);
      if (awaited === undefined && holding > MOST_HELD) talk.pause();
    },
    () => {
      coming.clear();
      settle();
    },
  );

  return {
    ask(ids) {
      for (const id of ids) coming.add(id);
      talk.ask(`${ids.join('\n')}\n`);
    },
    async arrival(id) {
      if (!coming.has(id)) return;
      await new Promise<void>((done) => {
        awaited = { id, done };
        talk.resume();
      });
    },
    take(id) {
      const bytes = held.get(id);
      if (held.delete(id)) holding -= bytes?.length ?? 0;
      return bytes;
    },
    [Symbol.dispose]: () => talk.end(),
  };
}
