/** Scans a range of commits: all that will be in the history once they are pushed. */

import { ConfigError, UpstreamError } from '@leasehold/core';
import { readAllowance } from '../allowance.ts';
import { lintReport, type ScanReport } from '../lint-report.ts';
import { openBytesScan } from './blob-scan.ts';
import { changedPaths } from './changed-paths.ts';
import { type CommitRange, parseCommitRange } from './commit-range.ts';
import { type Git, newGit } from './git-command.ts';
import { type ChangesPorts, type ChangesRequest, repositoryOfCommits } from './ground.ts';
import { openRepositoryObjects } from './objects.ts';
import { countCommits, listCommits, type ScannedCommits, scanCommits } from './scan-commits.ts';
import { shallowCommits } from './shallow.ts';

/** A scan of a range. */
export interface RangeRequest extends ChangesRequest {
  /** `A..B`, `A...B`, `A..`, or one commit. */
  readonly range: string;
}

/**
 * Scans every version of a file that the commits of a range bring, and their messages; a secret that was added and taken out again within the range is found. What the version before the range has is not told.
 *
 * @throws ConfigError `ERR_LINT_RANGE` when the range cannot be read or names what is not here, `ERR_LINT_REPOSITORY` outside of a repository, `ERR_ALLOW_LIST`; UpstreamError `ERR_LINT_GIT` when git fails
 * @example scanRange({ cwd: process.cwd(), range: 'main..HEAD', failOn: 'prefixed' }, { now: Date.now, env: process.env })
 */
export function scanRange(request: RangeRequest, ports: ChangesPorts): ScanReport {
  const { cwd, failOn, allowList, paths = [] } = request;
  const range = parseCommitRange(request.range);
  const repository = repositoryOfCommits(cwd);
  const allowance = readAllowance(cwd, allowList);
  const git = newGit({ cwd, env: ports.env });
  const shallow = shallowCommits(repository.commonFolder);
  const listed = inRange(request.range, shallow.size > 0, () => listCommits(git, range.revisions));
  const found = scanCommits(
    {
      git,
      objects: openRepositoryObjects(repository.commonFolder, git),
      paths: changedPaths(repository, cwd, paths),
      scan: openBytesScan(request),
      shallow,
    },
    { listed, base: () => baseOf(git, range), end: range.end, cut: 'compare' },
    ports.progress,
  );
  const about = `scanned ${countCommits(found.commits)} of ${request.range}, and left out what ${range.base} has`;
  return lintReport({ ...found, whole: false, about, notes: cutNotes(found) }, allowance, failOn, ports.now());
}

function baseOf(git: Git, { base, end, parted }: CommitRange): string | undefined {
  const words = parted ? ['merge-base', base, end] : ['rev-parse', '--verify', '--quiet', `${base}^{commit}`];
  try {
    return git.run(words).toString('latin1').trim() || undefined;
  } catch (error) {
    // The first commit has no parent, and two histories need not have a commit in common.
    if (error instanceof UpstreamError) return undefined;
    throw error;
  }
}

function cutNotes({ cut }: ScannedCommits): readonly string[] {
  if (cut === 0) return [];
  return [
    `the clone is shallow: ${cut === 1 ? 'a commit of the range is' : `${cut} commits of the range are`} cut off from what came before, so that only the difference to the base was scanned there`,
  ];
}

/** Says of a revision that git does not know that it is the range that is wrong. */
function inRange<T>(range: string, shallow: boolean, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UpstreamError) || !/revision|bad object|ambiguous/.test(error.message)) throw error;
    throw new ConfigError(`the range \`${range}\` names a commit that is not here`, {
      code: 'ERR_LINT_RANGE',
      help: shallow
        ? 'the clone is shallow: fetch more of it, such as with `fetch-depth: 0`, or use `--pr`'
        : 'see `git log` for the names that it knows',
      cause: error,
    });
  }
}
