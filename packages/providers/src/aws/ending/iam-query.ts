/** IAM over its query API: each call a request that is made and an answer that is judged. */

import { DeniedError, type HttpResponse } from '@leasehold/core';
import type { AwsEndpoints } from '../handle.ts';
import { readFault, readXml, type XmlElement } from '../xml.ts';
import { type AwsCall, type AwsCaller, unreadable } from './aws-call.ts';
import type { Iam, WriteOutcome } from './iam.ts';

type Parameters = Readonly<Record<string, string>>;

/**
 * Makes the port.
 *
 * @param roleArn - the leased role; its name is the ARN's last part, whatever its path
 * @param caller - signs as the revoker
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
 */
export function iamQuery(roleArn: string, endpoints: AwsEndpoints, caller: AwsCaller): Iam {
  const RoleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  const read = (action: string, parameters: Parameters): Promise<XmlElement | undefined> =>
    caller.send(iamRequest(action, parameters, endpoints), (response) => judgeRead(action, response));
  const write = (action: string, parameters: Parameters): Promise<WriteOutcome> =>
    caller.send(iamRequest(action, parameters, endpoints), (response) => judgeWrite(action, response));

  /** All pages of a list. */
  const pages = async (action: string, parameters: Parameters, ...path: readonly string[]): Promise<readonly XmlElement[]> => {
    const found: XmlElement[] = [];
    for (let marker: string | undefined = ''; marker !== undefined; ) {
      const page: XmlElement | undefined = await read(action, marker === '' ? parameters : { ...parameters, Marker: marker });
      found.push(...(page?.list(...path, 'member') ?? []));
      marker = page?.text('IsTruncated') === 'true' ? page.text('Marker') : undefined;
    }
    return found;
  };

  return {
    async role() {
      const answer = await read('GetRole', { RoleName });
      const roleId = answer?.text('Role', 'RoleId');
      const boundary = answer?.text('Role', 'PermissionsBoundary', 'PermissionsBoundaryArn');
      return roleId ? { roleId, ...(boundary ? { boundary } : {}) } : undefined;
    },
    policyNames: async () => (await pages('ListRolePolicies', { RoleName }, 'PolicyNames')).flatMap((name) => name.text() ?? []),
    policy: async (name) => documentOf(await read('GetRolePolicy', { RoleName, PolicyName: name }), 'PolicyDocument'),
    putPolicy: (name, document) => write('PutRolePolicy', { RoleName, PolicyName: name, PolicyDocument: document }),
    deletePolicy: async (name) => void (await write('DeleteRolePolicy', { RoleName, PolicyName: name })),
    versions: async (arn) =>
      (await pages('ListPolicyVersions', { PolicyArn: arn }, 'Versions')).flatMap((version) => {
        const id = version.text('VersionId');
        return id ? [{ id, isDefault: version.text('IsDefaultVersion') === 'true' }] : [];
      }),
    version: async (arn, id) =>
      documentOf(await read('GetPolicyVersion', { PolicyArn: arn, VersionId: id }), 'PolicyVersion', 'Document'),
    createVersion: (arn, document) =>
      write('CreatePolicyVersion', { PolicyArn: arn, PolicyDocument: document, SetAsDefault: 'true' }),
    deleteVersion: async (arn, id) => void (await write('DeletePolicyVersion', { PolicyArn: arn, VersionId: id })),
    now: () => caller.now(),
  };
}

/** Makes the request of one call. */
function iamRequest(action: string, parameters: Parameters, endpoints: AwsEndpoints): AwsCall {
  return {
    service: 'iam',
    region: endpoints.iamRegion,
    method: 'POST',
    url: `${endpoints.iam}/`,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters }).toString(),
  };
}

/**
 * Judges the answer to a read.
 *
 * @returns the element `<action>Result`, or undefined when what was asked for is not there
 * @throws DeniedError, or a retryable UpstreamError when the answer is not IAM's
 */
export function judgeRead(action: string, response: HttpResponse): XmlElement | undefined {
  if (response.status === 200) {
    const result = readXml(response.body, `${action}Response`)?.list(`${action}Result`)[0];
    if (result === undefined) throw unreadable('iam', response);
    return result;
  }
  return judgeRefusal(action, response) === 'gone' ? undefined : refuse(action, response);
}

/**
 * Judges the answer to a write.
 *
 * @throws DeniedError, or a retryable UpstreamError when the answer is not IAM's
 */
export function judgeWrite(action: string, response: HttpResponse): WriteOutcome {
  // Ceph answers a delete with `DeleteRolePoliciesResponse`: the status tells, the body only that no proxy answered.
  if (response.status === 200) {
    if (/<\w+Response[\s>]/.test(response.body)) return 'written';
    throw unreadable('iam', response);
  }
  return judgeRefusal(action, response) ?? refuse(action, response);
}

function judgeRefusal(action: string, response: HttpResponse): 'gone' | 'full' | undefined {
  const code = readFault(response.body)?.code;
  if (code === 'NoSuchEntity') return 'gone';
  return code === 'LimitExceeded' && !action.startsWith('Delete') ? 'full' : undefined;
}

function refuse(action: string, response: HttpResponse): never {
  const fault = readFault(response.body);
  if (fault === undefined) throw unreadable('iam', response);
  const denied = /^AccessDenied/.test(fault.code);
  throw new DeniedError(`aws refused \`iam:${action}\` to the revoker role: \`${fault.code}\``, {
    code: 'ERR_AWS_REVOKER_DENIED',
    help: denied
      ? `allow \`iam:${action}\` to the revoker role; \`leasehold trust aws\` prints all that it needs`
      : 'compare the revoker role with what `leasehold trust aws` prints',
  });
}

/** AWS percent-encodes the documents that it returns (RFC 3986), other servers do not. */
function documentOf(answer: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const text = answer?.text(...path);
  return text?.trimStart().startsWith('%') ? decodeURIComponent(text) : text;
}
