/** Scans the whole history of a repository: every version of every file, and the messages of commits and tags. */

import { existsSync } from 'node:fs';
import { atLeast, type SkippedFile } from '@leasehold/core';
import { openObjects, readRefs } from '@leasehold/git';
import { readAllowance } from '../allowance.ts';
import { openable } from '../byte-path.ts';
import { type Env, newGit } from '../changes/git-command.ts';
import { openRepositoryObjects } from '../changes/objects.ts';
import { shallowCommits } from '../changes/shallow.ts';
import { customRules, readyRules } from '../custom/rule-loader.ts';
import { scannerSource } from '../custom/scanner-source.ts';
import { lintReport, type ScanReport } from '../lint-report.ts';
import type { ScanPorts, ScanRequest } from '../scan-request.ts';
import { attribute } from './attribution.ts';
import { keyOf, newContents } from './contents.ts';
import { historyRepository } from './history-repository.ts';
import { historyNotes } from './notes.ts';
import type { PartResult } from './part.ts';
import { isStrong } from './sightings.ts';
import { survey } from './survey.ts';

/** A scan of a history. */
export interface HistoryRequest extends Omit<ScanRequest, 'archives'> {
  /** A folder in a working tree, a bare repository or a `.git` folder, from `cwd`; the one around `cwd` when it is left out. */
  readonly repository?: string;
  /** Ends the scan and all its threads. */
  readonly signal?: AbortSignal;
}

/** What it needs of the world. */
export interface HistoryPorts extends Pick<ScanPorts, 'now'> {
  /** Variables of the process, for git. */
  readonly env: Env;
  /** Told now and then how many objects were gone over, and how many there are. */
  readonly progress?: (done: number, total: number) => void;
  /** Told before anything is read when there are so many objects that it will take long. */
  readonly long?: () => void;
}

/** Objects that take several seconds. */
const MANY = 400_000;

const EVERYTHING = 'every version of every file, and the messages of all commits and tags';

/** Findings that do not fail and are listed; the rest of them is counted. */
const MOST_WEAK = 1000;

/**
 * Finds the secrets of a history, each once: at the place where it stood first.
 *
 * Objects are read without git and scanned by several threads. What is found is then looked for in the commits, with the path counting as standing near, and comments and the repository's own allow list counting as in a working tree.
 *
 * What has a form of its own is looked for in all of them. What only its surroundings tell (`contextual` and `heuristic` findings of rules without a prefix) is looked for in the newest version of `HEAD`, by its path, and everywhere only when `failOn` is so weak that it fails. Of findings that do not fail, those in the newest version of `HEAD` are listed, and those with a form of their own in older versions and messages are counted.
 *
 * @throws ConfigError `ERR_LINT_REPOSITORY` when there is no repository, `ERR_ALLOW_LIST` when its allow list is wrong; the signal's reason when it was ended
 * @example await scanHistory({ cwd: process.cwd(), failOn: 'prefixed' }, { now: Date.now, env: process.env })
 */
export async function scanHistory(request: HistoryRequest, { now, env, progress, long }: HistoryPorts): Promise<ScanReport> {
  const { cwd, repository, failOn, allowList, rules, signal } = request;
  const { top, gitFolder, commonFolder } = historyRepository(cwd, repository);
  const allowance = readAllowance(top, allowList);
  const source = scannerSource({ cwd: rules === undefined ? top : cwd, rules });
  await readyRules(source);
  // A rule that is wrong is told here, and not by a thread.
  customRules(source);
  const store = openObjects(gitFolder);
  if (store.packs.reduce((sum, { index }) => sum + index.count, 0) >= MANY) long?.();
  try {
    const git = newGit({ cwd: top, env, gitFolder });
    using objects = openRepositoryObjects(gitFolder, git);
    const { refs, unread } = readRefs(gitFolder, { environment: env });
    const contents = newContents(store, source, failOn);
    const cut = shallowCommits(commonFolder);
    const { results, newest, inHead, sightings, told, without } = await survey(
      { gitFolder, source, env, failOn },
      { store, git, objects, contents, refs, cut, progress: progress ?? (() => {}), signal },
    );
    const strong = sightings.filter((sighting) => isStrong(sighting, failOn));
    const strongKeys = new Set(strong.map(keyOf));
    const weak = [...newest.weak].filter(([key]) => !strongKeys.has(key)).map(([, finding]) => finding);
    const messages = new Set(results.flatMap((result) => result.messages));
    const attributed = attribute(strong, { store, objects, contents, refs, inHead, history: told, messages });
    const old = sightings.filter((sighting) => !isStrong(sighting, failOn) && !newest.weak.has(keyOf(sighting))).length;
    const left = old + Math.max(0, weak.length - MOST_WEAK);
    return lintReport(
      {
        findings: [...attributed, ...weak.slice(0, MOST_WEAK)],
        skipped: [
          ...skippedOf(results),
          ...[...unread, ...store.unread].map(({ what, reason }) => ({ path: what, reason: `unreadable: ${reason}` })),
        ],
        files: sum(results, ({ files }) => files),
        bytes: sum(results, ({ bytes }) => bytes),
        versions: true,
        whole: true,
        about: atLeast('contextual', failOn)
          ? EVERYTHING
          : `${EVERYTHING}; what only its surroundings tell, in the newest version of HEAD`,
        notes: historyNotes({
          left,
          without,
          missing: told?.missing(),
          curtailed: told?.curtailed() ?? false,
          unnamed: sum(results, ({ unnamed }) => unnamed),
          shallow: cut.size > 0,
          partial: store.packs.some(({ path }) => existsSync(openable(path.replace(/pack$/, 'promisor')))),
        }),
      },
      allowance,
      failOn,
      now(),
    );
  } finally {
    store.close();
  }
}

function skippedOf(results: readonly PartResult[]): readonly SkippedFile[] {
  return results.flatMap(({ skipped }) => skipped.map(({ what, reason }) => ({ path: what, reason })));
}

function sum(results: readonly PartResult[], of: (result: PartResult) => number): number {
  return results.reduce((total, result) => total + of(result), 0);
}
