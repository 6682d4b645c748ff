/** The names that a repository gives to objects: branches, tags, and whatever else lies under `refs/`. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commonFolder, hasForeignRefs, textOf } from './git-folder.ts';
import type { Unread } from './git-object.ts';
import { type GitPorts, runGit } from './git-process.ts';

/** A name and the id that it stands for. */
export interface Ref {
  /** In full, such as `refs/heads/main` or `HEAD`; that of another working tree as git writes it, such as `worktrees/fix/HEAD`. */
  readonly name: string;
  /** In hexadecimal digits. */
  readonly id: string;
}

/** All of them. */
export interface Refs {
  /** In the order of their names, with the working trees' heads first; a ref that stands for nothing is left out. */
  readonly refs: readonly Ref[];
  /** Why there are none, where neither their files nor git could be asked. */
  readonly unread: readonly Unread[];
}

const ID = /^(?:[0-9a-f]{64}|[0-9a-f]{40})$/;

/** Symbolic refs may lead to symbolic refs; git follows five. */
const STEPS = 5;

/** Folders in folders under `refs/` that are gone into. */
const DEPTH = 32;

/**
 * Reads all refs of a repository: loose, packed, `HEAD` and that of each linked working tree (gitrepository-layout). Those of a reftable are asked of git, which is newer than that format wherever there is one.
 *
 * @example readRefs('/src/site/.git', { environment: process.env }).refs // HEAD, refs/heads/main, …
 */
export function readRefs(gitFolder: string, ports: GitPorts): Refs {
  const common = commonFolder(gitFolder);
  const heads = headFiles(gitFolder, common);
  if (hasForeignRefs(common)) return refsByGit(gitFolder, [...heads.keys()], ports);
  const refs = new Map<string, string>(packedRefs(textOf(join(common, 'packed-refs')) ?? ''));
  for (const [name, text] of looseRefs(common, 'refs', 0)) refs.set(name, text);
  if (common !== gitFolder) for (const [name, text] of looseRefs(gitFolder, 'refs', 0)) refs.set(name, text);
  const own = [...heads].map(([name, path]) => [name, textOf(path)?.trim()] as const);
  const named = [...own, ...[...refs].sort(([one], [other]) => (one < other ? -1 : 1))];
  return {
    refs: named.flatMap(([name, text]) => {
      const id = follow(text, refs);
      return id === undefined ? [] : [{ name, id }];
    }),
    unread: [],
  };
}

function refsByGit(gitFolder: string, heads: readonly string[], ports: GitPorts): Refs {
  const listed = runGit(gitFolder, ['for-each-ref', '--format=%(objectname) %(refname)'], '', ports);
  const resolved = runGit(gitFolder, ['cat-file', '--batch-check=%(objectname)'], `${heads.join('\n')}\n`, ports);
  if (typeof listed === 'string') return { refs: [], unread: [{ what: 'refs', reason: listed }] };
  const ids = typeof resolved === 'string' ? [] : resolved.toString('latin1').split('\n');
  const own = heads.flatMap((name, at) => (ID.test(ids[at] ?? '') ? [{ name, id: ids[at] as string }] : []));
  return { refs: [...own, ...packedRefs(listed.toString('utf8')).map(([name, id]) => ({ name, id }))], unread: [] };
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

/** Names of the heads of all working trees, with the files that they lie in unless there is a reftable. */
function headFiles(gitFolder: string, common: string): ReadonlyMap<string, string> {
  const files = new Map([['HEAD', join(gitFolder, 'HEAD')]]);
  if (common !== gitFolder) files.set('main-worktree/HEAD', join(common, 'HEAD'));
  for (const entry of entriesOf(join(common, 'worktrees'))) {
    if (entry.isDirectory()) files.set(`worktrees/${entry.name}/HEAD`, join(common, 'worktrees', entry.name, 'HEAD'));
  }
  return files;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
