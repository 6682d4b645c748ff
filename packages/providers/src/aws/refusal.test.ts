import { ConfigError, DeniedError, type HttpResponse, secretForms, UpstreamError } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeExchange } from './judge-exchange.ts';
import { awsError, cephError, failure, handle, ISSUED, KEYS, response, TOKEN, xml } from './test-recorded.ts';

type Family = typeof DeniedError | typeof ConfigError | typeof UpstreamError;
type Refusal = [code: string, family: Family, answer: HttpResponse, retryable?: boolean];

describe('a refusal', () => {
  const cases: Refusal[] = [
    [
      'ERR_AWS_TRUST_REFUSED',
      DeniedError,
      response(403, awsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')),
    ],
    ['ERR_AWS_TRUST_REFUSED', DeniedError, response(403, cephError('AccessDenied'))],
    ['ERR_AWS_TOKEN_REFUSED', DeniedError, response(400, awsError('InvalidIdentityToken', 'Incorrect token audience'))],
    ['ERR_AWS_TOKEN_REFUSED', DeniedError, response(403, awsError('IDPRejectedClaim', 'x'))],
    [
      'ERR_AWS_ISSUER_UNREACHABLE',
      UpstreamError,
      response(400, awsError('InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider")),
      true,
    ],
    ['ERR_AWS_ISSUER_UNREACHABLE', UpstreamError, response(400, awsError('IDPCommunicationError', 'x')), true],
    ['ERR_AWS_TOKEN_EXPIRED', UpstreamError, response(400, awsError('ExpiredTokenException', 'Token expired')), true],
    ['ERR_AWS_SESSION_POLICY', ConfigError, response(400, awsError('MalformedPolicyDocument', 'Syntax errors in policy.'))],
    ['ERR_AWS_PACKED_POLICY', ConfigError, response(400, awsError('PackedPolicyTooLarge', 'Packed size 104%'))],
    [
      'ERR_AWS_DURATION',
      ConfigError,
      response(
        400,
        awsError('ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
      ),
    ],
    ['ERR_AWS_VALIDATION', ConfigError, response(400, awsError('ValidationError', '1 validation error detected'))],
    ['ERR_AWS_VALIDATION', ConfigError, response(400, cephError('InvalidArgument'))],
    ['ERR_AWS_REGION_DISABLED', ConfigError, response(403, awsError('RegionDisabledException', 'x'))],
    ['ERR_AWS_ROLE', ConfigError, response(404, cephError('NoSuchEntity'))],
    ['ERR_UPSTREAM_THROTTLED', UpstreamError, response(400, awsError('Throttling', 'Rate exceeded')), true],
    ['ERR_UPSTREAM_THROTTLED', UpstreamError, response(429, ''), true],
    ['ERR_UPSTREAM_THROTTLED', UpstreamError, response(503, cephError('SlowDown')), true],
    ['ERR_UPSTREAM_STATUS', UpstreamError, response(500, awsError('InternalFailure', 'x')), true],
    ['ERR_UPSTREAM_STATUS', UpstreamError, response(502, '<html>Bad Gateway</html>'), true],
    ['ERR_AWS_REFUSED', UpstreamError, response(400, awsError('SomethingNew', 'x')), false],
    [
      'ERR_AWS_TOKEN_REFUSED',
      DeniedError,
      response(400, '{"Error":{"Code":"InvalidIdentityToken","Message":"Incorrect token audience","Type":"Sender"}}'),
    ],
  ];
  it.each(cases)('that means %s is told apart', async (code, family, answer, retryable) => {
    const error = await failure(answer);
    expect(error).toBeInstanceOf(family);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[a-z`].*[^.]$/);
    if (retryable !== undefined) expect((error as UpstreamError).retryable).toBe(retryable);
  });

  it.each([
    ['Incorrect token audience', 'audience'],
    ['No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com', 'issuer'],
    ['The ID Token provided has an invalid signature', 'signature'],
    ['Missing a required claim', 'other'],
  ])('of the ID token names its kind: %s', async (message, token) => {
    const error = await failure(response(400, awsError('InvalidIdentityToken', message)));
    expect(error.message).toBe(`the ID token was not taken: \`InvalidIdentityToken\`: ${message}`);
    expect(error.cause).toEqual({ code: 'InvalidIdentityToken', message, status: 400, token });
  });

  it('of trust names the role, without its account where that is masked', async () => {
    const answer = response(403, awsError('AccessDenied', 'x'));
    expect((await failure(answer)).message).toBe(
      'the trust policy of `arn:aws:iam::111122223333:role/ci/site-deploy` does not let this job in',
    );
    expect((await failure(answer, handle(900, { 'mask-account-id': 'true' }))).message).toContain(
      '`arn:aws:iam::***:role/ci/site-deploy`',
    );
  });

  it('of a long TTL says what to raise', async () => {
    const error = await failure(
      response(400, awsError('ValidationError', 'DurationSeconds exceeds the MaxSessionDuration')),
      handle(7_200),
    );
    expect(error.message).toBe('the role does not allow sessions of 2h');
    expect(error.help).toContain('--max-session-duration');
  });

  it('of a session policy names the probe that was added to it', async () => {
    const answer = response(400, cephError('MalformedPolicyDocument'));
    expect((await failure(answer)).help).toBe('correct `allow` or `session-policy`');
    const proven = handle(900, { allow: 'sns:Publish on *', 'revoker-role': 'revoker' });
    expect((await failure(answer, proven)).help).toContain(
      'another `probe` where the server has no `sts:DecodeAuthorizationMessage`',
    );
  });

  it.each([
    ['7', 7_000],
    [new Date((ISSUED + 32) * 1000).toUTCString(), 30_000],
  ])('with `Retry-After: %s` says how long to wait, by the clock of the server', async (header, retryAfterMs) => {
    expect(await failure(response(503, '', { 'retry-after': header }))).toMatchObject({ retryAfterMs });
  });

  it.each([
    ['ExpiredTokenException', 900, 'the clocks differ: the server is 900 s ahead of the issuer of the ID token'],
    ['InvalidIdentityToken', -400, 'the clocks differ: the server is 400 s behind the issuer of the ID token'],
  ])('%s by a server whose clock is %d s off names the skew', async (code, seconds, message) => {
    const date = new Date((ISSUED + seconds) * 1000).toUTCString();
    expect(await failure(response(400, awsError(code, 'x'), { date }))).toMatchObject({
      code: 'ERR_CLOCK_SKEW',
      message,
      retryable: false,
    });
  });
});

describe('secrets', () => {
  const jwt = [['eyJ', 'hbGciOiJSUzI1NiJ9'].join(''), 'eyJzdWIiOiJ4In0', 'c2lnbmF0dXJl'].join('.');
  const secrets = [KEYS.id, KEYS.secret, KEYS.token, jwt];

  it('are in no failure, whatever the server repeats', async () => {
    const status = fc.constantFrom(200, 400, 403, 429, 500);
    const code = fc.constantFrom('AccessDenied', 'InvalidIdentityToken', 'ValidationError', 'Throttling', 'New', ...secrets);
    const said = fc
      .tuple(fc.constantFrom(...secrets), fc.string({ maxLength: 20 }))
      .map(([secret, around]) => `${around} ${secret} ${around}`);
    await fc.assert(
      fc.asyncProperty(status, code, said, async (answered, fault, message) => {
        const body = awsError(fault, message.replaceAll(/[<&]/g, '.'));
        const error = await failure(response(answered, body));
        const printed = [error.message, error.help, error.stack, JSON.stringify(error.cause)].join('\n');
        for (const secret of secrets) for (const form of secretForms(secret)) expect(printed).not.toContain(form);
      }),
    );
  });

  it('are in no failure about a whole answer either', async () => {
    const error = await failure(response(200, xml({ expiration: 'soon' })));
    for (const secret of secrets) expect(`${error.message}${error.help}${error.stack}`).not.toContain(secret);
  });

  it('are nowhere in the handle', async () => {
    const text = JSON.stringify(await judgeExchange(response(200, xml()), handle(), TOKEN));
    for (const secret of [KEYS.secret, KEYS.token]) expect(text).not.toContain(secret);
  });
});
