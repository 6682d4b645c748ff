/** Scans a range of commits: all that will be in the history once they are pushed. */

import { ConfigError, UpstreamError } from '@leasehold/core';
import { readAllowance } from '../allowance.ts';
import { lintReport, type ScanReport } from '../lint-report.ts';
import type { Repository } from '../repository.ts';
import { openBytesScan } from './blob-scan.ts';
import { changedPaths } from './changed-paths.ts';
import type { CommitRange } from './commit-range.ts';
import { type Git, newGit } from './git-command.ts';
import { type ChangesPorts, type ChangesRequest, repositoryOfCommits } from './ground.ts';
import { NOT_HERE } from './new-findings.ts';
import { openRepositoryObjects } from './objects.ts';
import { isPartial } from './private-store.ts';
import { beginListing, type RangeListing } from './range-listing.ts';
import { type ChangingCommit, readRawOutput } from './raw-output.ts';
import { countCommits, type ScannedCommits, scanCommits } from './scan-commits.ts';
import { shallowCommits } from './shallow.ts';

/** A scan of a range. */
export interface RangeRequest extends ChangesRequest {
  /** `A..B`, `A...B`, `A..`, or one commit. */
  readonly range: string;
  /** What `beginListing` began for it; it begins with the scan when this is left out. */
  readonly listing?: RangeListing;
}

/**
 * Scans every version of a file that the commits of a range bring, and their messages; a secret that was added and taken out again within the range is found. What the version before the range has is not told.
 *
 * @throws ConfigError `ERR_LINT_RANGE` when the range cannot be read or names what is not here, `ERR_LINT_REPOSITORY` outside of a repository, `ERR_ALLOW_LIST`; UpstreamError `ERR_LINT_GIT` when git fails
 * @example scanRange({ cwd: process.cwd(), range: 'main..HEAD', failOn: 'prefixed' }, { now: Date.now, env: process.env })
 */
export async function scanRange(request: RangeRequest, ports: ChangesPorts): Promise<ScanReport> {
  const { cwd, failOn, allowList, paths = [] } = request;
  const { range, answer } = request.listing ?? beginListing(request.range, cwd, ports.env);
  const repository = repositoryOfCommits(cwd);
  const allowance = readAllowance(cwd, allowList);
  const git = newGit({ cwd, env: ports.env });
  const shallow = shallowCommits(repository.commonFolder);
  using objects = openRepositoryObjects(repository.commonFolder, git);
  const listed = await inRange(request.range, shallow.size > 0, answer);
  const found = await scanCommits(
    { git, objects, paths: changedPaths(repository, cwd, paths), openScan: () => openBytesScan(request), shallow },
    { listed, base: () => baseOf(git, range), end: range.end, cut: 'compare' },
    ports.progress,
  );
  const about = `scanned ${countCommits(found.commits)} of ${request.range}, and left out what ${range.base} has`;
  return lintReport(
    { ...found, whole: false, about, notes: [...cutNotes(found), ...absentNotes(found, repository, request.range)] },
    allowance,
    failOn,
    ports.now(),
  );
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

/** Nothing is fetched here: lint connects to nobody unless it is documented, and a range is looked at before a push, when there may be nobody to connect to. */
function absentNotes({ skipped }: ScannedCommits, repository: Repository, range: string): readonly string[] {
  const absent = skipped.filter(({ reason }) => reason === NOT_HERE).length;
  if (absent === 0 || !isPartial(repository)) return [];
  return [
    `the clone is partial: ${absent === 1 ? 'a version of a file that the range brings is' : `${absent} versions of files that the range brings are`} not in it: fetch what is missing, such as by \`git log -p ${range}\`, and lint again`,
  ];
}

/** Says of a revision that git does not know that it is the range that is wrong. */
async function inRange(range: string, shallow: boolean, answer: Promise<Buffer>): Promise<readonly ChangingCommit[]> {
  try {
    return readRawOutput(await answer);
  } catch (error) {
    if (!(error instanceof UpstreamError) || !/revision|bad object|ambiguous/.test(error.message)) throw error;
    throw new ConfigError(`the range \`${range}\` names a commit that is not here`, {
      code: 'ERR_LINT_RANGE',
      help: helpOf(range, shallow),
      cause: error,
    });
  }
}

function helpOf(range: string, shallow: boolean): string {
  // As CI systems and the hooks of git call what a new branch was before.
  if (/^0{40,64}\.\./.test(range))
    return 'zeros stand for nothing: of a new branch name what it parted from, such as `origin/main..HEAD`';
  if (shallow) return 'the clone is shallow: fetch more of it, such as with `fetch-depth: 0`, or use `--pr`';
  return 'see `git log` for the names that it knows';
}
