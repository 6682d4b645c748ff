/** Causes that keep a job from getting an ID token at all. */

import type { Cause } from '../trust-case.ts';

const PERMISSIONS = 'permissions:\n  contents: read\n  id-token: write';

/** GitHub never gives ID tokens to pull requests from forks; a permission in the workflow changes nothing. See "OpenID Connect reference". */
export const forkPullRequest: Cause = {
  id: 'fork-pull-request',
  applies: ({ input, claims }) =>
    claims === undefined && !input.permission && input.event?.fork
      ? {
          message: 'the pull request comes from a fork, and GitHub never gives an ID token to such a job',
          help: 'skip the lease where `github.event.pull_request.head.repo.full_name != github.repository`, or lease in a job that runs after the merge',
        }
      : undefined,
};

/** The commonest of all: without the permission the runner sets no request variables. */
export const idTokenPermission: Cause = {
  id: 'id-token-permission',
  applies: ({ input, claims }) =>
    claims === undefined && !input.permission && !input.event?.fork
      ? {
          message: 'the job has no permission `id-token: write`, so the platform gives it no ID token',
          help: 'give the permission to the job; a `permissions` block there replaces the one of the workflow, so list every permission that it needs',
          snippet: PERMISSIONS,
        }
      : undefined,
};

/** See "Using OpenID Connect with reusable workflows". */
export const callerPermission: Cause = {
  id: 'caller-permission',
  applies: ({ input, claims }) =>
    claims === undefined && !input.permission && !input.event?.fork
      ? {
          message: 'a job of a reusable workflow has at most the permissions of the job that calls it',
          help: 'if this job stands in a reusable workflow, give `id-token: write` to the calling job as well',
          snippet: `jobs:\n  call:\n    ${PERMISSIONS.replaceAll('\n', '\n    ')}\n    uses: OWNER/REPOSITORY/.github/workflows/FILE.yml@REF`,
        }
      : undefined,
};
