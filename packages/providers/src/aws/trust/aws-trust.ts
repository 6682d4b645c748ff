/** Everything that a grant needs in an AWS account: the leased role, what caps it, and the revoker. */

import type { TrustStatement } from '@leasehold/core';
import type { AwsOptions } from '../aws-options.ts';
import { policySize } from '../deny-list.ts';
import type { Role } from '../role.ts';
import { type BoundaryPolicy, capBoundary, denyListBoundary, type EndingForm, revokerPolicy, rolePolicy } from './permissions.ts';
import { grantedTrust, type NotEnforced, type PolicyDocument } from './trust-policy.ts';

/** Characters of a trust policy (IAM quotas). */
const TRUST_LIMIT = 2_048;
const HOUR = 3_600;
/** Seconds; the most that a role can allow. */
const MAX_SESSION = 43_200;

/** What is known of the grant. */
export interface AwsTrustInput {
  /** Id of the grant; it names policies. */
  readonly grant: string;
  readonly options: AwsOptions;
  /** The grant's subjects as trust data. */
  readonly statements: readonly TrustStatement[];
  readonly form: EndingForm;
  /** Seconds; the longest lease of the grant. */
  readonly maxTtl: number;
}

/** One role to set up. */
export interface RoleSetup {
  readonly role: Role;
  readonly description: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly trustPolicy: PolicyDocument;
  readonly policyName: string;
  /** Undefined when the grant does not say what its leases may do. */
  readonly permissionPolicy: PolicyDocument | undefined;
}

/** The whole set-up, as data. */
export interface AwsTrust {
  readonly grant: string;
  readonly form: EndingForm;
  readonly role: RoleSetup;
  /** Undefined without a revoker role: then nothing ends a lease but time, and nothing has to be capped. */
  readonly boundary: BoundaryPolicy | undefined;
  readonly revoker: RoleSetup | undefined;
  readonly notEnforced: readonly NotEnforced[];
  /** One sentence each. */
  readonly notes: readonly string[];
}

/**
 * Works out the set-up of a grant.
 *
 * Any step of a job can assume what its post step can, so the revoker's rights are given as if to the job itself: in the form `boundary` they reach one policy that cannot widen anything, in the form `inline` the role's inline policies, under a boundary that caps the role.
 *
 * @throws ConfigError `ERR_AWS_TRUST_TOO_WIDE`, `ERR_AWS_TRUST_CAP`, `ERR_AWS_TRUST_CONDITION`
 */
export function awsTrust(input: AwsTrustInput): AwsTrust {
  const { grant, options, form } = input;
  const { role, revokerRole } = options;
  const {
    policy: trustPolicy,
    notEnforced,
    notes,
  } = grantedTrust(input.statements, {
    partition: role.partition,
    account: role.account,
    audience: options.audience,
  });
  const permissionPolicy = rolePolicy(options);
  return {
    grant,
    form,
    role: {
      role,
      description: `Leased through the grant ${grant}`,
      maxSessionDuration: Math.min(MAX_SESSION, Math.max(HOUR, input.maxTtl)),
      trustPolicy,
      policyName: `leasehold-${grant}`,
      permissionPolicy,
    },
    boundary: revokerRole && (form === 'boundary' ? denyListBoundary(role) : capBoundary(role, permissionPolicy, options)),
    revoker: revokerRole && {
      role: revokerRole,
      description: `Ends leases of ${role.name}`,
      maxSessionDuration: HOUR,
      trustPolicy,
      policyName: `leasehold-end-${role.name}`,
      permissionPolicy: revokerPolicy(role, form),
    },
    notEnforced,
    notes: [...notes, ...remarks(input, trustPolicy, permissionPolicy)],
  };
}

function remarks(
  { options, form, grant }: AwsTrustInput,
  trustPolicy: PolicyDocument,
  permissionPolicy: PolicyDocument | undefined,
): readonly string[] {
  const notes: string[] = [];
  const size = policySize(JSON.stringify(trustPolicy));
  if (size > TRUST_LIMIT)
    notes.push(`the trust policy has ${size} characters, and IAM takes ${TRUST_LIMIT} unless the account's quota is raised`);
  if (permissionPolicy === undefined)
    notes.push(`\`${grant}\` has no \`allow\`: what \`${options.role.name}\` may do is yours to write`);
  if (options.managedPolicies.length > 0)
    notes.push('the role must allow what `managed-session-policies` allow, or they give nothing');
  if (!options.revokerRole) notes.push(`\`${grant}\` has no \`revoker-role\`: its leases end by time only`);
  else if (form === 'boundary')
    notes.push('the boundary allows everything so that it takes nothing away: never attach it to anything as a policy');
  return notes;
}
