/** The set-up of a grant as one JSON object, for `aws iam` and for programs. */

import type { AwsTrust, RoleSetup } from './aws-trust.ts';

/**
 * Renders the set-up.
 *
 * @returns indented JSON; the policies in it are documents as IAM takes them
 */
export function trustJson(trust: AwsTrust): string {
  const { grant, form, role, boundary, revoker, notEnforced, notes } = trust;
  const bundle = {
    grant,
    ...(boundary ? { form } : {}),
    role: { ...setup(role), ...(boundary ? { permissionsBoundary: boundary.arn } : {}) },
    ...(boundary ? { boundary } : {}),
    ...(revoker ? { revoker: setup(revoker) } : {}),
    notEnforced,
    notes,
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

function setup({ role, maxSessionDuration, trustPolicy, policyName, permissionPolicy }: RoleSetup): object {
  return {
    arn: role.arn,
    maxSessionDuration,
    trustPolicy,
    ...(permissionPolicy ? { permissionPolicy: { name: policyName, policy: permissionPolicy } } : {}),
  };
}
