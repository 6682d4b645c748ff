/** A refusal is told with everything that determined it: the policy's, the other side's, and that of a file or an error. */

import { ConfigError, type Decision, DeniedError, type TrustDiagnosis, UpstreamError } from '@leasehold/core';
import { describe, expect, test } from 'vitest';
import { denialSummary, denialText } from './denial.ts';
import { errorText } from './error.ts';
import { problemsText } from './problems.ts';
import { trustSummary, trustText } from './trust.ts';

const DECISION: Decision = {
  allowed: false,
  grant: 'deploy-site',
  ttl: 0,
  breakGlass: false,
  rules: [
    { rule: 'grant', passed: true, detail: 'the policy has a grant `deploy-site`' },
    { rule: 'subjects', passed: false, detail: 'no subject admits this job' },
  ],
  mismatches: [
    { claim: 'ref', actual: 'refs/heads/a|b', expected: ['refs/heads/main', 'refs/tags/*'], source: 'subjects[0].ref' },
    { claim: 'environment', actual: undefined, expected: ['production'], source: 'subjects[0].environment' },
  ],
};

describe('a denial by the policy', () => {
  test('is a table of the rules and one of the claims', () => {
    expect(denialSummary(DECISION)).toBe(
      [
        '### Denied: `deploy-site`',
        '',
        '| Rule | Result | Why |',
        '| --- | --- | --- |',
        '| `grant` | passed | the policy has a grant `deploy-site` |',
        '| `subjects` | **failed** | no subject admits this job |',
        '',
        '| Claim | This job | Would match | Where |',
        '| --- | --- | --- | --- |',
        '| `ref` | <code>refs/heads/a&#124;b</code> | `refs/heads/main`<br>`refs/tags/*` | `subjects[0].ref` |',
        '| `environment` | absent | `production` | `subjects[0].environment` |',
        '',
      ].join('\n'),
    );
  });

  test('is told in the log by what failed', () => {
    expect(denialText(DECISION).split('\n')).toEqual([
      'denied: deploy-site',
      '  subjects: no subject admits this job',
      '  ref: is `refs/heads/a|b`, would match `refs/heads/main` or `refs/tags/*` (subjects[0].ref)',
      '  environment: is absent, would match `production` (subjects[0].environment)',
    ]);
  });

  test('without any rule still says something', () => {
    expect(denialSummary({ ...DECISION, rules: [], mismatches: [] })).toBe(
      '### Denied: `deploy-site`\n\nNo rule admits this job.\n',
    );
  });
});

const DIAGNOSIS: TrustDiagnosis = {
  causes: [
    { id: 'audience', message: 'the token is for `a`', help: 'set the input `audience`' },
    { id: 'id-token-permission', message: 'no permission', help: 'give it', snippet: 'permissions:\n  id-token: write' },
  ],
  mismatches: [{ claim: 'aud', actual: 'a', expected: ['b'], source: 'StringEquals aud' }],
  corrected: [
    { claim: 'aud', operator: 'equals', negated: false, values: ['a'], source: 'x' },
    { claim: 'actor', operator: 'like', negated: true, values: ['m*', 'n'], source: 'x' },
  ],
  claims: { aud: 'a', sub: 'repo:acme/site:pull_request' },
};

describe('a refusal by the other side', () => {
  test('is told by cause, difference, correction and claims', () => {
    expect(trustSummary(DIAGNOSIS)).toBe(
      [
        '### Trust was refused',
        '',
        '**1. audience**: the token is for `a`.<br>To change: set the input `audience`.',
        '',
        '**2. id-token-permission**: no permission.<br>To change: give it.',
        '',
        '```yaml',
        'permissions:',
        '  id-token: write',
        '```',
        '',
        '#### What does not match',
        '',
        '| Claim | This job | Would match | Where |',
        '| --- | --- | --- | --- |',
        '| `aud` | `a` | `b` | `StringEquals aud` |',
        '',
        '#### What would admit this job',
        '',
        '| Claim | Compares | With |',
        '| --- | --- | --- |',
        '| `aud` | equals | `a` |',
        '| `actor` | not like | `m*`<br>`n` |',
        '',
        "#### This job's claims",
        '',
        '| Claim | Value |',
        '| --- | --- |',
        '| `aud` | `a` |',
        '| `sub` | `repo:acme/site:pull_request` |',
        '',
      ].join('\n'),
    );
  });

  test('shows the correction in the form of its provider', () => {
    expect(trustSummary(DIAGNOSIS, '{\n  "StringEquals": {}\n}')).toContain(
      '#### What would admit this job\n\n```json\n{\n  "StringEquals": {}\n}\n```\n',
    );
    expect(trustText(DIAGNOSIS, '{\n  "StringEquals": {}\n}')).toContain(
      'what would admit this job:\n{\n  "StringEquals": {}\n}\n',
    );
  });

  test('is told in the log', () => {
    expect(trustText(DIAGNOSIS).split('\n')).toEqual([
      'trust was refused',
      '1. audience: the token is for `a`',
      '  help: set the input `audience`',
      '2. id-token-permission: no permission',
      '  help: give it',
      '    permissions:',
      '      id-token: write',
      'what does not match:',
      '  aud: is `a`, would match `b` (StringEquals aud)',
      'what would admit this job:',
      '  aud equals `a`',
      '  actor not like `m*` or `n`',
      "this job's claims:",
      '  aud: a',
      '  sub: repo:acme/site:pull_request',
    ]);
  });

  test('without any cause says that there is none', () => {
    const nothing: TrustDiagnosis = { causes: [], mismatches: [], corrected: [], claims: {} };
    expect(trustSummary(nothing)).toBe('### Trust was refused\n\nNothing in the token shows why.\n');
    expect(trustText(nothing)).toBe('trust was refused');
  });
});

const PROBLEM = {
  code: 'ERR_POLICY_KEY',
  message: 'unknown key `refs`',
  at: { file: '.github/leasehold.yml', line: 12, column: 5 },
  help: 'did you mean `ref`?',
};

describe('mistakes and errors', () => {
  test('a mistake in a file is told as compilers do', () => {
    expect(problemsText([PROBLEM, { ...PROBLEM, message: 'a\n::error::b' }])).toBe(
      [
        '.github/leasehold.yml:12:5: unknown key `refs` [ERR_POLICY_KEY]',
        '  help: did you mean `ref`?',
        '.github/leasehold.yml:12:5: a ::error::b [ERR_POLICY_KEY]',
        '  help: did you mean `ref`?',
      ].join('\n'),
    );
    const { help: _help, ...plain } = PROBLEM;
    expect(problemsText([plain])).toBe('.github/leasehold.yml:12:5: unknown key `refs` [ERR_POLICY_KEY]');
  });

  test('an error is told with its code, its help and its problems', () => {
    const error = new ConfigError('the policy has a mistake', { code: 'ERR_POLICY', help: 'correct it', problems: [PROBLEM] });
    expect(errorText(error)).toBe(
      'the policy has a mistake [ERR_POLICY]\n  help: correct it\n.github/leasehold.yml:12:5: unknown key `refs` [ERR_POLICY_KEY]\n  help: did you mean `ref`?',
    );
    expect(errorText(new DeniedError('no', { code: 'ERR_NO' }))).toBe('no [ERR_NO]');
    const repeating = new ConfigError(`p.yml:12:5: ${PROBLEM.message}`, { code: PROBLEM.code, problems: [PROBLEM] });
    expect(errorText(repeating)).toBe(problemsText([PROBLEM]));
  });

  test('causes are joined by colons, each once, and scrubbed', () => {
    const token = ['ey', 'JhbGciOiJSUzI1NiJ9', '.', 'ey', 'JzdWIiOiJhIn0', '.', 'c2ln'].join('');
    const root = new Error(`bad ${token}`);
    const cause = new Error('connect refused', { cause: root });
    const error = new UpstreamError('the server cannot be reached', { code: 'ERR_X', retryable: true, cause });
    expect(errorText(error)).toBe('the server cannot be reached: connect refused: bad *** [ERR_X]');
    const repeated = new UpstreamError('failed: connect refused', {
      code: 'ERR_X',
      retryable: true,
      cause: new Error('connect refused'),
    });
    expect(errorText(repeated)).toBe('failed: connect refused [ERR_X]');
  });

  test('a cause that goes round ends', () => {
    const error = new DeniedError('no', { code: 'ERR_NO' });
    const a = new Error('a');
    a.cause = a;
    Object.defineProperty(error, 'cause', { value: a });
    expect(errorText(error)).toBe('no: a: a: a [ERR_NO]');
  });
});
