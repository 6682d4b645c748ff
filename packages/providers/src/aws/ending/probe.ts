/** The harmless request that tells a live session from a denied one: made, and its answer judged. */

import type { HttpResponse } from '@leasehold/core';
import type { AwsEndpoints, Probe, ProbeAction } from '../handle.ts';
import { readFault, readXml } from '../xml.ts';
import type { AwsCall } from './aws-call.ts';

/** What the server said of the session. */
export type ProbeVerdict =
  /** It did what was asked, or would have. */
  | { readonly says: 'alive' }
  /** It refused; `explained` when it names an explicit deny, else it gives no reason at all, as Ceph never does and S3 does across accounts. */
  | { readonly says: 'refused'; readonly explained: boolean }
  /** The session is over by time. */
  | { readonly says: 'expired' }
  /** It does not know the credential: revoked, or of another region or partition. */
  | { readonly says: 'unknown' }
  /** Something else, which proves nothing; `region` when the bucket lies there. */
  | { readonly says: 'unclear'; readonly why: string; readonly region?: string };

const OBJECT_ARN = /^arn:[^:]+:s3:::([^/*?]+)(?:\/(.+))?$/;
const OWN_HOST = /^s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?$/;
/** Without dots: a certificate's wildcard covers one label. */
const HOST_LABEL = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
/** MD5 of no bytes at all, while one byte is sent. */
const WRONG_MD5 = '1B2M2Y8AsgTpgAmY7PhCfg==';

/** What says that the server did, or would have done, what was asked: the server itself, and not a portal or a proxy on the way, which answers 200 to anything. */
const ALIVE: Readonly<Record<ProbeAction, (response: HttpResponse, code: string) => boolean>> = {
  's3:ListBucket': ({ status, body }) => status === 200 && readXml(body, 'ListBucketResult') !== undefined,
  's3:GetObject': ({ status, headers }, code) =>
    ((status === 200 || status === 206) && headers['x-amz-request-id'] !== undefined) ||
    (status === 416 && code === 'InvalidRange') ||
    (status === 404 && code === 'NoSuchKey'),
  // `InvalidDigest` would say that the header was read before the permission, and so proves nothing.
  's3:PutObject': ({ status }, code) => status === 400 && code === 'BadDigest',
  'sts:DecodeAuthorizationMessage': ({ status }, code) => status === 400 && code === 'InvalidAuthorizationMessageException',
};

/**
 * Makes the request of a probe. None of them changes anything: the write carries a checksum that cannot match, so that the server refuses it after it has looked at the permission.
 *
 * @returns undefined when the resource names no single bucket
 */
export function probeRequest(probe: Probe, endpoints: AwsEndpoints): AwsCall | undefined {
  const { action, resource } = probe;
  const { region } = endpoints;
  if (action === 'sts:DecodeAuthorizationMessage') {
    const body = 'Action=DecodeAuthorizationMessage&Version=2011-06-15&EncodedMessage=leasehold-probe';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { service: 'sts', region, method: 'POST', url: `${endpoints.sts}/`, headers, body };
  }
  const [, bucket, key = ''] = OBJECT_ARN.exec(resource) ?? [];
  if (bucket === undefined) return undefined;
  const base = bucketUrl(endpoints.s3, bucket);
  if (action === 's3:ListBucket') return { service: 's3', region, method: 'GET', url: `${base}?list-type=2&max-keys=1` };
  const url = `${base}${key === '' ? '' : '/'}${key.split('/').map(encodeURIComponent).join('/')}`;
  if (action === 's3:GetObject') return { service: 's3', region, method: 'GET', url, headers: { range: 'bytes=0-0' } };
  return { service: 's3', region, method: 'PUT', url, headers: { 'content-md5': WRONG_MD5 }, body: '-' };
}

/**
 * Judges the answer to a probe.
 *
 * Only 403 `AccessDenied` is a refusal, and where the server explains itself only an explicit deny: "no identity-based policy allows" says that the lease never had the permission.
 */
export function judgeProbe(action: ProbeAction, response: HttpResponse): ProbeVerdict {
  const { status, headers, body } = response;
  const { code, message } = readFault(body) ?? { code: '', message: '' };
  if (ALIVE[action](response, code)) return { says: 'alive' };
  if (/^Expired(?:Token(?:Exception)?)?$/.test(code)) return { says: 'expired' };
  if (code === 'InvalidAccessKeyId' || code === 'InvalidClientTokenId') return { says: 'unknown' };
  if (status === 403 && /^AccessDenied(?:Exception)?$/.test(code)) {
    if (/explicit deny/i.test(message)) return { says: 'refused', explained: true };
    if (/^(?:access denied\.?)?$/i.test(message.trim())) return { says: 'refused', explained: false };
    return { says: 'unclear', why: 'the lease may not do what the probe does' };
  }
  const region = headers['x-amz-bucket-region'];
  return {
    says: 'unclear',
    why: `the server answered ${status}${code === '' ? '' : ` \`${code}\``}`,
    ...(region === undefined ? {} : { region }),
  };
}

/** The endpoints with S3 in another region, where its address is AWS's own. */
export function inRegion(endpoints: AwsEndpoints, region: string): AwsEndpoints {
  const url = new URL(endpoints.s3);
  if (!OWN_HOST.test(url.hostname) || !/^[a-z0-9-]+$/.test(region)) return endpoints;
  return { ...endpoints, region, s3: endpoints.s3.replace(`.${endpoints.region}.`, `.${region}.`) };
}

function bucketUrl(endpoint: string, bucket: string): string {
  const url = new URL(endpoint);
  // AWS wants the bucket in the host; servers behind an address of their own mostly know it in the path only.
  return OWN_HOST.test(url.hostname) && HOST_LABEL.test(bucket)
    ? `${url.protocol}//${bucket}.${url.host}`
    : `${endpoint}/${bucket}`;
}
