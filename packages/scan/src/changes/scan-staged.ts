/** Scans what a commit would bring: the index, as it differs from what is committed. */

import { readAllowance } from '../allowance.ts';
import { lintReport, type ScanReport } from '../lint-report.ts';
import { openBytesScan } from './blob-scan.ts';
import { changeSet } from './change-set.ts';
import { changedPaths } from './changed-paths.ts';
import { newGit } from './git-command.ts';
import { type ChangesPorts, type ChangesRequest, repositoryOf } from './ground.ts';
import { newFindings } from './new-findings.ts';
import { openRepositoryObjects } from './objects.ts';
import { listStaged } from './staged-changes.ts';
import { newVersions } from './versions.ts';

/**
 * Scans the staged version of each file that a commit would change, and tells what the committed one has not.
 *
 * The index is the one that git hands to its hooks, so that `git commit -a` and a commit of some paths are looked at as they will be. What is marked with `git add --intent-to-add` is not part of a commit, and nothing in conflict can be.
 *
 * @throws ConfigError `ERR_LINT_REPOSITORY` outside of a repository, `ERR_ALLOW_LIST` when the allow list is wrong; UpstreamError `ERR_LINT_GIT` when git is needed and fails
 * @example scanStaged({ cwd: process.cwd(), failOn: 'prefixed' }, { now: Date.now, env: process.env })
 */
export async function scanStaged(request: ChangesRequest, ports: ChangesPorts): Promise<ScanReport> {
  const { cwd, failOn, allowList, paths = [] } = request;
  const repository = repositoryOf(cwd);
  const allowance = readAllowance(cwd, allowList);
  const git = newGit({ cwd, env: ports.env });
  const looked = changedPaths(repository, cwd, paths);
  using objects = openRepositoryObjects(repository.commonFolder, git);
  const staged = changeSet(listStaged({ repository, cwd, env: ports.env, git, objects }), looked);
  const about = 'compared what is staged with the last commit';
  if (staged.brought.length === 0) {
    const nothing = { findings: [], skipped: staged.skipped, files: 0, bytes: 0, whole: false, about };
    return lintReport(nothing, allowance, failOn, ports.now());
  }
  objects.ready(staged.brought.map(({ id }) => id));
  const versions = newVersions(objects, openBytesScan(request), looked);
  const found = await newFindings(staged, versions, looked, undefined, ports.progress);
  const findings = found.findings.map(({ finding }) => finding);
  const skipped = [...staged.skipped, ...found.skipped];
  return lintReport({ ...found, findings, skipped, whole: false, about }, allowance, failOn, ports.now());
}
