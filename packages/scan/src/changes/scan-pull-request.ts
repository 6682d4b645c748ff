/** Scans what a pull request, a merge group or a push brings, on whatever checkout the job has. */

import type { SkippedFile } from '@leasehold/core';
import { readAllowance } from '../allowance.ts';
import { bytePath } from '../byte-path.ts';
import { lintReport, type ScanReport } from '../lint-report.ts';
import type { Repository } from '../repository.ts';
import { scanTree } from '../scan-tree.ts';
import { type Acquired, commitsAtHand, fetchBrought, fetchedCommits } from './acquire-commits.ts';
import { openBytesScan } from './blob-scan.ts';
import { changedPaths } from './changed-paths.ts';
import type { EventCommits } from './event-commits.ts';
import { commitsOfJob } from './event-file.ts';
import { fetchContents, missingOf } from './fetch-commits.ts';
import { type Git, newGit } from './git-command.ts';
import { type ChangesPorts, type ChangesRequest, repositoryOf } from './ground.ts';
import { type Objects, openRepositoryObjects } from './objects.ts';
import { isPartial, type PrivateStore, privateStore } from './private-store.ts';
import { countCommits, scanCommits } from './scan-commits.ts';
import { shallowCommits } from './shallow.ts';

/** What helps against a connection that fails for its own reasons, and against one that lacks credentials: whoever comes without is often told that nothing is there. */
const ADVICE = {
  later: 'run the job again, or give actions/checkout `fetch-depth: 0`',
  credentials: 'let actions/checkout persist its credentials, or give it `fetch-depth: 0`',
} as const;
const FOR_LATER = /error: (?:429|5\d\d)\b|ETIMEDOUT|too slow|timed out|resolve host|connect to/i;

/**
 * Scans every version of a file that the commits of the job's event bring, and their messages.
 *
 * Commits that the checkout has not are fetched into a private folder, without the contents of files; then the contents that were changed, in one request. The checkout, its configuration and its references stay as they are. Where that cannot be done, more is scanned rather than less, and the report's notes say so: all that differs between the ends if both are here, else all files of the checkout.
 *
 * @throws ConfigError `ERR_LINT_EVENT` outside of a job whose event brings commits, `ERR_LINT_REPOSITORY` outside of a repository, `ERR_ALLOW_LIST`; UpstreamError `ERR_LINT_GIT` when git is not there
 * @example scanPullRequest({ cwd: process.cwd(), failOn: 'prefixed' }, { now: Date.now, env: process.env })
 */
export async function scanPullRequest(request: ChangesRequest, ports: ChangesPorts): Promise<ScanReport> {
  const { cwd, failOn, allowList } = request;
  const repository = repositoryOf(cwd);
  const event = commitsOfJob(ports.env);
  if ('nothing' in event) {
    const nothing = { findings: [], skipped: [], files: 0, bytes: 0, whole: false, about: `nothing to scan, ${event.nothing}` };
    return lintReport(nothing, readAllowance(cwd, allowList), failOn, ports.now());
  }
  const git = newGit({ cwd, env: ports.env });
  const shallow = shallowCommits(repository.commonFolder);
  const atHand = isPartial(repository) ? undefined : commitsAtHand(git, event, shallow);
  if (atHand !== undefined) {
    using objects = openRepositoryObjects(repository.commonFolder, git);
    return await scanned(request, ports, event, atHand, { git, objects, shallow });
  }
  return withFetched(request, ports, event, repository, git);
}

/** The repository that the commits are read from. */
interface Source {
  readonly git: Git;
  readonly objects: Objects;
  readonly shallow: ReadonlySet<string>;
}

async function scanned(
  request: ChangesRequest,
  ports: ChangesPorts,
  event: EventCommits,
  { listed, base, cut, notes }: Acquired,
  source: Source,
): Promise<ScanReport> {
  const { cwd, failOn, allowList, paths = [] } = request;
  const allowance = readAllowance(cwd, allowList);
  const looked = changedPaths(repositoryOf(cwd), cwd, paths);
  const ground = { ...source, openScan: () => openBytesScan(request), paths: looked };
  const found = await scanCommits(
    ground,
    { listed, base: () => base, end: event.headRefs[0] ?? event.head.slice(0, 12), cut },
    ports.progress,
  );
  const against = base === undefined ? 'with nothing to compare them with' : `and left out what ${base.slice(0, 12)} has`;
  const about = `scanned ${countCommits(found.commits)} of ${event.title} up to ${event.head.slice(0, 12)}, ${against}`;
  return lintReport({ ...found, whole: false, about, notes }, allowance, failOn, ports.now());
}

async function withFetched(
  request: ChangesRequest,
  ports: ChangesPorts,
  event: EventCommits,
  repository: Repository,
  git: Git,
): Promise<ScanReport> {
  const tip = git.run(['rev-parse', '--verify', 'HEAD']).toString('latin1').trim();
  let reason = '';
  for (const contents of [false, true]) {
    using store = privateStore(repository, request.cwd, ports.env, tip);
    const acquired = fetchedCommits(store, event, contents);
    if ('reason' in acquired) {
      // Whether contents come along makes no difference to what the other side refused.
      reason = acquired.reason;
      break;
    }
    const refused = fetchBrought(store, acquired);
    if (refused !== undefined && !contents) {
      reason = refused;
      continue;
    }
    const notes = contents
      ? [...acquired.notes, `all contents were fetched, since the changed ones alone were refused: ${reason}`]
      : acquired.notes;
    using source = sourceOf(store);
    return await scanned(request, ports, event, { ...acquired, notes }, source);
  }
  return withoutFetch(request, ports, event, git, tip, reason);
}

function sourceOf(store: PrivateStore): Source & Disposable {
  const open = (): Objects & Disposable => openRepositoryObjects(bytePath(store.gitFolder), store.git);
  let held = open();
  return {
    git: store.git,
    shallow: store.shallow(),
    objects: {
      ready(ids) {
        const missing = missingOf(store, ids);
        // What cannot be had is told where it is asked for; what was fetched lies in packs that were not there before.
        if (missing.length > 0 && fetchContents(store, missing) === undefined) {
          held[Symbol.dispose]();
          held = open();
        }
        held.ready(ids);
      },
      arrival: (id) => held.arrival(id),
      read: (id) => held.read(id),
    },
    [Symbol.dispose]: () => held[Symbol.dispose](),
  };
}

/** Does with what the checkout has. */
async function withoutFetch(
  request: ChangesRequest,
  ports: ChangesPorts,
  event: EventCommits,
  git: Git,
  tip: string,
  reason: string,
): Promise<ScanReport> {
  const whole = scanTree({ ...request, paths: request.paths?.length ? request.paths : ['.'] }, ports);
  const note = `the commits of ${event.title} could not be fetched (${reason}), so that the files of the checkout were scanned instead, and neither messages nor what was taken out again: ${ADVICE[FOR_LATER.test(reason) ? 'later' : 'credentials']}`;
  const skipped: readonly SkippedFile[] = holds(git, tip, event.head)
    ? []
    : [{ path: event.title, reason: 'unreadable: its last commit is not in this checkout' }];
  return {
    ...whole,
    skipped: [...skipped, ...whole.skipped],
    notes: [note, ...whole.notes],
    about: `scanned the files of the checkout, since the commits of ${event.title} are not here`,
  };
}

/** Whether what is checked out is the last commit, or its merge; a commit names its parents although they were not fetched. */
function holds(git: Git, tip: string, head: string): boolean {
  if (tip === head) return true;
  const commit = git.run(['cat-file', 'commit', tip]).toString('latin1');
  return commit.slice(0, commit.indexOf('\n\n')).split('\n').includes(`parent ${head}`);
}
