/** What a change brings, put in the order in which it came. */

import type { SkippedFile } from '@leasehold/core';
import { readable } from '../byte-path.ts';
import { type ChangedPaths, isWithin } from './changed-paths.ts';
import type { Change, ChangingCommit, Side } from './raw-output.ts';
import type { Version } from './versions.ts';

/** A version that a commit brought or took away. */
interface Changed extends Version {
  /** Id of the commit; undefined where nothing is committed yet. */
  readonly commit: string | undefined;
  /** Place of the commit among the others, oldest first. */
  readonly order: number;
}

/** The last version of a file that went. */
export type Gone = Changed;

/** A version of a file that was not there before. */
export interface Brought extends Changed {
  /** The versions of the file that it came from, one a parent. */
  readonly before: readonly Version[];
}

/** All that changes. */
export interface ChangeSet {
  /** Oldest first. */
  readonly brought: readonly Brought[];
  /** The last versions of files that went, in the order of their going: one that came may be the same file under a new name. */
  readonly gone: readonly Gone[];
  /** What is not looked at, with the reason; `path` as the report shows it. */
  readonly skipped: readonly SkippedFile[];
}

const LINK = '120000';
const SUBMODULE = '160000';

/** Collects the changes of commits, oldest first, as far as their paths are wanted. */
export function changeSet(commits: readonly ChangingCommit[], paths: ChangedPaths): ChangeSet {
  const brought: Brought[] = [];
  const gone: Gone[] = [];
  const skipped = new Map<string, SkippedFile>();
  const skip = (path: string, reason: string): void => {
    const shown = readable(paths.shown(path));
    skipped.set(`${shown}\0${reason}`, { path: shown, reason });
  };
  for (const [order, { id, changes }] of commits.entries()) {
    const by = { commit: id === '' ? undefined : id, order };
    for (const change of changes) {
      const { path, after } = change;
      // What came under a wanted path may have gone from another one.
      if (after === undefined && !change.unmerged) gone.push(...versionsBefore(change).map((version) => ({ ...version, ...by })));
      if (!paths.wanted(path)) continue;
      if (change.unmerged) skip(path, 'in conflict');
      else if (after === undefined) continue;
      else if (after.mode === LINK) skip(path, 'symbolic link');
      else if (after.mode === SUBMODULE) skip(path, 'another repository');
      else if (!hasContent(change, after)) {
        brought.push({ path, id: after.id, ...by, before: versionsBefore(change) });
      }
    }
  }
  for (const { path, reason } of paths.absent) {
    if (!commits.some(({ changes }) => changes.some((change) => isWithin(change.path, path)))) skip(path, reason);
  }
  return { brought, gone, skipped: [...skipped.values()] };
}

function versionsBefore({ path, before }: Change): readonly Version[] {
  return before.filter(isFile).map(({ id }) => ({ id, path }));
}

function isFile({ mode }: Side): boolean {
  return mode !== LINK && mode !== SUBMODULE;
}

/** Whether only the mode changed. */
function hasContent({ before }: Change, after: Side): boolean {
  return before.some((side) => side.id === after.id && isFile(side));
}
