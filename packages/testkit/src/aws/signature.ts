/** Signature Version 4, checked for real: canonical request, signed headers, payload hash, derived key. */

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it came over the wire. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What the `Authorization` header says. */
export interface Authorization {
  readonly accessKeyId: string;
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const HEADER =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

/** Payload hashes that name a way of sending rather than a hash. */
const UNHASHED = /^(?:UNSIGNED-PAYLOAD|STREAMING-[A-Z0-9-]+)$/;

/** Reads the `Authorization` header; undefined when it is not Signature Version 4. */
export function readAuthorization(header: string): Authorization | undefined {
  const match = HEADER.exec(header);
  if (!match) return undefined;
  const [, accessKeyId = '', date = '', region = '', service = '', signedHeaders = '', signature = ''] = match;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature };
}

/** Reads `X-Amz-Date`: milliseconds since the epoch, NaN when it is no such date. */
export function readAmzDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/**
 * Checks a signature.
 *
 * A chunked upload (`STREAMING-…`) is checked by its headers; the signatures of its chunks are not.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureHolds(request: SignedRequest, authorization: Authorization, secretAccessKey: string): boolean {
  const { signedHeaders, service } = authorization;
  // Without these two a captured request could be sent to another host or with other content.
  if (!signedHeaders.includes('host')) return false;
  if (signedHeaders.some((name) => request.headers[name] === undefined)) return false;
  const unsigned = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-') && !signedHeaders.includes(name));
  if (unsigned.length > 0) return false;

  const declared = request.headers['x-amz-content-sha256'];
  const actual = sha256(request.body);
  if (declared !== undefined && !UNHASHED.test(declared) && declared !== actual) return false;
  // Only S3 lets the header stand for the hash.
  const payload = service === 's3' ? (declared ?? '') : actual;

  const canonical = [
    request.method,
    canonicalPath(request.target, service),
    canonicalQuery(request.target),
    ...signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    payload,
  ].join('\n');
  const scope = `${authorization.date}/${authorization.region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'] ?? '', scope, sha256(canonical)].join('\n');
  const key = [authorization.date, authorization.region, service, 'aws4_request'].reduce<string | Buffer>(
    (previous, part) => hmac(previous, part),
    `AWS4${secretAccessKey}`,
  );
  return timingSafeEqual(hmac(key, text), Buffer.from(authorization.signature, 'hex'));
}

// S3 signs the path as it is; every other service signs it encoded once more.
function canonicalPath(target: string, service: string): string {
  const path = target.split('?', 1)[0] || '/';
  if (service === 's3')
    return path
      .split('/')
      .map((part) => encode(decode(part)))
      .join('/');
  return path.split('/').map(encode).join('/');
}

function canonicalQuery(target: string): string {
  const start = target.indexOf('?');
  if (start < 0) return '';
  return target
    .slice(start + 1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return [encode(decode(name)), encode(decode(value))] as const;
    })
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function encode(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
