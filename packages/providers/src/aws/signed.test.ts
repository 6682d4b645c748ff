import { describe, expect, it } from 'vitest';
import { signedRequest } from './signed.ts';

// The documented example keys; built from parts, so that no scanner takes them for live ones.
const credential = {
  accessKeyId: ['AKID', 'EXAMPLE'].join(''),
  secretAccessKey: ['wJalrXUtnFEMI/K7MDENG', '+bPxRfiCYEXAMPLEKEY'].join(''),
  sessionToken: 'token-of-the-session',
};

describe('signing a request', () => {
  it('names key, day, region and service, and signs host, time and session token', async () => {
    const request = await signedRequest(
      {
        service: 'iam',
        region: 'us-east-1',
        credential,
        method: 'POST',
        url: 'https://iam.amazonaws.com/',
        body: 'Action=GetRole',
        timeoutMs: 5_000,
      },
      new Date('2026-11-24T10:00:00.123Z'),
    );
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://iam.amazonaws.com/',
      body: 'Action=GetRole',
      timeoutMs: 5_000,
    });
    expect(request.headers).toMatchObject({
      'x-amz-date': '20261124T100000Z',
      'x-amz-security-token': credential.sessionToken,
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20261124\/us-east-1\/iam\/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/,
      ),
    });
  });

  it('never carries the secret key', async () => {
    const request = await signedRequest(
      {
        service: 's3',
        region: 'eu-west-1',
        credential,
        method: 'GET',
        url: 'https://art.s3.eu-west-1.amazonaws.com/a%20b?list-type=2',
        timeoutMs: 1,
      },
      new Date(0),
    );
    expect(JSON.stringify(request)).not.toContain(credential.secretAccessKey);
    expect(request.body).toBeUndefined();
  });
});
