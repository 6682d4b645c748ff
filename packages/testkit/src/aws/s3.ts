/** S3 by path: list, read, write and delete objects, each judged by policy before anything else is looked at. */

import { createHash } from 'node:crypto';
import { readChunks } from './chunked-body.ts';
import { AwsFailure } from './failure.ts';
import type { Caller } from './query.ts';
import type { SignedRequest } from './signature.ts';
import type { Bucket, World } from './world.ts';
import { xmlDocument } from './xml.ts';

const S3_NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const MAX_KEYS = 1_000;

/** The answer to one request. */
export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Where a request points, and which action of IAM it is; undefined when the stand-in does not know it. */
export interface S3Route {
  readonly action: 's3:ListBucket' | 's3:GetObject' | 's3:PutObject' | 's3:DeleteObject';
  readonly bucket: string;
  /** Undefined for a bucket. */
  readonly key: string | undefined;
}

const OBJECT_ACTIONS: Readonly<Record<string, S3Route['action']>> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};

/** Reads a path-style address. */
export function routeS3(method: string, url: URL): S3Route | undefined {
  const [, bucket = '', ...rest] = url.pathname.split('/');
  const key = rest.map(decodeURIComponent).join('/');
  if (bucket === '') return undefined;
  if (key === '') return method === 'GET' || method === 'HEAD' ? { action: 's3:ListBucket', bucket, key: undefined } : undefined;
  const action = OBJECT_ACTIONS[method];
  return action && { action, bucket, key };
}

/** Answers one request that is signed rightly. */
export async function answerS3(
  request: SignedRequest,
  url: URL,
  route: S3Route,
  caller: Caller,
  world: World,
): Promise<S3Answer> {
  const bucketArn = `arn:${world.partition}:s3:::${route.bucket}`;
  const arn = route.key === undefined ? bucketArn : `${bucketArn}/${route.key}`;
  await caller.authorise({ action: route.action, resource: arn, shown: `"${arn}"`, context: listContext(route, url) });
  const bucket = world.buckets.get(route.bucket);
  if (!bucket) throw new AwsFailure(404, 'NoSuchBucket', 'The specified bucket does not exist');
  if (route.key === undefined) {
    return request.method === 'HEAD' ? { status: 200 } : { status: 200, body: list(route.bucket, bucket, url) };
  }
  switch (request.method) {
    case 'PUT':
      return put(bucket, route.key, request, world);
    case 'DELETE':
      bucket.objects.delete(route.key);
      return { status: 204 };
    default:
      return read(bucket, route.key, caller, bucketArn);
  }
}

async function read(bucket: Bucket, key: string, caller: Caller, bucketArn: string): Promise<S3Answer> {
  const object = bucket.objects.get(key);
  if (!object) {
    // Only who may list may learn that there is no such object.
    await caller.authorise({ action: 's3:ListBucket', resource: bucketArn, shown: `"${bucketArn}"` });
    throw new AwsFailure(404, 'NoSuchKey', 'The specified key does not exist.');
  }
  return {
    status: 200,
    headers: {
      etag: object.etag,
      'content-type': object.type,
      'content-length': String(object.body.length),
      'last-modified': new Date(object.modified).toUTCString(),
    },
    body: object.body,
  };
}

function put(bucket: Bucket, key: string, request: SignedRequest, world: World): S3Answer {
  const body = request.headers['x-amz-content-sha256']?.startsWith('STREAMING-') ? readChunks(request.body) : request.body;
  const md5 = createHash('md5').update(body).digest();
  const declared = request.headers['content-md5'];
  if (declared !== undefined) {
    if (Buffer.from(declared, 'base64').length !== md5.length) {
      throw new AwsFailure(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.');
    }
    if (declared !== md5.toString('base64')) {
      throw new AwsFailure(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
    }
  }
  const etag = `"${md5.toString('hex')}"`;
  bucket.objects.set(key, {
    body,
    etag,
    modified: world.clock.now(),
    type: request.headers['content-type'] ?? 'binary/octet-stream',
  });
  return { status: 200, headers: { etag } };
}

function listContext(route: S3Route, url: URL): Record<string, string> {
  if (route.key !== undefined) return {};
  return Object.fromEntries(
    (['prefix', 'delimiter', 'max-keys'] as const).flatMap((name) => {
      const value = url.searchParams.get(name);
      return value === null ? [] : [[`s3:${name}`, value]];
    }),
  );
}

function list(name: string, bucket: Bucket, url: URL): string {
  const prefix = url.searchParams.get('prefix') ?? '';
  const delimiter = url.searchParams.get('delimiter') ?? '';
  const maxKeys = Math.min(MAX_KEYS, Number(url.searchParams.get('max-keys') ?? MAX_KEYS));
  const folderOf = (key: string): string | undefined => {
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    return end < 0 ? undefined : key.slice(0, end + delimiter.length);
  };
  const found = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  // A folder counts as one, however much is in it.
  const entries = [...new Set(found.map((key) => folderOf(key) ?? key))];
  const shown = entries.slice(0, maxKeys);
  return xmlDocument('ListBucketResult', S3_NAMESPACE, {
    Name: name,
    Prefix: prefix,
    Delimiter: delimiter === '' ? undefined : delimiter,
    KeyCount: shown.length,
    MaxKeys: maxKeys,
    IsTruncated: shown.length < entries.length,
    Contents: shown.flatMap((key) => {
      const object = bucket.objects.get(key);
      if (!object || folderOf(key) !== undefined) return [];
      return {
        Key: key,
        LastModified: new Date(object.modified).toISOString(),
        ETag: object.etag,
        Size: object.body.length,
        StorageClass: 'STANDARD',
      };
    }),
    CommonPrefixes: shown.filter((key) => folderOf(key) !== undefined).map((key) => ({ Prefix: key })),
  });
}
