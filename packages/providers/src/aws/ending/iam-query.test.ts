import { describe, expect, it } from 'vitest';
import type { AwsEndpoints } from '../handle.ts';
import type { AwsCall, AwsCaller } from './aws-call.ts';
import { iamQuery, judgeRead, judgeWrite } from './iam-query.ts';

const endpoints: AwsEndpoints = {
  sts: '',
  iam: 'https://iam.amazonaws.com',
  s3: '',
  iamRegion: 'us-east-1',
  region: 'eu-west-1',
};
const answer = (action: string, result: string): string =>
  `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>${result}</${action}Result><ResponseMetadata/></${action}Response>`;
const error = (code: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>x</Message></Error></ErrorResponse>`;

/** Answers in turn and keeps what it was asked. */
function scripted(...bodies: readonly string[]): {
  readonly caller: AwsCaller;
  readonly asked: URLSearchParams[];
  readonly calls: AwsCall[];
} {
  const left = [...bodies];
  const calls: AwsCall[] = [];
  const asked: URLSearchParams[] = [];
  const send: AwsCaller['send'] = async (call, judge) => {
    calls.push(call);
    asked.push(new URLSearchParams(call.body));
    return judge({ status: 200, headers: {}, body: left.shift() ?? '' });
  };
  return { caller: { send, now: () => 0 }, asked, calls };
}

describe('IAM over its query API', () => {
  it('asks about the role by its name, whatever its path', async () => {
    const boundary =
      '<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType><PermissionsBoundaryArn>arn:b</PermissionsBoundaryArn></PermissionsBoundary>';
    const { caller, asked, calls } = scripted(
      answer('GetRole', `<Role><RoleId>AROAX</RoleId>${boundary}</Role>`),
      answer('GetRole', '<Role><RoleId>AROAX</RoleId></Role>'),
    );
    const iam = iamQuery('arn:aws:iam::111122223333:role/ci/web/deploy', endpoints, caller);
    expect(await iam.role()).toEqual({ roleId: 'AROAX', boundary: 'arn:b' });
    expect(await iam.role()).toEqual({ roleId: 'AROAX' });
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({ Action: 'GetRole', Version: '2010-05-08', RoleName: 'deploy' });
    expect(calls[0]).toMatchObject({ service: 'iam', region: 'us-east-1', method: 'POST', url: 'https://iam.amazonaws.com/' });
  });

  it('reads every page of a list', async () => {
    const page = (names: string, marker = ''): string =>
      answer('ListRolePolicies', `<PolicyNames>${names}</PolicyNames><IsTruncated>${marker !== ''}</IsTruncated>${marker}`);
    const { caller, asked } = scripted(
      page('<member>a</member><member>b</member>', '<Marker>m1</Marker>'),
      page('<member>c</member>'),
      page(''),
    );
    const iam = iamQuery('arn:aws:iam::1:role/r', endpoints, caller);
    expect(await iam.policyNames()).toEqual(['a', 'b', 'c']);
    expect(asked[1]?.get('Marker')).toBe('m1');
    expect(await iam.policyNames()).toEqual([]);
  });

  it('decodes a document that AWS encoded, and takes one that Ceph did not', async () => {
    const document = '{"Statement":[{"Sid":"a b+c%"}]}';
    const xml = document.replaceAll('"', '&quot;');
    const { caller } = scripted(
      answer('GetRolePolicy', `<PolicyDocument>${encodeURIComponent(document)}</PolicyDocument>`),
      answer('GetRolePolicy', `<PolicyDocument>${xml}</PolicyDocument>`),
    );
    const iam = iamQuery('arn:aws:iam::1:role/r', endpoints, caller);
    expect(await iam.policy('p')).toBe(document);
    expect(await iam.policy('p')).toBe(document);
  });

  it('reads versions and writes one as the default', async () => {
    const versions =
      '<Versions><member><VersionId>v7</VersionId><IsDefaultVersion>true</IsDefaultVersion></member><member><VersionId>v6</VersionId><IsDefaultVersion>false</IsDefaultVersion></member></Versions><IsTruncated>false</IsTruncated>';
    const { caller, asked } = scripted(answer('ListPolicyVersions', versions), answer('CreatePolicyVersion', '<PolicyVersion/>'));
    const iam = iamQuery('arn:aws:iam::1:role/r', endpoints, caller);
    expect(await iam.versions('arn:p')).toEqual([
      { id: 'v7', isDefault: true },
      { id: 'v6', isDefault: false },
    ]);
    expect(await iam.createVersion('arn:p', '{}')).toBe('written');
    expect(Object.fromEntries(asked[1] ?? [])).toMatchObject({
      Action: 'CreatePolicyVersion',
      PolicyArn: 'arn:p',
      PolicyDocument: '{}',
      SetAsDefault: 'true',
    });
  });
});

describe('an answer of IAM', () => {
  it('that something is not there is no failure', () => {
    expect(judgeRead('GetRole', { status: 404, headers: {}, body: error('NoSuchEntity') })).toBeUndefined();
    expect(judgeWrite('DeleteRolePolicy', { status: 404, headers: {}, body: error('NoSuchEntity') })).toBe('gone');
  });

  it('that a limit is reached is told to the protocol', () => {
    expect(judgeWrite('PutRolePolicy', { status: 409, headers: {}, body: error('LimitExceeded') })).toBe('full');
  });

  it('is a write done even where Ceph calls it otherwise', () => {
    expect(
      judgeWrite('DeleteRolePolicy', {
        status: 200,
        headers: {},
        body: '<DeleteRolePoliciesResponse><ResponseMetadata/></DeleteRolePoliciesResponse>',
      }),
    ).toBe('written');
  });

  it.each([
    ['AccessDenied', 'allow `iam:PutRolePolicy` to the revoker role; `leasehold trust aws` prints all that it needs'],
    ['MalformedPolicyDocument', 'compare the revoker role with what `leasehold trust aws` prints'],
  ])('%s is a refusal', (code, help) => {
    expect(() => judgeWrite('PutRolePolicy', { status: 403, headers: {}, body: error(code) })).toThrow(
      expect.objectContaining({
        name: 'DeniedError',
        code: 'ERR_AWS_REVOKER_DENIED',
        message: `aws refused \`iam:PutRolePolicy\` to the revoker role: \`${code}\``,
        help,
      }),
    );
  });

  it.each([200, 403, 404])('that is a page for people with %i is no answer', (status) => {
    const page = { status, headers: {}, body: '<html><body>Sign in</body></html>' };
    const unreadable = expect.objectContaining({ name: 'UpstreamError', code: 'ERR_AWS_ANSWER', retryable: true });
    expect(() => judgeRead('GetRole', page)).toThrow(unreadable);
    expect(() => judgeWrite('PutRolePolicy', page)).toThrow(unreadable);
  });
});
