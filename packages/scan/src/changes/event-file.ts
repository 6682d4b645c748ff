/** The event that started a job on GitHub Actions. */

import { readFileSync } from 'node:fs';
import { ConfigError } from '@leasehold/core';
import { type EventCommits, eventCommits, type NoCommits } from './event-commits.ts';
import type { Env } from './git-command.ts';

/**
 * Reads which commits the job's event is about.
 *
 * @throws ConfigError `ERR_LINT_EVENT` outside of such a job, or when its event brings no commits
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function commitsOfJob(env: Env): EventCommits | NoCommits {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = env;
  if (name === undefined || path === undefined) {
    throw new ConfigError('no event says which pull request this is about', {
      code: 'ERR_LINT_EVENT',
      help: 'run this in a job of GitHub Actions, or name the commits with `--range`',
    });
  }
  const commits = eventCommits(name, payloadAt(path));
  if (commits !== undefined) return commits;
  throw new ConfigError(`the event \`${name}\` is not about commits that were pushed or proposed`, {
    code: 'ERR_LINT_EVENT',
    help: 'scan the files of the checkout instead, or name the commits with `--range`',
  });
}

function payloadAt(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (cause) {
    throw new ConfigError('the payload of the event cannot be read', {
      code: 'ERR_LINT_EVENT',
      help: '`GITHUB_EVENT_PATH` names a file of JSON that the runner writes',
      cause,
    });
  }
}
