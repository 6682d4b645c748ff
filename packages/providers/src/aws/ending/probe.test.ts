import { describe, expect, it } from 'vitest';
import type { AwsEndpoints, ProbeAction } from '../handle.ts';
import { inRegion, judgeProbe, probeRequest } from './probe.ts';

const AWS: AwsEndpoints = {
  sts: 'https://sts.eu-west-1.amazonaws.com',
  iam: 'https://iam.amazonaws.com',
  s3: 'https://s3.eu-west-1.amazonaws.com',
  iamRegion: 'us-east-1',
  region: 'eu-west-1',
};
const CEPH: AwsEndpoints = { ...AWS, sts: 'http://127.0.0.1:8000', iam: 'http://127.0.0.1:8000', s3: 'http://127.0.0.1:8000' };

describe('the request of a probe', () => {
  it.each([
    ['s3:ListBucket', 'arn:aws:s3:::art', AWS, 'GET', 'https://art.s3.eu-west-1.amazonaws.com?list-type=2&max-keys=1'],
    [
      's3:ListBucket',
      'arn:aws:s3:::art.example',
      AWS,
      'GET',
      'https://s3.eu-west-1.amazonaws.com/art.example?list-type=2&max-keys=1',
    ],
    ['s3:ListBucket', 'arn:aws:s3:::art', CEPH, 'GET', 'http://127.0.0.1:8000/art?list-type=2&max-keys=1'],
    ['s3:GetObject', 'arn:aws:s3:::art/a/b c+d', AWS, 'GET', 'https://art.s3.eu-west-1.amazonaws.com/a/b%20c%2Bd'],
    [
      's3:PutObject',
      'arn:aws-cn:s3:::art/x',
      { ...AWS, s3: 'https://s3.cn-north-1.amazonaws.com.cn' },
      'PUT',
      'https://art.s3.cn-north-1.amazonaws.com.cn/x',
    ],
    ['sts:DecodeAuthorizationMessage', '*', AWS, 'POST', 'https://sts.eu-west-1.amazonaws.com/'],
  ] as const)('%s on %s', (action, resource, endpoints, method, url) => {
    expect(probeRequest({ action, resource }, endpoints)).toMatchObject({ method, url });
  });

  it('cannot be made for many buckets', () => {
    for (const resource of ['*', 'arn:aws:s3:::*', 'arn:aws:s3:::art-*/x'])
      expect(probeRequest({ action: 's3:GetObject', resource }, AWS)).toBeUndefined();
  });

  it('reads one byte at most and writes nothing that could be stored', () => {
    expect(probeRequest({ action: 's3:GetObject', resource: 'arn:aws:s3:::art/x' }, AWS)?.headers).toEqual({
      range: 'bytes=0-0',
    });
    expect(probeRequest({ action: 's3:PutObject', resource: 'arn:aws:s3:::art/x' }, AWS)).toMatchObject({
      headers: { 'content-md5': '1B2M2Y8AsgTpgAmY7PhCfg==' },
      body: '-',
    });
  });

  it("goes to another region where the address is AWS's own", () => {
    expect(inRegion(AWS, 'us-west-2')).toMatchObject({ region: 'us-west-2', s3: 'https://s3.us-west-2.amazonaws.com' });
    expect(inRegion(CEPH, 'us-west-2')).toBe(CEPH);
    expect(inRegion(AWS, 'evil.example/')).toBe(AWS);
  });
});

describe('the answer to a probe', () => {
  const s3 = (code: string, message = ''): string =>
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  const sts = (code: string, message = ''): string =>
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
  const user =
    'User: arn:aws:sts::111122223333:assumed-role/deploy/lh-gh-1-1-x is not authorized to perform: s3:ListBucket on resource: &quot;arn:aws:s3:::art&quot;';

  it.each([
    ['s3:ListBucket', 200, '<ListBucketResult/>', 'alive'],
    ['s3:ListBucket', 404, s3('NoSuchBucket'), 'unclear'],
    ['s3:GetObject', 206, 'x', 'alive'],
    ['s3:GetObject', 200, 'x', 'alive'],
    ['s3:GetObject', 404, s3('NoSuchKey'), 'alive'],
    ['s3:GetObject', 416, s3('InvalidRange'), 'alive'],
    ['s3:GetObject', 404, s3('NoSuchBucket'), 'unclear'],
    ['s3:PutObject', 400, s3('BadDigest'), 'alive'],
    ['s3:PutObject', 400, s3('InvalidDigest'), 'unclear'],
    ['s3:PutObject', 200, '', 'unclear'],
    ['sts:DecodeAuthorizationMessage', 400, sts('InvalidAuthorizationMessageException'), 'alive'],
    ['sts:DecodeAuthorizationMessage', 405, s3('MethodNotAllowed'), 'unclear'],
    ['sts:DecodeAuthorizationMessage', 403, sts('InvalidClientTokenId'), 'unknown'],
    ['sts:DecodeAuthorizationMessage', 403, sts('ExpiredToken'), 'expired'],
    ['s3:ListBucket', 400, s3('ExpiredToken'), 'expired'],
    ['s3:ListBucket', 403, s3('InvalidAccessKeyId'), 'unknown'],
    ['s3:ListBucket', 403, s3('SignatureDoesNotMatch'), 'unclear'],
    ['s3:ListBucket', 503, s3('SlowDown'), 'unclear'],
    ['s3:ListBucket', 403, '<html>Forbidden</html>', 'unclear'],
  ] as const)('%s answered %i %s is %s', (action: ProbeAction, status, body, says) => {
    expect(judgeProbe(action, { status, headers: { 'x-amz-request-id': '1' }, body })).toMatchObject({ says });
  });

  it.each([
    ['s3:ListBucket', 200],
    ['s3:GetObject', 200],
    ['s3:GetObject', 206],
    ['s3:GetObject', 404],
    ['s3:PutObject', 400],
    ['sts:DecodeAuthorizationMessage', 400],
  ] as const)('%s answered %i by a portal on the way is unclear', (action, status) => {
    expect(judgeProbe(action, { status, headers: {}, body: '<html>Please log in</html>' })).toMatchObject({ says: 'unclear' });
  });

  it.each([
    [
      'an explicit deny in an identity-based policy',
      `${user} with an explicit deny in an identity-based policy`,
      { says: 'refused', explained: true },
    ],
    [
      'an explicit deny in a permissions boundary',
      `${user} with an explicit deny in a permissions boundary`,
      { says: 'refused', explained: true },
    ],
    [
      'no allow',
      `${user} because no identity-based policy allows the s3:ListBucket action`,
      { says: 'unclear', why: 'the lease may not do what the probe does' },
    ],
    [
      'no allow in the session policy',
      `${user} because no session policy allows the s3:ListBucket action`,
      { says: 'unclear', why: 'the lease may not do what the probe does' },
    ],
    ['no reason, across accounts', 'Access Denied', { says: 'refused', explained: false }],
    ['no reason, as Ceph', '', { says: 'refused', explained: false }],
  ])('a refusal by %s', (_why, message, verdict) => {
    expect(judgeProbe('s3:ListBucket', { status: 403, headers: {}, body: s3('AccessDenied', message) })).toEqual(verdict);
  });

  it('names the region of a bucket elsewhere', () => {
    const headers = { 'x-amz-bucket-region': 'us-west-2' };
    expect(judgeProbe('s3:ListBucket', { status: 301, headers, body: s3('PermanentRedirect') })).toMatchObject({
      says: 'unclear',
      region: 'us-west-2',
    });
  });
});
