/** IAM's actions on a role and its inline policies. */

import { isoSeconds } from './authorise.ts';
import { AwsFailure } from './failure.ts';
import { type DocumentCheck, policySize, readPolicyDocument } from './policy-document.ts';
import { type Caller, type QueryAction, required } from './query.ts';
import type { Role, World } from './world.ts';

/** Characters of all inline policies of one role together, without white space. */
const INLINE_QUOTA = 10_240;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html */
export function roleActions(world: World, check: DocumentCheck): Readonly<Record<string, QueryAction>> {
  return {
    GetRole: async (parameters, caller) => {
      const role = await permitted(world, parameters, caller, 'GetRole');
      return {
        Role: {
          Path: role.path,
          RoleName: role.name,
          RoleId: role.roleId,
          Arn: role.arn,
          CreateDate: isoSeconds(role.created),
          AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(role.trust.latest())),
          MaxSessionDuration: role.maxSessionDuration,
          PermissionsBoundary:
            role.boundary === undefined
              ? undefined
              : { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: role.boundary },
        },
      };
    },
    ListRolePolicies: async (parameters, caller) => {
      const role = await permitted(world, parameters, caller, 'ListRolePolicies');
      return { PolicyNames: { member: Object.keys(role.policies.latest()).sort() }, IsTruncated: false };
    },
    GetRolePolicy: async (parameters, caller) => {
      const name = required(parameters, 'PolicyName');
      const role = await permitted(world, parameters, caller, 'GetRolePolicy');
      return { RoleName: role.name, PolicyName: name, PolicyDocument: encodeURIComponent(policyOf(role, name)) };
    },
    PutRolePolicy: async (parameters, caller) => {
      const name = required(parameters, 'PolicyName');
      const text = required(parameters, 'PolicyDocument');
      const role = await permitted(world, parameters, caller, 'PutRolePolicy');
      readPolicyDocument(text, check);
      const policies = { ...role.policies.latest(), [name]: text };
      const total = Object.values(policies).reduce((sum, policy) => sum + policySize(policy), 0);
      if (total > INLINE_QUOTA) {
        throw new AwsFailure(409, 'LimitExceeded', `Maximum policy size of ${INLINE_QUOTA} bytes exceeded for role ${role.name}`);
      }
      role.policies.write(policies);
      return undefined;
    },
    DeleteRolePolicy: async (parameters, caller) => {
      const name = required(parameters, 'PolicyName');
      const role = await permitted(world, parameters, caller, 'DeleteRolePolicy');
      policyOf(role, name);
      const { [name]: _gone, ...rest } = role.policies.latest();
      role.policies.write(rest);
      return undefined;
    },
  };
}

async function permitted(world: World, parameters: URLSearchParams, caller: Caller, action: string): Promise<Role> {
  const name = required(parameters, 'RoleName');
  const role = world.roles.get(name);
  const resource = role?.arn ?? `arn:${world.partition}:iam::${world.account}:role/${name}`;
  await caller.authorise({ action: `iam:${action}`, resource, shown: `role ${name}` });
  if (!role) throw new AwsFailure(404, 'NoSuchEntity', `The role with name ${name} cannot be found.`);
  return role;
}

function policyOf(role: Role, name: string): string {
  const text = role.policies.latest()[name];
  if (text === undefined) throw new AwsFailure(404, 'NoSuchEntity', `The role policy with name ${name} cannot be found.`);
  return text;
}
