import { createHash } from 'node:crypto';
import { type HttpResponse, UpstreamError } from '@leasehold/core';
import { describe, expect, it } from 'vitest';
import { judgeExchange } from './judge-exchange.ts';
import { failure, handle, ISSUED, iso, KEYS, NAME, response, TOKEN, xml } from './test-recorded.ts';

describe('a whole answer', () => {
  it('becomes a credential, its mark, and what the ending needs', async () => {
    const issued = await judgeExchange(response(200, xml()), handle(), TOKEN);
    expect(JSON.parse(issued.credential.reveal())).toEqual({
      accessKeyId: KEYS.id,
      secretAccessKey: KEYS.secret,
      sessionToken: KEYS.token,
    });
    expect(issued.mark).toEqual({ hash: createHash('sha256').update(KEYS.token).digest('base64'), publicId: KEYS.id });
    expect(issued.expiresAt).toBe((ISSUED + 902) * 1000);
    expect(issued.handle).toMatchObject({
      roleId: 'AROACLKWSDQRAOEXAMPLE',
      sessionArn: `arn:aws:sts::111122223333:assumed-role/site-deploy/${NAME}`,
      account: '111122223333',
      expiresAt: issued.expiresAt,
    });
  });

  it('expires with the time box, where that comes first', async () => {
    const boxed = handle(60);
    expect((await judgeExchange(response(200, xml()), boxed, TOKEN)).expiresAt).toBe((ISSUED + 60) * 1000);
  });

  it('may be JSON, with the expiry as a number', async () => {
    const body = JSON.stringify({
      AssumeRoleWithWebIdentityResponse: {
        AssumeRoleWithWebIdentityResult: {
          AssumedRoleUser: {
            Arn: `arn:aws:sts::111122223333:assumed-role/site-deploy/${NAME}`,
            AssumedRoleId: `AROACLKWSDQRAOEXAMPLE:${NAME}`,
          },
          Credentials: { AccessKeyId: KEYS.id, SecretAccessKey: KEYS.secret, SessionToken: KEYS.token, Expiration: ISSUED + 902 },
        },
      },
    });
    const issued = await judgeExchange(response(200, body), handle(), TOKEN);
    expect(issued.handle).toEqual((await judgeExchange(response(200, xml()), handle(), TOKEN)).handle);
  });

  it('may be that of Ceph, which tells neither role id nor account', async () => {
    const ceph = handle(900, { role: 'arn:aws:iam:::role/site-deploy' });
    const body = xml({
      user: `<Arn>arn:aws:sts:::assumed-role/site-deploy/${NAME}</Arn>`,
      expiration: `${iso(ISSUED + 902).slice(0, -1)}.123456Z`,
    });
    const issued = await judgeExchange({ status: 200, body, headers: {} }, ceph, TOKEN);
    expect(issued.handle).not.toHaveProperty('roleId');
    expect(issued.handle).not.toHaveProperty('account');
  });
});

describe('an answer that cannot be used', () => {
  const noKey = `<SecretAccessKey>${KEYS.secret}</SecretAccessKey><SessionToken>${KEYS.token}</SessionToken>`;
  it.each([
    ['empty', response(200, ''), 'it is not the answer of STS, or not all of it', true],
    ['cut off', response(200, xml().slice(0, -40)), 'it is not the answer of STS, or not all of it', true],
    [
      'cut off JSON',
      response(200, '{"AssumeRoleWithWebIdentityResponse": {'),
      'it is not the answer of STS, or not all of it',
      true,
    ],
    [
      'an HTML page',
      response(200, '<!DOCTYPE html><html><body>Sign in</body></html>'),
      'it is not the answer of STS, or not all of it',
      true,
    ],
    ['another answer', response(200, '<GetCallerIdentityResponse/>'), 'it is not the answer of STS, or not all of it', true],
    ['without a key', response(200, xml({ credentials: noKey })), 'it has no whole credential', true],
    ['without an expiry', response(200, xml({ expiration: '' })), 'it does not say when the credential expires', true],
    [
      'with an unreadable expiry',
      response(200, xml({ expiration: 'soon' })),
      'it does not say when the credential expires',
      true,
    ],
    ['about another session', response(200, xml({ name: 'GitHubActions' })), 'it is about another session', true],
    ['a page of a proxy', response(403, '<html><body>Blocked</body></html>'), 'it is not an answer of STS', false],
    ['a redirect', response(302, ''), 'it is not an answer of STS', false],
  ])('is %s', async (_, answer, why, retryable) => {
    const error = await failure(answer);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({
      code: 'ERR_AWS_ANSWER',
      message: `the answer with status ${answer.status} cannot be used: ${why}`,
      retryable,
    });
  });

  it.each([
    ['lives longer than asked', iso(ISSUED + 3_602), 'the credential would live for 3600 s, and 900 s were asked for'],
    ['has expired', iso(ISSUED), 'the credential had expired before it came'],
  ])('holds a credential that %s', async (_, expiration, message) => {
    expect(await failure(response(200, xml({ expiration })))).toMatchObject({
      code: 'ERR_AWS_EXPIRATION',
      message,
      retryable: false,
    });
  });

  it('is measured by the ID token where the server does not tell the time', async () => {
    const undated = (expiration: number): HttpResponse => ({
      status: 200,
      body: xml({ expiration: iso(expiration) }),
      headers: {},
    });
    await expect(judgeExchange(undated(ISSUED + 1_200), handle(), TOKEN)).resolves.toBeDefined();
    expect(await failure(undated(ISSUED + 1_261))).toMatchObject({ code: 'ERR_AWS_EXPIRATION' });
    expect(await failure(undated(ISSUED))).toMatchObject({ code: 'ERR_AWS_EXPIRATION' });
  });
});
