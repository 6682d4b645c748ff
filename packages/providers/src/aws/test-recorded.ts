/** Answers of STS as AWS and Ceph give them, recorded for tests; credentials are put together when they run. */

import { type HttpResponse, LeaseholdError } from '@leasehold/core';
import type { AwsHandle } from './handle.ts';
import { judgeExchange } from './judge-exchange.ts';
import { parseAwsOptions } from './parse.ts';
import { planAwsLease } from './plan.ts';

export const ISSUED: number = Date.UTC(2026, 10, 24, 10, 0, 0) / 1000;
export const TOKEN: { readonly issuedAt: number; readonly expiresAt: number } = { issuedAt: ISSUED, expiresAt: ISSUED + 300 };
const SERVER_DATE = new Date((ISSUED + 2) * 1000).toUTCString();
export const KEYS: { readonly id: string; readonly secret: string; readonly token: string } = {
  id: ['ASIA', 'IOSFODNN7', 'EXAMPLE'].join(''),
  secret: ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/'),
  token: ['IQoJb3JpZ2luX2VjE', 'A'.repeat(300), '=='].join(''),
};
export const NAME: string = 'lh-gh-7812345678-1-k3x9qabc123def';

export function handle(ttl = 900, raw: Readonly<Record<string, unknown>> = {}): AwsHandle {
  const options = parseAwsOptions({ role: 'arn:aws:iam::111122223333:role/ci/site-deploy', region: 'eu-west-1', ...raw }, {});
  return planAwsLease(options, {
    leaseId: 'k3x9qabc123def',
    run: { platform: 'gh', run: '7812345678', attempt: '1' },
    ttl,
    from: ISSUED,
  }).handle;
}

export const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');

interface Parts {
  readonly expiration?: string;
  readonly name?: string;
  readonly user?: string;
  readonly credentials?: string;
}

export function xml({ expiration = iso(ISSUED + 902), name = NAME, user, credentials }: Parts = {}): string {
  return `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleWithWebIdentityResult>
    <Audience>sts.amazonaws.com</Audience>
    <AssumedRoleUser>
      ${user ?? `<AssumedRoleId>AROACLKWSDQRAOEXAMPLE:${name}</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/site-deploy/${name}</Arn>`}
    </AssumedRoleUser>
    <Provider>arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com</Provider>
    <Credentials>${
      credentials ??
      `<AccessKeyId>${KEYS.id}</AccessKeyId><SecretAccessKey>${KEYS.secret}</SecretAccessKey><SessionToken>${KEYS.token}</SessionToken>`
    }<Expiration>${expiration}</Expiration></Credentials>
    <SubjectFromWebIdentityToken>repo:acme/site:ref:refs/heads/main</SubjectFromWebIdentityToken>
  </AssumeRoleWithWebIdentityResult>
  <ResponseMetadata><RequestId>ad4156e9-bce1-11e2-82e6-6b6efEXAMPLE</RequestId></ResponseMetadata>
</AssumeRoleWithWebIdentityResponse>
`;
}

export const awsError = (code: string, message: string): string =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>
  <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
</ErrorResponse>`;

export const cephError = (code: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><RequestId>tx000-0-default</RequestId><HostId>0-default</HostId></Error>`;

export const response = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  status,
  body,
  headers: { date: SERVER_DATE, ...headers },
});

/** What an answer that is not taken throws. */
export async function failure(answer: HttpResponse, of: AwsHandle = handle()): Promise<LeaseholdError> {
  const error: unknown = await judgeExchange(answer, of, TOKEN).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof LeaseholdError) return error;
  throw new Error('the answer was taken');
}
