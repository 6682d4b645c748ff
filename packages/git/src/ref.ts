/** What one ref stands for, without a look at the others. */

import { join } from 'node:path';
import { commonFolder, hasForeignRefs, idLengthOf, textOf } from './git-folder.ts';

/** The answer for a ref. */
export interface RefTarget {
  /** In hexadecimal digits; undefined when the ref stands for nothing, as `HEAD` does before the first commit. */
  readonly id: string | undefined;
  /** Bytes of an id: 20, or 32 with SHA-256. */
  readonly idLength: 20 | 32;
}

/** Symbolic refs may lead to symbolic refs; git follows five. */
const STEPS = 5;

/** Names that are paths below the folder, and lead to no other place. */
const NAME = /^(?:[A-Z_]+|refs(?:\/(?!\.)[^\0-\x20\x7f~^:?*[\\/]+)+)$/;

/** Those that each working tree has for itself (gitrepository-layout, "refs"). */
const OWN = /^(?:[A-Z_]+$|refs\/(?:bisect|worktree|rewritten)\/)/;

/**
 * Reads a ref from its file or from `packed-refs`, and follows symbolic refs.
 *
 * @param gitFolder - `.git` of a working tree, the folder of a bare repository, or that of a linked working tree
 * @param name - in full, such as `refs/heads/main` or `HEAD`
 * @returns undefined when it cannot be told: a reftable, a file that is no ref
 */
export function readRef(gitFolder: string, name: string): RefTarget | undefined {
  const common = commonFolder(gitFolder);
  if (hasForeignRefs(common)) return undefined;
  const idLength = idLengthOf(common);
  let at = name;
  for (let step = 0; step <= STEPS; step++) {
    if (!NAME.test(at) || at.includes('..') || at.includes('@{')) return undefined;
    const text = textOf(join(OWN.test(at) ? gitFolder : common, at))?.trimEnd();
    if (text === undefined) return at === 'HEAD' ? undefined : { id: packed(common, at, idLength), idLength };
    if (!text.startsWith('ref:')) return isId(text, idLength) ? { id: text, idLength } : undefined;
    at = text.slice('ref:'.length).trim();
  }
  return undefined;
}

function packed(common: string, name: string, idLength: number): string | undefined {
  const text = textOf(join(common, 'packed-refs')) ?? '';
  const at = text.indexOf(` ${name}\n`);
  const id = text.slice(Math.max(0, at - 2 * idLength), Math.max(0, at));
  return isId(id, idLength) ? id : undefined;
}

function isId(text: string, idLength: number): boolean {
  return text.length === 2 * idLength && /^[0-9a-f]+$/.test(text);
}
