/** The environment that the runner gives a step: its own variables, and nothing of ours. */

import { delimiter, join } from 'node:path';
import type { Claims } from '@leasehold/core';
import type { Issuer } from '../issuer/issuer.ts';

/** Folders of one job, all of them new. */
export interface JobFolders {
  readonly root: string;
  readonly workspace: string;
  readonly temp: string;
  readonly tools: string;
  readonly home: string;
  /** Where the runner keeps the files of file commands. */
  readonly commands: string;
}

/** Variables of our own process that a runner has too. */
const INHERITED = ['PATH', 'LANG', 'TZ', 'SystemRoot', 'ComSpec', 'PATHEXT'];

/**
 * Makes the variables of a job, with the values that its ID token has as claims.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function jobEnv(folders: JobFolders, claims: Claims, issuer: Issuer | undefined): Record<string, string> {
  const claim = (name: string): string => String(claims[name] ?? '');
  const refName = claim('ref').replace(/^refs\/(?:heads|tags|pull)\//, '');
  return {
    CI: 'true',
    HOME: folders.home,
    GITHUB_ACTION: '__leasehold_leasehold',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: claim('actor'),
    GITHUB_ACTOR_ID: claim('actor_id'),
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: claim('base_ref'),
    GITHUB_EVENT_NAME: claim('event_name'),
    GITHUB_EVENT_PATH: join(folders.temp, '_github_workflow', 'event.json'),
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: claim('head_ref'),
    GITHUB_JOB: 'deploy',
    GITHUB_REF: claim('ref'),
    GITHUB_REF_NAME: refName,
    GITHUB_REF_PROTECTED: claim('ref_protected'),
    GITHUB_REF_TYPE: claim('ref_type'),
    GITHUB_REPOSITORY: claim('repository'),
    GITHUB_REPOSITORY_ID: claim('repository_id'),
    GITHUB_REPOSITORY_OWNER: claim('repository_owner'),
    GITHUB_REPOSITORY_OWNER_ID: claim('repository_owner_id'),
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: claim('run_attempt'),
    GITHUB_RUN_ID: claim('run_id'),
    GITHUB_RUN_NUMBER: claim('run_number'),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: claim('sha'),
    GITHUB_TRIGGERING_ACTOR: claim('actor'),
    GITHUB_WORKFLOW: claim('workflow'),
    GITHUB_WORKFLOW_REF: claim('workflow_ref'),
    GITHUB_WORKFLOW_SHA: claim('workflow_sha'),
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: claim('runner_environment'),
    RUNNER_NAME: 'GitHub Actions 2',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.tools,
    RUNNER_WORKSPACE: folders.root,
    // Without `id-token: write` the two are not there.
    ...(issuer && { ACTIONS_ID_TOKEN_REQUEST_URL: issuer.requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken }),
  };
}

/** What a process on any machine has, and nothing else: no credential or proxy of ours leaks into a step. */
export function inheritedEnv(): Record<string, string> {
  // biome-ignore lint/style/noProcessEnv: the runner, too, is a process of its machine.
  const own = process.env;
  return Object.fromEntries(INHERITED.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name] ?? '']])));
}

/** Inputs as variables: upper case, spaces become underscores, hyphens stay. */
export function inputEnv(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

/** `PATH` with what steps added, the latest first. */
export function withPaths(path: string | undefined, added: readonly string[]): string {
  return [...added, ...(path === undefined ? [] : [path])].join(delimiter);
}
