/** Scans all that a number of commits bring, whether or not it is still there after the last of them. */

import type { Harvest } from '../lint-report.ts';
import type { ScanPorts } from '../scan-request.ts';
import type { BytesScan } from './blob-scan.ts';
import { changeSet } from './change-set.ts';
import type { ChangedPaths } from './changed-paths.ts';
import { scanMessages } from './commit-messages.ts';
import type { Git } from './git-command.ts';
import { type Ends, newFindings } from './new-findings.ts';
import type { Objects } from './objects.ts';
import { newPathLookup } from './path-lookup.ts';
import { withProvenance } from './provenance.ts';
import { listingWords } from './range-listing.ts';
import { type ChangingCommit, RAW_WORDS, readRawOutput } from './raw-output.ts';
import { newVersions } from './versions.ts';

/** Where commits are looked at. */
export interface CommitGround {
  readonly git: Git;
  readonly objects: Objects;
  readonly paths: ChangedPaths;
  /** Called once, when git has begun with what is to be scanned. */
  readonly openScan: () => BytesScan;
  /** Commits whose parents are not in this clone. */
  readonly shallow: ReadonlySet<string>;
}

/** Which commits, and what they are compared with. */
export interface CommitsWanted {
  /** As {@link listCommits} lists them. */
  readonly listed: readonly ChangingCommit[];
  /** The commit that they are compared with, asked for only when it is needed. */
  readonly base: () => string | undefined;
  /** What people call the last of them. */
  readonly end: string;
  /** What to do with a commit whose parents are not here: `compare` it with the base, or take it for something that was `known` before. */
  readonly cut: 'compare' | 'known';
}

/** Says how many commits. */
export function countCommits(number: number): string {
  return number === 1 ? 'the one commit' : `the ${number} commits`;
}

/** What commits gave. */
export interface ScannedCommits extends Omit<Harvest, 'whole'> {
  /** How many were looked at, and how many of them are cut off from their parents. */
  readonly commits: number;
  readonly cut: number;
}

/** Lists the commits, oldest first; of a merge only what is as in none of its parents, since the rest came by other commits. */
export function listCommits(git: Git, revisions: readonly string[]): readonly ChangingCommit[] {
  return readRawOutput(git.run(listingWords(revisions)));
}

/**
 * Scans what the commits bring, and their messages unless the scan is limited to some paths.
 *
 * @throws UpstreamError `ERR_LINT_GIT` when git fails
 */
export async function scanCommits(
  { git, objects, paths, openScan, shallow }: CommitGround,
  { listed, base, end, cut }: CommitsWanted,
  progress?: ScanPorts['progress'],
): Promise<ScannedCommits> {
  const isCut = ({ id }: ChangingCommit): boolean => shallow.has(id);
  const cutOff = listed.filter(isCut).length;
  const kept = cut === 'known' ? listed.filter((commit) => !isCut(commit)) : listed;
  const from = cutOff > 0 && cut === 'compare' ? base() : undefined;
  // Without its parents git shows a commit as if it had brought every file.
  const commits = kept.map((commit) => (isCut(commit) && from !== undefined ? compared(git, from, commit.id) : commit));
  // A message belongs to no path.
  const spoken = paths.limited ? [] : kept.map(({ id }) => id);
  const changes = changeSet(commits, paths);
  objects.ready([...spoken, ...changes.brought.map(({ id }) => id)]);
  const scan = openScan();
  const versions = newVersions(objects, scan, paths);
  const last = listed.at(-1)?.id;
  const found = await newFindings(
    changes,
    versions,
    paths,
    { base: versionsIn(objects, base), end: versionsIn(objects, () => last) },
    progress,
  );
  const said = await scanMessages(spoken, objects, scan);
  return {
    findings: [...found.findings.map((one) => withProvenance(one, objects, end)), ...said.findings],
    versions: true,
    skipped: [...changes.skipped, ...found.skipped],
    files: found.files,
    bytes: found.bytes + said.bytes,
    commits: kept.length,
    cut: cutOff,
  };
}

function compared(git: Git, from: string, id: string): ChangingCommit {
  const [commit] = readRawOutput(git.run(['diff-tree', '-r', ...RAW_WORDS, from, id]));
  return { id, changes: commit?.changes ?? [] };
}

/** The versions of files in a commit, which is worked out when the first is asked for. */
function versionsIn(objects: Objects, commit: () => string | undefined): Ends['base'] {
  const contentIn = newPathLookup(objects);
  // Undefined as well is an answer that cost a call of git.
  let asked: { readonly id: string | undefined } | undefined;
  return (path) => {
    asked ??= { id: commit() };
    const content = asked.id === undefined ? undefined : contentIn(asked.id, path);
    return content === undefined ? undefined : { id: content, path };
  };
}
