/** The claims of a GitHub job, as its ID token carries them. */

import type { Claims } from '@leasehold/core';

/** `name`: `repo:acme/site:…`; `immutable`: `repo:acme@8001/site@123456:…`, the default of repositories created since July 2026. */
export type SubjectShape = 'name' | 'immutable';

const JOB = {
  repository: 'acme/site',
  repository_id: '123456',
  repository_owner: 'acme',
  repository_owner_id: '8001',
  repository_visibility: 'private',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  ref_protected: 'true',
  sha: '5f1c1e0b8c7f4d0a9b6e3d2c1a0f9e8d7c6b5a49',
  base_ref: '',
  head_ref: '',
  workflow: 'deploy',
  event_name: 'push',
  actor: 'octavia',
  actor_id: '9042',
  run_id: '7812345678',
  run_number: '42',
  run_attempt: '1',
  check_run_id: '21987654321',
  runner_environment: 'github-hosted',
} as const;

/**
 * Makes the claims of a job, and the subject that GitHub composes from them.
 *
 * @param overrides - claims that differ; `sub`, when given, is taken as it stands
 * @see https://docs.github.com/actions/concepts/security/openid-connect
 * @example githubClaims({ environment: 'production' }).sub // 'repo:acme/site:environment:production'
 */
export function githubClaims(overrides: Claims = {}, shape: SubjectShape = 'name'): Claims {
  const job: Record<string, unknown> = { ...JOB, ...overrides };
  const workflowRef = `${job.repository}/.github/workflows/deploy.yml@${job.ref}`;
  return {
    sub: subject(job, shape),
    workflow_ref: workflowRef,
    workflow_sha: job.sha,
    job_workflow_ref: workflowRef,
    job_workflow_sha: job.sha,
    ...job,
  };
}

function subject(job: Readonly<Record<string, unknown>>, shape: SubjectShape): string {
  const [owner, name] = String(job.repository).split('/');
  const repository =
    shape === 'immutable' ? `${owner}@${job.repository_owner_id}/${name}@${job.repository_id}` : `${owner}/${name}`;
  if (job.environment !== undefined) return `repo:${repository}:environment:${escapeColons(String(job.environment))}`;
  if (job.event_name === 'pull_request') return `repo:${repository}:pull_request`;
  return `repo:${repository}:ref:${escapeColons(String(job.ref))}`;
}

// A colon inside a value would make the subject ambiguous.
function escapeColons(value: string): string {
  return value.replaceAll(':', '%3A');
}
