/** What looks like a credential is not written. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scrub, scrubTokens } from './scrub.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function run(alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((all) => all.join(''));
}

const base64url = run(`${BASE64.slice(0, 62)}-_`, 20, 80);
const jwt = fc
  .tuple(base64url, base64url, base64url)
  .map(([head, body, signature]) => ['ey', 'J', head, '.', 'ey', 'J', body, '.', signature].join(''));
const secretKey = run(BASE64, 37, 37).map((rest) => `${rest}aZ9`);
const sessionToken = run(BASE64, 100, 400);
const github = run(BASE64.slice(0, 62), 36, 36).map((rest) => ['gh', 's_', rest].join(''));
const privateKey = run(BASE64, 40, 200).map((body) =>
  ['-----BEGIN RSA PRIV', `ATE KEY-----\n${body}\n-----END RSA PRIV`, 'ATE KEY-----'].join(''),
);
const around = fc.constantFrom('', ' ', 'because of ', 'token=', '"', '(', ': ', 'line\n', 'é');
const after = fc.constantFrom('', ' ', '"', ')', ', then more', '\nline');

test('no credential passes in free text, whatever stands around it', () => {
  fc.assert(
    fc.property(around, fc.oneof(jwt, secretKey, sessionToken, github, privateKey), after, (before, credential, rest) => {
      const clean = scrub(`${before}${credential}${rest}`);
      expect(clean).not.toContain(credential);
      expect(clean).toContain('***');
      // Nor the greater part of it.
      expect(clean.length).toBeLessThan(before.length + rest.length + 40);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a session token', `${'A1'.repeat(20)}${['ey', 'J'].join('')}${'b2'.repeat(60)}`],
  ['a secret access key', `${'Aa1'.repeat(5)}${['ey', 'J'].join('')}${'b2'.repeat(11)}`],
])('%s in whose middle a JWT seems to begin leaves nothing of itself', (_what, credential) => {
  expect(scrub(`because of ${credential}`)).toBe('because of ***');
});

test('no token passes in a claim or a name', () => {
  fc.assert(
    fc.property(around, fc.oneof(jwt, github, privateKey), after, (before, credential, rest) => {
      expect(scrubTokens(`${before}${credential}${rest}`)).not.toContain(credential);
    }),
  );
});

describe('what is no credential is kept', () => {
  test.each([
    'publish the site',
    '8f3c1b0d9a7e6f5c4b3a29181716151413121110',
    'arn:aws:iam::111122223333:role/PipelineRoleForTheWholeSite2026WithAName',
    'refs/heads/feature/a-very-long-branch-name-with-many-words-in-it',
    'https://issuer.example/a/long/path/that/goes/on/and/on',
    'acme/site/.github/workflows/deploy.yml@refs/heads/main',
    'lh-gh-7812345678-1-k3x9qabc123def',
    ['AS', 'IAQEXAMPLEEXAMPLE12'].join(''),
    'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
  ])('%s', (value) => {
    expect(scrub(value)).toBe(value);
    expect(scrubTokens(value)).toBe(value);
  });

  test('a name of the length of a secret key, outside of free text', () => {
    const name = 'AnExtraordinarilyLongRoleName1234567890x';
    expect(name).toHaveLength(40);
    expect(scrubTokens(name)).toBe(name);
    expect(scrub(name)).toBe('***');
  });
});
