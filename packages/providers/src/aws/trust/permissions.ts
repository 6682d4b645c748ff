/** What the leased role may do, what caps it, and what the revoker may do about it. */

import { ConfigError } from '@leasehold/core';
import type { AwsOptions } from '../aws-options.ts';
import { compactAllow } from '../compact.ts';
import { DENY_SID, MANAGED_LIMIT, policySize } from '../deny-list.ts';
import type { PolicyStatement } from '../policy-document.ts';
import { allowsProbe, chooseProbe, DECODE_PROBE, plainStatements } from '../probe.ts';
import type { Role } from '../role.ts';
import { toStatement } from '../session-policy.ts';
import type { PolicyDocument } from './trust-policy.ts';

/** Where the deny list lives: in the role's permissions boundary, or inline under a boundary that caps the role. */
export const ENDING_FORMS = ['boundary', 'inline'] as const;
export type EndingForm = (typeof ENDING_FORMS)[number];

/** A managed policy that serves as a boundary. */
export interface BoundaryPolicy {
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  readonly policy: PolicyDocument;
}

/**
 * Writes what the leased role needs: all that the grant's leases may do, and the probe that proves their ending.
 *
 * @returns undefined when the grant does not say what its leases may do
 */
export function rolePolicy(options: AwsOptions): PolicyDocument | undefined {
  const statements: PolicyStatement[] = [
    ...compactAllow(options.allow).map(toStatement),
    ...options.sessionPolicy.filter((statement) => statement.Effect === 'Allow'),
  ];
  if (statements.length === 0) return undefined;
  const own = [...options.allow, ...plainStatements(options.sessionPolicy)];
  const wanted = options.probe === 'none' ? undefined : (options.probe ?? chooseProbe(own, 'lease') ?? DECODE_PROBE);
  if (options.revokerRole && wanted && !allowsProbe(own, wanted))
    statements.push(toStatement({ actions: [wanted.action], resources: [wanted.resource] }));
  return document(statements);
}

/**
 * Writes the boundary that holds the deny list. It allows everything, and an allowance in a boundary gives nothing by itself: whoever may rewrite it can end sessions or undo that, and never widen the role.
 */
export function denyListBoundary(role: Role): BoundaryPolicy {
  return {
    ...named(role, 'leasehold-ended'),
    description: `Sessions of ${role.name} that Leasehold has ended. A permissions boundary: never attach it`,
    policy: document([
      { Effect: 'Allow', Action: '*', Resource: '*' },
      // No session has this id; IAM takes no empty list.
      { Sid: DENY_SID, Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:userid': ['none'] } } },
    ]),
  };
}

/**
 * Writes the boundary that caps a role whose inline policies the revoker may write: whatever it writes there, the role can do no more than this.
 *
 * @param policy - of {@link rolePolicy}
 * @throws ConfigError `ERR_AWS_TRUST_CAP` when the grant does not say what to cap the role to, or it does not fit a managed policy
 */
export function capBoundary(role: Role, policy: PolicyDocument | undefined, options: AwsOptions): BoundaryPolicy {
  const help = 'use the form `boundary`, which needs no cap';
  if (policy === undefined || options.managedPolicies.length > 0) {
    const why = policy === undefined ? 'has neither `allow` nor `session-policy`' : 'names `managed-session-policies`';
    throw new ConfigError(`the form \`inline\` needs a cap for \`${role.name}\`, and the grant ${why}`, {
      code: 'ERR_AWS_TRUST_CAP',
      help,
    });
  }
  const size = policySize(JSON.stringify(policy));
  if (size > MANAGED_LIMIT) {
    throw new ConfigError(
      `the cap for \`${role.name}\` has ${size} characters, and AWS takes ${MANAGED_LIMIT} in a managed policy`,
      {
        code: 'ERR_AWS_TRUST_CAP',
        help,
      },
    );
  }
  return {
    ...named(role, 'leasehold-cap'),
    description: `The most that ${role.name} can do, whatever its inline policies say`,
    policy,
  };
}

/** Writes what the revoker needs, on one role and, in the form `boundary`, on one policy; nothing of it reaches further than ending sessions. */
export function revokerPolicy(role: Role, form: EndingForm): PolicyDocument {
  const read: PolicyStatement = { Effect: 'Allow', Action: 'iam:GetRole', Resource: role.arn };
  if (form === 'inline') {
    const actions = ['iam:GetRole', 'iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:PutRolePolicy', 'iam:DeleteRolePolicy'];
    return document([{ ...read, Action: actions }]);
  }
  const actions = ['iam:GetPolicyVersion', 'iam:ListPolicyVersions', 'iam:CreatePolicyVersion', 'iam:DeletePolicyVersion'];
  return document([read, { Effect: 'Allow', Action: actions, Resource: named(role, 'leasehold-ended').arn }]);
}

function named(role: Role, prefix: string): { readonly name: string; readonly arn: string } {
  const name = `${prefix}-${role.name}`;
  const account = /^arn:[^:]+:iam::(\d*):/.exec(role.arn)?.[1] ?? '';
  return { name, arn: `arn:${role.partition}:iam::${account}:policy/${name}` };
}

function document(statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}
