/** In which commit each content came into a history, and under which path. */

import type { PathLookup } from '../changes/path-lookup.ts';

/** A content of a file, at its first appearance. */
export interface Version {
  readonly commit: string;
  readonly content: string;
}

/** Where objects stood in a history, and what stood there before and behind. */
export interface Trace {
  /** The paths (latin1, from the top) under which the objects appeared first; that of a commit is empty, and that of a tag is none. An object that is not there is led to by no ref. */
  readonly origins: ReadonlyMap<string, string>;
  /** The contents of paths that one of the objects had, the oldest first; one that stood under another path before is not among them. */
  versions(paths: ReadonlySet<string>): ReadonlyMap<string, readonly Version[]>;
  /** Looks such a path up in a commit, where that costs less than to read trees. */
  readonly lookup?: PathLookup | undefined;
}

/** What refs and `HEAD` lead to. */
export interface ObjectHistory {
  trace(ids: ReadonlySet<string>): Trace;
  /** The commits from `HEAD` on by their first parents, the newest first. */
  mainline(head: string): readonly MainlineCommit[];
  /** Objects that belong to the history and are not here. */
  missing(): number;
  /** Whether an answer would have taken too much memory, so that it was not given, or not in full. */
  curtailed(): boolean;
}

/** A commit of the line that `HEAD` is at the end of. */
export interface MainlineCommit {
  readonly id: string;
  /** By the committer's clock, in seconds since the epoch. */
  readonly time: number;
}
