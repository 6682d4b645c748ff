/** Becomes the revoker role, by a fresh ID token, narrowed to what ending this one lease takes. */

import { ConfigError, DeniedError, type EndOrder, type Ports, withRetries } from '@leasehold/core';
import { exchangeRequest } from '../exchange.ts';
import type { AwsCredential, AwsHandle } from '../handle.ts';
import { judgeExchange } from '../judge-exchange.ts';
import { shownArn } from '../shown-arn.ts';

const ROLE_ACTIONS = ['iam:GetRole', 'iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:PutRolePolicy', 'iam:DeleteRolePolicy'];
/** A pattern, because servers without managed policies (Ceph) refuse a policy that names their actions; the revoker's own policy names them one by one. */
const BOUNDARY_ACTIONS = ['iam:*Policy*'];

/** The shortest session that AWS gives. */
const DURATION_SECONDS = 900;
const ATTEMPTS = 6;
const FIRST_WAIT_MS = 250;

/**
 * Assumes the revoker role; every attempt mints a token of its own.
 *
 * @throws DeniedError `ERR_AWS_REVOKER_TRUST` when AWS refuses, UpstreamError when no answer came within the deadline, and what minting throws
 */
export async function assumeRevoker(order: EndOrder, revokerRole: string, ports: Ports): Promise<AwsCredential> {
  const handle = revokerHandle(order.handle as AwsHandle, revokerRole);
  const budget = { totalMs: Math.max(0, order.deadline - ports.clock.now()), attempts: ATTEMPTS, firstWaitMs: FIRST_WAIT_MS };
  const attempt = async (): Promise<AwsCredential> => {
    const token = await order.mint(order.audience);
    const request = exchangeRequest(handle, token.token);
    const left = Math.max(1, order.deadline - ports.clock.now());
    const response = await ports.http({ ...request, timeoutMs: Math.min(request.timeoutMs, left) });
    try {
      const issued = await judgeExchange(response, handle, token);
      return JSON.parse(issued.credential.reveal()) as AwsCredential;
    } catch (error) {
      if (!(error instanceof DeniedError || error instanceof ConfigError)) throw error;
      throw new DeniedError(
        `the revoker role \`${shownArn(revokerRole, (order.handle as AwsHandle).maskAccount)}\` refused this job: ${error.message}`,
        {
          code: 'ERR_AWS_REVOKER_TRUST',
          help: 'its trust policy must let in the same jobs as that of the leased role; `leasehold trust aws` prints it',
          cause: error,
        },
      );
    }
  };
  return withRetries('aws sts', attempt, budget, ports);
}

/** The exchange that makes the revoker, as a plan of its own. */
function revokerHandle(handle: AwsHandle, revokerRole: string): AwsHandle {
  const { timeBoxEnd, roleId, ...rest } = handle;
  return {
    ...rest,
    roleArn: revokerRole,
    sessionName: `lh-end-${handle.leaseId}`,
    sessionPolicy: revokerSessionPolicy(handle.roleArn),
    managedPolicies: [],
    durationSeconds: DURATION_SECONDS,
  };
}

/**
 * What this session of the revoker may do, whatever the role may: write the inline policies of the leased role, and versions of managed policies of its account, since which one is the boundary only the role tells.
 */
function revokerSessionPolicy(roleArn: string): string {
  const [, partition = 'aws', , , account = ''] = roleArn.split(':');
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ROLE_ACTIONS, Resource: roleArn },
      { Effect: 'Allow', Action: BOUNDARY_ACTIONS, Resource: `arn:${partition}:iam::${account}:policy/*` },
    ],
  });
}
