/** Every cause of a refusal is named from what shows it, and from nothing else. */

import type { Claims, TrustCondition, TrustDiagnosis, TrustStatement } from '@leasehold/core';
import { describe, expect, test } from 'vitest';
import { CAUSES } from './causes/index.ts';
import { diagnose } from './diagnose.ts';
import type { DiagnoseInput } from './diagnose-input.ts';

const ISSUER = 'https://token.actions.githubusercontent.com';
const CLAIMS: Claims = {
  iss: ISSUER,
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/site:ref:refs/heads/main',
  iat: 1_795_000_000,
  nbf: 1_794_999_400,
  exp: 1_795_000_300,
  repository: 'acme/site',
  repository_id: '2',
  repository_owner: 'acme',
  repository_owner_id: '1',
  ref: 'refs/heads/main',
  event_name: 'push',
  workflow_ref: 'acme/site/.github/workflows/deploy.yml@refs/heads/main',
  job_workflow_ref: 'acme/site/.github/workflows/deploy.yml@refs/heads/main',
  actor: 'octo',
};
const REFUSAL = { code: 'AccessDenied', detail: 'Not authorized to perform sts:AssumeRoleWithWebIdentity' };
const BASE: DiagnoseInput = { claims: CLAIMS, refusal: REFUSAL, audience: 'sts.amazonaws.com', permission: true };

function condition(claim: string, operator: 'equals' | 'like', ...values: string[]): TrustCondition {
  const name = operator === 'like' ? 'StringLike' : 'StringEquals';
  return { claim, operator, negated: false, values, source: `${name} token.actions.githubusercontent.com:${claim}` };
}

function allow(...conditions: TrustCondition[]): TrustStatement {
  return { id: 'Statement[0]', effect: 'allow', issuers: ['token.actions.githubusercontent.com'], conditions };
}

const AUD = condition('aud', 'equals', 'sts.amazonaws.com');

function job(claims: Claims, ...statements: TrustStatement[]): TrustDiagnosis {
  return diagnose({ ...BASE, claims: { ...CLAIMS, ...claims }, ...(statements.length > 0 ? { statements } : {}) });
}

function ids(diagnosis: TrustDiagnosis): readonly string[] {
  return diagnosis.causes.map(({ id }) => id);
}

const NO_TOKEN: DiagnoseInput = { refusal: { code: '', detail: '' }, audience: 'sts.amazonaws.com', permission: false };

describe('without a token', () => {
  test('the missing permission is named, with the lines to write', () => {
    const { causes } = diagnose(NO_TOKEN);
    expect(causes.map(({ id }) => id)).toEqual(['id-token-permission', 'caller-permission']);
    expect(causes[0]?.snippet).toBe('permissions:\n  contents: read\n  id-token: write');
    expect(causes[1]?.snippet).toContain('    permissions:\n      contents: read\n      id-token: write\n    uses: ');
  });

  test('a fork is the cause, and the permission is not blamed', () => {
    expect(ids(diagnose({ ...NO_TOKEN, event: { name: 'pull_request', fork: true } }))).toEqual(['fork-pull-request']);
  });

  test('nothing is said of claims', () => {
    const { claims, corrected, mismatches } = diagnose({ ...NO_TOKEN, statements: [allow(AUD)] });
    expect([claims, corrected, mismatches]).toEqual([{}, [], []]);
  });

  test('a permission that is there is not blamed', () => {
    expect(ids(diagnose({ ...NO_TOKEN, permission: true }))).toEqual([]);
  });
});

interface Row {
  readonly claims?: Claims;
  readonly statement: readonly TrustCondition[];
  readonly causes: readonly string[];
  readonly says: string;
}

const IMMUTABLE = 'repo:acme@1/site@2:ref:refs/heads/main';
const IN_PRODUCTION = { environment: 'production', sub: 'repo:acme/site:environment:production' };
const IN_PULL_REQUEST = { sub: 'repo:acme/site:pull_request', event_name: 'pull_request', ref: 'refs/pull/7/merge' };
const REUSED = { job_workflow_ref: 'acme/ci/.github/workflows/deploy.yml@refs/tags/v1' };

const ROWS: Readonly<Record<string, Row>> = {
  'another audience': {
    claims: { aud: 'https://github.com/acme' },
    statement: [AUD],
    causes: ['audience'],
    says: 'the token is for the audience `https://github.com/acme`, and the trust admits `sts.amazonaws.com`',
  },
  'an environment instead of a ref': {
    claims: IN_PRODUCTION,
    statement: [AUD, condition('sub', 'equals', 'repo:acme/site:ref:refs/heads/main')],
    causes: ['environment-subject'],
    says: 'the job runs in an environment, so its subject is `repo:acme/site:environment:production`, and a trust policy for `repo:acme/site:ref:refs/heads/main` does not match',
  },
  'a ref instead of an environment': {
    statement: [AUD, condition('sub', 'equals', 'repo:acme/site:environment:prod%3Aeu')],
    causes: ['environment-subject'],
    says: 'the trust policy is for an environment, `repo:acme/site:environment:prod%3Aeu`, and the job runs in none, so its subject is `repo:acme/site:ref:refs/heads/main`',
  },
  'a pull request instead of a branch': {
    claims: IN_PULL_REQUEST,
    statement: [condition('sub', 'equals', 'repo:acme/site:ref:refs/heads/main')],
    causes: ['pull-request-subject'],
    says: 'the job runs for a pull request, so its subject is `repo:acme/site:pull_request`, and the trust policy is for `repo:acme/site:ref:refs/heads/main`',
  },
  'a branch instead of a pull request': {
    statement: [condition('sub', 'equals', 'repo:acme/site:pull_request')],
    causes: ['pull-request-subject'],
    says: 'the trust policy is for pull requests, `repo:acme/site:pull_request`, and the job runs for none, so its subject is `repo:acme/site:ref:refs/heads/main`',
  },
  'ids instead of names': {
    claims: { sub: IMMUTABLE },
    statement: [condition('sub', 'equals', 'repo:acme/site:ref:refs/heads/main')],
    causes: ['immutable-subject'],
    says: 'the subject carries ids, `repo:acme@1/site@2:ref:refs/heads/main`, and a trust policy for names, `repo:acme/site:ref:refs/heads/main`, does not match',
  },
  'ids instead of names, under a pattern for the organisation': {
    claims: { sub: IMMUTABLE },
    statement: [condition('sub', 'like', 'repo:acme/*')],
    causes: ['immutable-subject'],
    says: 'the subject carries ids, `repo:acme@1/site@2:ref:refs/heads/main`, and a trust policy for names, `repo:acme/*`, does not match',
  },
  'names instead of ids': {
    statement: [condition('sub', 'equals', IMMUTABLE)],
    causes: ['immutable-subject'],
    says: 'the subject carries names only, `repo:acme/site:ref:refs/heads/main`, and a trust policy for ids, `repo:acme@1/site@2:ref:refs/heads/main`, does not match',
  },
  'a customised subject': {
    claims: { sub: 'repository_owner:acme:context:ref' },
    statement: [condition('sub', 'equals', 'repo:acme/site:ref:refs/heads/main')],
    causes: ['customised-subject'],
    says: 'the subject is customised: it is `repository_owner:acme:context:ref`, not `repo:acme/site:ref:refs/heads/main` or `repo:acme@1/site@2:ref:refs/heads/main`',
  },
  'a colon inside a value': {
    claims: { environment: 'prod:eu', sub: 'repo:acme/site:environment:prod%3Aeu' },
    statement: [condition('sub', 'equals', 'repo:acme/site:environment:prod:eu')],
    causes: ['encoded-colon'],
    says: 'a colon inside a value is written `%3A` in the subject, which is `repo:acme/site:environment:prod%3Aeu`',
  },
  'a star in an equality': {
    statement: [condition('sub', 'equals', 'repo:acme/site:*')],
    causes: ['wildcard-with-equals'],
    says: '`StringEquals token.actions.githubusercontent.com:sub` compares letter by letter, so the wildcard in `repo:acme/site:*` matches only itself',
  },
  'a pattern that stops too early': {
    statement: [condition('sub', 'like', 'repo:acme/site')],
    causes: ['wildcard-too-narrow'],
    says: '`sub` is `repo:acme/site:ref:refs/heads/main`, and `repo:acme/site` matches only its beginning',
  },
  'an owner in another case': {
    statement: [condition('sub', 'like', 'repo:Acme/site:*')],
    causes: ['letter-case'],
    says: '`sub` is `repo:acme/site:ref:refs/heads/main`, and the trust admits `repo:Acme/site:*`: upper and lower case differ',
  },
  'a repository in another case': {
    statement: [condition('repository', 'equals', 'Acme/Site')],
    causes: ['letter-case'],
    says: '`repository` is `acme/site`, and the trust admits `Acme/Site`: upper and lower case differ',
  },
  'a branch in another case': {
    statement: [condition('ref', 'equals', 'refs/heads/Main')],
    causes: ['letter-case'],
    says: '`ref` is `refs/heads/main`, and the trust admits `refs/heads/Main`: upper and lower case differ',
  },
  'an actor in another case': {
    statement: [condition('actor', 'equals', 'Octo')],
    causes: ['letter-case'],
    says: '`actor` is `octo`, and the trust admits `Octo`: upper and lower case differ',
  },
  'the calling workflow instead of the called one': {
    claims: REUSED,
    statement: [condition('job_workflow_ref', 'equals', 'acme/site/.github/workflows/deploy.yml@refs/heads/main')],
    causes: ['reusable-workflow'],
    says: '`job_workflow_ref` is `acme/ci/.github/workflows/deploy.yml@refs/tags/v1`, and the trust admits `acme/site/.github/workflows/deploy.yml@refs/heads/main`',
  },
  'the called workflow instead of the calling one': {
    claims: REUSED,
    statement: [condition('workflow_ref', 'equals', 'acme/ci/.github/workflows/deploy.yml@refs/tags/v1')],
    causes: ['reusable-workflow'],
    says: '`workflow_ref` is `acme/site/.github/workflows/deploy.yml@refs/heads/main`, and the trust admits `acme/ci/.github/workflows/deploy.yml@refs/tags/v1`',
  },
  'an encoded colon in small letters': {
    claims: { environment: 'prod:eu', sub: 'repo:acme/site:environment:prod%3Aeu' },
    statement: [condition('sub', 'equals', 'repo:acme/site:environment:prod%3aeu')],
    causes: ['letter-case', 'encoded-colon'],
    says: '`sub` is `repo:acme/site:environment:prod%3Aeu`, and the trust admits `repo:acme/site:environment:prod%3aeu`: upper and lower case differ',
  },
  'a repository that the token does not name': {
    claims: { repository_id: null },
    statement: [condition('repository_id', 'equals', '2')],
    causes: ['repository-not-trusted'],
    says: 'the token has no `repository_id`, and the trust admits `2`',
  },
  'a workflow claim that is not there': {
    claims: { job_workflow_ref: null },
    statement: [condition('job_workflow_ref', 'equals', 'acme/ci/.github/workflows/x.yml@refs/tags/v1')],
    causes: ['reusable-workflow'],
    says: 'the trust policy compares `job_workflow_ref`, and the token has no such claim',
  },
  'another repository': {
    statement: [condition('sub', 'like', 'repo:acme/other:ref:*')],
    causes: ['repository-not-trusted'],
    says: '`sub` is `repo:acme/site:ref:refs/heads/main`, and the trust admits `repo:acme/other:ref:*`',
  },
  'a repository of the same name that was created anew': {
    claims: { sub: 'repo:acme@1/site@9:ref:refs/heads/main', repository_id: '9' },
    statement: [condition('sub', 'equals', IMMUTABLE)],
    causes: ['repository-not-trusted'],
    says: '`sub` is `repo:acme@1/site@9:ref:refs/heads/main`, and the trust admits `repo:acme@1/site@2:ref:refs/heads/main`',
  },
  'another branch in the subject': {
    claims: { sub: 'repo:acme/site:ref:refs/heads/dev', ref: 'refs/heads/dev' },
    statement: [condition('sub', 'equals', 'repo:acme/site:ref:refs/heads/main')],
    causes: ['ref-not-trusted'],
    says: '`ref` is `refs/heads/dev`, and the trust admits `refs/heads/main`',
  },
  'another environment in the subject': {
    claims: IN_PRODUCTION,
    statement: [condition('sub', 'equals', 'repo:acme/site:environment:staging')],
    causes: ['environment-not-trusted'],
    says: '`environment` is `production`, and the trust admits `staging`',
  },
  'no environment, by its own claim': {
    statement: [condition('environment', 'equals', 'production')],
    causes: ['environment-not-trusted'],
    says: 'the token has no `environment`, and the trust admits `production`',
  },
  'another actor': {
    statement: [condition('actor', 'like', 'release-*')],
    causes: ['claim-not-trusted'],
    says: '`actor` is `octo`, and `StringLike token.actions.githubusercontent.com:actor` admits `release-*`',
  },
  'an actor that is kept out': {
    statement: [{ ...condition('actor', 'equals', 'octo'), negated: true, source: 'StringNotEquals actor' }],
    causes: ['claim-not-trusted'],
    says: '`actor` is `octo`, and `StringNotEquals actor` keeps out `octo`',
  },
};

describe('with a trust policy', () => {
  test.each(Object.entries(ROWS))('%s is the cause', (_what, { claims, statement, causes, says }) => {
    const diagnosis = job(claims ?? {}, allow(...statement));
    expect(ids(diagnosis)).toEqual(causes);
    expect(diagnosis.causes[0]?.message).toBe(says);
    expect(diagnosis.causes.every(({ help }) => help.length > 10)).toBe(true);
  });

  test.each([
    ['https://token.actions.githubusercontent.com/acme-corp', 'issuer-enterprise'],
    ['https://token.actions.acme.ghe.com', 'issuer-host'],
    ['https://github.acme.example/_services/token', 'issuer-host'],
    ['https://gitlab.com', 'issuer'],
  ])('the issuer %s is told as %s, with the difference', (iss, cause) => {
    const diagnosis = job({ iss }, allow(AUD));
    expect(ids(diagnosis)).toEqual([cause]);
    expect(diagnosis.causes[0]?.message).toContain(`\`${iss}\``);
    expect(diagnosis.mismatches).toEqual([{ claim: 'iss', actual: iss, expected: [ISSUER], source: 'Statement[0]' }]);
    expect(diagnosis.corrected).toEqual([]);
  });

  test('a token of github.com against a trust for an enterprise is told as the enterprise issuer', () => {
    expect(ids(job({}, { ...allow(AUD), issuers: ['token.actions.githubusercontent.com/acme-corp'] }))).toEqual([
      'issuer-enterprise',
    ]);
  });

  test('a deny that holds is named, and what it keeps out is the difference', () => {
    const deny: TrustStatement = {
      id: 'KeepOthersOut',
      effect: 'deny',
      issuers: [],
      conditions: [{ ...condition('repository_id', 'equals', '77'), negated: true, source: 'StringNotEquals repository_id' }],
    };
    const diagnosis = job({}, allow(AUD), deny);
    expect(ids(diagnosis)).toEqual(['denied-by-statement']);
    expect(diagnosis.mismatches).toEqual([
      { claim: 'repository_id', actual: '2', expected: ['77'], source: 'deny KeepOthersOut: StringNotEquals repository_id' },
    ]);
    expect(diagnosis.corrected).toEqual([]);
  });

  test('a deny without negation is shown by what would have passed', () => {
    const deny: TrustStatement = { id: 'D', effect: 'deny', issuers: [], conditions: [condition('actor', 'equals', 'octo')] };
    expect(job({}, allow(AUD), deny).mismatches[0]?.expected).toEqual(['not octo']);
  });

  test('the nearest of several statements is compared', () => {
    const far = {
      ...allow(condition('aud', 'equals', 'x'), condition('sub', 'equals', 'repo:acme/site:pull_request')),
      id: 'far',
    };
    const other = { ...allow(AUD, condition('sub', 'equals', 'repo:zeta/other:ref:refs/heads/main')), id: 'other' };
    const near = { ...allow(AUD, condition('sub', 'equals', 'repo:acme/site:ref:refs/heads/release')), id: 'near' };
    expect(ids(job({}, far, other, near))).toEqual(['ref-not-trusted']);
  });

  test('a policy that admits the job leaves what no token can show', () => {
    const diagnosis = job({}, allow(AUD, condition('sub', 'like', 'repo:acme/site:*')));
    expect(ids(diagnosis)).toEqual(['role-missing', 'trust-just-created']);
    expect(diagnosis.corrected).toEqual([]);
    expect(diagnosis.mismatches).toEqual([]);
  });

  test('a policy that allows nobody is answered with what would admit this job', () => {
    const deny: TrustStatement = { id: 'D', effect: 'deny', issuers: [], conditions: [condition('actor', 'equals', 'nobody')] };
    expect(job({}, deny).corrected.map(({ claim }) => claim)).toEqual(['aud', 'sub', 'repository_id']);
  });
});

describe('without a trust policy the token is judged by its shape', () => {
  test.each<[string, Claims, readonly string[]]>([
    ['a plain push', {}, ['immutable-subject', 'role-missing', 'trust-just-created']],
    ['an environment', IN_PRODUCTION, ['environment-subject', 'immutable-subject', 'role-missing', 'trust-just-created']],
    ['a pull request', IN_PULL_REQUEST, ['pull-request-subject', 'immutable-subject', 'role-missing', 'trust-just-created']],
    ['a reusable workflow', REUSED, ['immutable-subject', 'reusable-workflow', 'role-missing', 'trust-just-created']],
    ['a customised subject', { sub: 'repository_owner:acme' }, ['customised-subject', 'role-missing', 'trust-just-created']],
    [
      'an enterprise issuer',
      { iss: `${ISSUER}/acme-corp` },
      ['issuer-enterprise', 'immutable-subject', 'role-missing', 'trust-just-created'],
    ],
    [
      'a server, which knows names only',
      { iss: 'https://ghe.example/_services/token' },
      ['issuer-host', 'role-missing', 'trust-just-created'],
    ],
    [
      'a colon in the environment',
      { environment: 'a:b', sub: 'repo:acme/site:environment:a%3Ab' },
      ['environment-subject', 'immutable-subject', 'encoded-colon', 'role-missing', 'trust-just-created'],
    ],
    [
      'the token of another platform',
      { iss: 'https://gitlab.com', sub: 'project_path:a/b', repository: null },
      ['role-missing', 'trust-just-created'],
    ],
  ])('%s', (_what, claims, expected) => {
    const diagnosis = job(claims);
    expect(ids(diagnosis)).toEqual(expected);
    expect(diagnosis.mismatches).toEqual([]);
  });

  test('conditions are suggested from the token', () => {
    expect(job(IN_PRODUCTION).corrected.map(({ claim, values }) => [claim, values])).toEqual([
      ['aud', ['sts.amazonaws.com']],
      ['sub', ['repo:acme/site:environment:production']],
      ['repository_id', ['2']],
    ]);
  });
});

describe('what the refusal itself tells is not guessed over', () => {
  test.each<[string, Partial<DiagnoseInput>, readonly string[], string]>([
    [
      'no identity provider',
      { refusal: { code: 'InvalidIdentityToken', detail: `No OpenIDConnect provider found in your account for ${ISSUER}` } },
      ['provider-not-registered'],
      `the account has no identity provider for the issuer \`${ISSUER}\``,
    ],
    [
      'an audience that the provider does not know',
      { refusal: { code: 'InvalidIdentityToken', detail: 'Incorrect token audience' } },
      ['audience'],
      'the provider does not know the audience `sts.amazonaws.com`',
    ],
    [
      'another audience than the expected one',
      { audience: 'other', refusal: { code: 'InvalidIdentityToken', detail: 'Incorrect token audience' } },
      ['audience'],
      'the token is for the audience `sts.amazonaws.com`, and the provider expects `other`',
    ],
    [
      'an expired token',
      { refusal: { code: 'ExpiredTokenException', detail: '' } },
      ['token-expired'],
      'the provider says that the token has expired',
    ],
    [
      'an expiry by the date of the answer',
      { refusal: { code: 'ExpiredTokenException', detail: '' }, serverDate: 1_795_000_310_000 },
      ['token-expired'],
      'the token had expired 10 s before the provider saw it',
    ],
    [
      'a clock behind by the date of the answer',
      { refusal: { code: 'InvalidIdentityToken', detail: 'token used before issued' }, serverDate: 1_794_999_000_000 },
      ['clock-skew'],
      "the clock of the provider is 1000 s behind that of the token's issuer",
    ],
    [
      'a skewed clock in words',
      { refusal: { code: 'RequestTimeTooSkewed', detail: '' } },
      ['clock-skew'],
      'the provider says that the token or the request is from another time than its own clock shows',
    ],
    [
      'a token that was used before',
      { refusal: { code: 'invalid_grant', detail: 'jti_reused' } },
      ['token-reused'],
      'the provider accepts an ID token once, and has seen this one',
    ],
  ])('%s', (_what, input, expected, message) => {
    const diagnosis = diagnose({ ...BASE, ...input });
    expect(ids(diagnosis)).toEqual(expected);
    expect(diagnosis.causes[0]?.message).toBe(message);
    expect(diagnosis.corrected).toEqual([]);
  });

  test('another account than the one that was meant is named', () => {
    const { causes } = diagnose({ ...BASE, account: { expected: '111122223333', actual: '444455556666' } });
    expect(causes[0]).toMatchObject({
      id: 'wrong-account',
      message: 'the request went to the account `444455556666`, and `111122223333` is meant',
    });
  });

  test('the same account and a clock within the leeway are no causes', () => {
    const { causes } = diagnose({ ...BASE, account: { expected: '1', actual: '1' }, serverDate: 1_794_999_970_000 });
    expect(causes.map(({ id }) => id)).toEqual(['immutable-subject', 'role-missing', 'trust-just-created']);
  });
});

test('the claims that are shown are never the token, and only those that may be', () => {
  const { claims } = job({ custom_secret: 'x' });
  expect(claims.repository).toBe('acme/site');
  expect(claims).not.toHaveProperty('custom_secret');
});

test('every cause has an id of its own, in kebab case', () => {
  const all = CAUSES.map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
  expect(all.every((id) => /^[a-z]+(?:-[a-z]+)*$/.test(id))).toBe(true);
});
