/** The exchange of an ID token for a session: the request, as data. */

import type { HttpRequest, Secret } from '@leasehold/core';
import manifest from '../../package.json' with { type: 'json' };
import type { AwsHandle } from './handle.ts';

const API_VERSION = '2011-06-15';
const TIMEOUT_MS = 10_000;
/** What of a reason reaches AWS's log, in characters after encoding. */
const MAX_REASON = 120;

/**
 * Makes the request: an unsigned form, for the ID token is what authenticates it.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function exchangeRequest(handle: AwsHandle, token: Secret): HttpRequest {
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: API_VERSION,
    RoleArn: handle.roleArn,
    RoleSessionName: handle.sessionName,
    DurationSeconds: String(handle.durationSeconds),
    WebIdentityToken: token.reveal(),
  });
  if (handle.sessionPolicy !== undefined) form.set('Policy', handle.sessionPolicy);
  for (const [index, arn] of handle.managedPolicies.entries()) form.set(`PolicyArns.member.${index + 1}.arn`, arn);
  return {
    method: 'POST',
    url: `${handle.endpoints.sts}/`,
    headers: {
      accept: 'application/xml',
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'user-agent': userAgent(handle),
    },
    body: form.toString(),
    timeoutMs: TIMEOUT_MS,
  };
}

/**
 * Names the lease in the user agent, which CloudTrail keeps beside the session name.
 *
 * @example userAgent(handle) // 'leasehold/0.1.0 run/gh-7812345678-1 lease/k3x9qabc123def reason/hotfix%20for%20%23123'
 */
export function userAgent(handle: Pick<AwsHandle, 'run' | 'leaseId' | 'reason'>): string {
  const reason = handle.reason?.trim() ? ` reason/${encoded(handle.reason.trim(), MAX_REASON)}` : '';
  return `leasehold/${manifest.version} run/${encoded(handle.run)} lease/${handle.leaseId}${reason}`;
}

/** Percent-encodes character by character, so that a cut leaves none half; half a surrogate pair would make `encodeURIComponent` throw. */
function encoded(text: string, limit = Number.POSITIVE_INFINITY): string {
  let out = '';
  for (const character of text.toWellFormed()) {
    const piece = encodeURIComponent(character);
    if (out.length + piece.length > limit) break;
    out += piece;
  }
  return out;
}
