/** The names that a repository gives to objects: branches, tags, and whatever else lies under `refs/`. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commonFolder, textOf } from './git-folder.ts';

/** A name and the id that it stands for. */
export interface Ref {
  /** In full, such as `refs/heads/main` or `HEAD`; that of another working tree as git writes it, such as `worktrees/fix/HEAD`. */
  readonly name: string;
  /** In hexadecimal digits. */
  readonly id: string;
}

const ID = /^(?:[0-9a-f]{64}|[0-9a-f]{40})$/;

/** Symbolic refs may lead to symbolic refs; git follows five. */
const STEPS = 5;

/** Folders in folders under `refs/` that are gone into. */
const DEPTH = 32;

/**
 * Reads all refs of a repository: loose, packed, `HEAD` and that of each linked working tree (gitrepository-layout). Those of a reftable are not among them.
 *
 * @returns in the order of their names, with the working trees' heads first; a ref that stands for nothing is left out
 */
export function readRefs(gitFolder: string): readonly Ref[] {
  const common = commonFolder(gitFolder);
  const refs = new Map<string, string>(packedRefs(textOf(join(common, 'packed-refs')) ?? ''));
  for (const [name, text] of looseRefs(common, 'refs', 0)) refs.set(name, text);
  if (common !== gitFolder) for (const [name, text] of looseRefs(gitFolder, 'refs', 0)) refs.set(name, text);
  const heads = new Map<string, string>();
  for (const [name, path] of headFiles(gitFolder, common)) {
    const text = textOf(path)?.trim();
    if (text !== undefined) heads.set(name, text);
  }
  const names = [...heads.keys(), ...[...refs.keys()].sort()];
  return names.flatMap((name) => {
    const id = follow(heads.get(name) ?? refs.get(name), refs);
    return id === undefined ? [] : [{ name, id }];
  });
}

function follow(text: string | undefined, refs: ReadonlyMap<string, string>): string | undefined {
  let value = text;
  for (let step = 0; value?.startsWith('ref:') && step < STEPS; step++) value = refs.get(value.slice(4).trim());
  return value !== undefined && ID.test(value) ? value : undefined;
}

/** Lines of an id and a name; `#` begins a comment, `^` what the tag above it stands for. */
function packedRefs(text: string): readonly [string, string][] {
  return text.split('\n').flatMap((line) => {
    const space = line.indexOf(' ');
    const id = line.slice(0, space);
    return space > 0 && ID.test(id) ? [[line.slice(space + 1).trimEnd(), id] as [string, string]] : [];
  });
}

function* looseRefs(folder: string, name: string, depth: number): Iterable<[string, string]> {
  for (const entry of entriesOf(join(folder, name))) {
    const below = `${name}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth < DEPTH) yield* looseRefs(folder, below, depth + 1);
      continue;
    }
    const text = entry.isFile() ? textOf(join(folder, below))?.trim() : undefined;
    if (text) yield [below, text];
  }
}

function headFiles(gitFolder: string, common: string): readonly [string, string][] {
  const trees = entriesOf(join(common, 'worktrees')).filter((entry) => entry.isDirectory());
  const files = trees.map(({ name }): [string, string] => [`worktrees/${name}/HEAD`, join(common, 'worktrees', name, 'HEAD')]);
  const own: [string, string][] = [['HEAD', join(gitFolder, 'HEAD')]];
  return common === gitFolder ? [...own, ...files] : [...own, ['main-worktree/HEAD', join(common, 'HEAD')], ...files];
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
