/** IAM's actions on a customer-managed policy and its versions. */

import { isoSeconds } from './authorise.ts';
import { AwsFailure } from './failure.ts';
import { type DocumentCheck, policySize, readPolicyDocument } from './policy-document.ts';
import { type Caller, type QueryAction, required } from './query.ts';
import type { ManagedPolicy, PolicyVersion, World } from './world.ts';
import type { XmlValue } from './xml.ts';

/** Characters of one managed policy, without white space. */
const SIZE_QUOTA = 6_144;
const MAX_VERSIONS = 5;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html */
export function policyActions(world: World, check: DocumentCheck): Readonly<Record<string, QueryAction>> {
  return {
    GetPolicy: async (parameters, caller) => {
      const policy = await permitted(world, parameters, caller, 'GetPolicy');
      return {
        Policy: {
          PolicyName: policy.name,
          PolicyId: policy.policyId,
          Arn: policy.arn,
          Path: '/',
          DefaultVersionId: policy.standard.latest().id,
          AttachmentCount: [...world.roles.values()].filter((role) => role.managed.includes(policy.arn)).length,
          PermissionsBoundaryUsageCount: [...world.roles.values()].filter((role) => role.boundary === policy.arn).length,
          IsAttachable: true,
          CreateDate: isoSeconds(policy.created),
          UpdateDate: isoSeconds(policy.standard.latest().created),
        },
      };
    },
    GetPolicyVersion: async (parameters, caller) => {
      const id = required(parameters, 'VersionId');
      const policy = await permitted(world, parameters, caller, 'GetPolicyVersion');
      const version = versionOf(policy, id);
      return { PolicyVersion: { Document: encodeURIComponent(version.text), ...summary(policy, version) } };
    },
    ListPolicyVersions: async (parameters, caller) => {
      const policy = await permitted(world, parameters, caller, 'ListPolicyVersions');
      return { Versions: { member: policy.versions.map((version) => summary(policy, version)) }, IsTruncated: false };
    },
    CreatePolicyVersion: async (parameters, caller) => {
      const text = required(parameters, 'PolicyDocument');
      const policy = await permitted(world, parameters, caller, 'CreatePolicyVersion');
      readPolicyDocument(text, check);
      if (policySize(text) > SIZE_QUOTA) throw limit(`Cannot exceed quota for PolicySize: ${SIZE_QUOTA}`);
      if (policy.versions.length >= MAX_VERSIONS) {
        throw limit(
          `A managed policy can have up to ${MAX_VERSIONS} versions. Before you create a new version, you must delete an existing version.`,
        );
      }
      const version = { id: `v${policy.next}`, text, created: world.clock.now() };
      policy.next += 1;
      // Newest first, as IAM lists them.
      policy.versions = [version, ...policy.versions];
      if (parameters.get('SetAsDefault') === 'true') policy.standard.write(version);
      return { PolicyVersion: summary(policy, version) };
    },
    DeletePolicyVersion: async (parameters, caller) => {
      const id = required(parameters, 'VersionId');
      const policy = await permitted(world, parameters, caller, 'DeletePolicyVersion');
      versionOf(policy, id);
      if (policy.standard.latest().id === id) {
        throw new AwsFailure(409, 'DeleteConflict', 'Cannot delete the default version of a policy.');
      }
      policy.versions = policy.versions.filter((version) => version.id !== id);
      return undefined;
    },
  };
}

async function permitted(world: World, parameters: URLSearchParams, caller: Caller, action: string): Promise<ManagedPolicy> {
  const arn = required(parameters, 'PolicyArn');
  await caller.authorise({ action: `iam:${action}`, resource: arn, shown: `policy ${arn}` });
  const policy = world.managedPolicies.get(arn);
  if (!policy) throw new AwsFailure(404, 'NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`);
  return policy;
}

function versionOf(policy: ManagedPolicy, id: string): PolicyVersion {
  const version = policy.versions.find((candidate) => candidate.id === id);
  if (!version)
    throw new AwsFailure(404, 'NoSuchEntity', `Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
  return version;
}

function summary(policy: ManagedPolicy, version: PolicyVersion): { readonly [element: string]: XmlValue } {
  return {
    VersionId: version.id,
    IsDefaultVersion: policy.standard.latest().id === version.id,
    CreateDate: isoSeconds(version.created),
  };
}

function limit(message: string): AwsFailure {
  return new AwsFailure(409, 'LimitExceeded', message);
}
