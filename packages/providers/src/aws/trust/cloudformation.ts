/** The set-up of a grant as a CloudFormation template, in JSON. */

import type { AwsTrust, RoleSetup } from './aws-trust.ts';

/** CloudFormation's own limit. */
const MAX_DESCRIPTION = 1_024;

/**
 * Renders the set-up. The identity provider is expected to exist.
 *
 * Endings change the deny list behind the stack's back, and an update that leaves its document as it is leaves them alone.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
 */
export function trustCloudFormation(trust: AwsTrust): string {
  const { role, boundary, revoker, form } = trust;
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The grant ${trust.grant}, printed by leasehold trust aws.`.slice(0, MAX_DESCRIPTION),
    Metadata: { Leasehold: { notEnforced: trust.notEnforced, notes: trust.notes } },
    Resources: {
      ...(boundary
        ? {
            Boundary: {
              Type: 'AWS::IAM::ManagedPolicy',
              Properties: {
                ManagedPolicyName: boundary.name,
                Description: boundary.description,
                PolicyDocument: boundary.policy,
              },
            },
          }
        : {}),
      LeasedRole: roleResource(role, {
        ...(boundary ? { PermissionsBoundary: { Ref: 'Boundary' } } : {}),
        // Under a cap the same policy gives the permissions, so that all room for inline policies is the deny list's.
        ...(boundary && form === 'inline' ? { ManagedPolicyArns: [{ Ref: 'Boundary' }] } : inline(role)),
      }),
      ...(revoker ? { RevokerRole: roleResource(revoker, inline(revoker)) } : {}),
    },
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

function roleResource({ role, description, maxSessionDuration, trustPolicy }: RoleSetup, permissions: object): object {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: role.name,
      Path: role.path,
      Description: description,
      MaxSessionDuration: maxSessionDuration,
      AssumeRolePolicyDocument: trustPolicy,
      ...permissions,
    },
  };
}

function inline({ policyName, permissionPolicy }: RoleSetup): object {
  return permissionPolicy === undefined ? {} : { Policies: [{ PolicyName: policyName, PolicyDocument: permissionPolicy }] };
}
