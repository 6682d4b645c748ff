/** Corrected conditions let the job in, and nobody that the old ones kept out. */

import type { Claims, TrustCondition } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionHolds } from './compare.ts';
import { correctedConditions, suggestedConditions } from './correct.ts';
import { expectedSubjects } from './subject.ts';

const CLAIMS: Claims = {
  aud: 'sts',
  sub: 'repo:acme@1/site@2:ref:refs/heads/main',
  repository: 'acme/site',
  repository_id: '2',
  repository_owner_id: '1',
  ref: 'refs/heads/main',
};

function condition(claim: string, operator: 'equals' | 'like', values: readonly string[], negated = false): TrustCondition {
  return { claim, operator, negated, values, source: `old ${claim}` };
}

function short(conditions: readonly TrustCondition[]): readonly string[] {
  return conditions.map(
    ({ claim, operator, values, negated }) => `${negated ? 'not ' : ''}${claim} ${operator} ${values.join(' or ')}`,
  );
}

describe('a correction', () => {
  test.each<[string, Claims, readonly TrustCondition[], readonly string[]]>([
    [
      'accepts both shapes of the subject and binds the repository by its id',
      {},
      [condition('aud', 'equals', ['sts']), condition('sub', 'equals', ['repo:acme/site:ref:refs/heads/main'])],
      [
        'aud equals sts',
        'sub equals repo:acme/site:ref:refs/heads/main or repo:acme@1/site@2:ref:refs/heads/main',
        'repository_id equals 2',
      ],
    ],
    [
      'keeps the pattern of an organisation, in both shapes, and does not bind one repository',
      {},
      [condition('sub', 'like', ['repo:acme/*'])],
      ['sub like repo:acme/* or repo:acme@1/*', 'aud equals sts'],
    ],
    [
      'keeps other repositories that were trusted',
      {},
      [condition('sub', 'like', ['repo:acme/other:*', 'repo:acme/site:*'])],
      ['sub like repo:acme/other:* or repo:acme/site:* or repo:acme@1/site@2:*', 'aud equals sts'],
    ],
    [
      'accepts names where ids were trusted',
      { sub: 'repo:acme/site:ref:refs/heads/main' },
      [condition('sub', 'equals', ['repo:acme@1/site@2:ref:refs/heads/main'])],
      [
        'sub equals repo:acme@1/site@2:ref:refs/heads/main or repo:acme/site:ref:refs/heads/main',
        'repository_id equals 2',
        'aud equals sts',
      ],
    ],
    [
      'binds the ref by its claim once the environment took its place in the subject',
      { sub: 'repo:acme@1/site@2:environment:prod', environment: 'prod' },
      [condition('sub', 'equals', ['repo:acme@1/site@2:ref:refs/heads/main'])],
      [
        'sub equals repo:acme@1/site@2:environment:prod',
        'repository_id equals 2',
        'ref equals refs/heads/main',
        'aud equals sts',
      ],
    ],
    [
      'binds the ref by its pattern',
      { sub: 'repo:acme@1/site@2:environment:prod', environment: 'prod' },
      [condition('sub', 'like', ['repo:acme@1/site@2:ref:refs/heads/m*'])],
      ['sub equals repo:acme@1/site@2:environment:prod', 'repository_id equals 2', 'ref like refs/heads/m*', 'aud equals sts'],
    ],
    [
      'compares by pattern where an equality had a wildcard',
      { sub: 'repo:acme/site:ref:refs/heads/main' },
      [condition('sub', 'equals', ['repo:acme/site:*'])],
      ['sub like repo:acme/site:*', 'repository_id equals 2', 'aud equals sts'],
    ],
    [
      'binds the ref where a job without environment is to be let in',
      {},
      [condition('environment', 'equals', ['prod'])],
      ['ref equals refs/heads/main', 'aud equals sts'],
    ],
    [
      'takes only this value out of those that were kept out',
      { actor: 'octo' },
      [condition('actor', 'equals', ['octo', 'mallory'], true)],
      ['not actor equals mallory', 'aud equals sts'],
    ],
    [
      'drops an exclusion of this value alone',
      { actor: 'octo' },
      [condition('actor', 'like', ['oct*'], true)],
      ['aud equals sts'],
    ],
    ['replaces an audience', {}, [condition('aud', 'equals', ['other'])], ['aud equals sts']],
    [
      'binds a renamed repository by its id',
      {},
      [condition('repository', 'equals', ['acme/old'])],
      ['repository equals acme/site', 'repository_id equals 2', 'aud equals sts'],
    ],
    [
      'keeps what holds as it was written',
      {},
      [condition('repository_id', 'like', ['2']), condition('ref', 'equals', ['refs/heads/dev'])],
      ['repository_id like 2', 'ref equals refs/heads/main', 'aud equals sts'],
    ],
  ])('%s', (_what, claims, old, expected) => {
    expect(short(correctedConditions(old, { ...CLAIMS, ...claims }))).toEqual(expected);
  });

  test('suggests audience, subject and repository where there is nothing to correct', () => {
    expect(short(suggestedConditions(CLAIMS, 'sts'))).toEqual([
      'aud equals sts',
      `sub equals ${String(CLAIMS.sub)}`,
      'repository_id equals 2',
    ]);
    // The audience that the provider expects, since a wrong one is changed where it is asked for.
    expect(short(suggestedConditions({ aud: ['a', 'b'], sub: 'x' }, 'sts'))).toEqual(['aud equals sts', 'sub equals x']);
  });
});

const job = fc
  .record({
    owner: fc.constantFrom('acme', 'Acme'),
    repository: fc.constantFrom('site', 'app'),
    id: fc.constantFrom('2', '3'),
    environment: fc.constantFrom(undefined, 'prod', 'a:b'),
    ref: fc.constantFrom('refs/heads/main', 'refs/heads/dev', 'refs/tags/v1'),
    event: fc.constantFrom('push', 'pull_request'),
    immutable: fc.boolean(),
  })
  .map(({ owner, repository, id, environment, ref, event, immutable }): Claims => {
    const claims = {
      aud: 'sts',
      repository: `${owner}/${repository}`,
      repository_id: id,
      repository_owner_id: '1',
      ref,
      event_name: event,
      ...(environment === undefined ? {} : { environment }),
    };
    const subjects = expectedSubjects(claims);
    return { ...claims, sub: (immutable ? subjects?.immutable : subjects?.names) ?? '' };
  });

const subjectPattern = fc
  .tuple(
    fc.constantFrom('repo:acme/site', 'repo:acme@1/site@2', 'repo:Acme/app', 'repo:acme/*', 'repo:acme@1/*'),
    fc.constantFrom(
      '',
      ':*',
      ':ref:refs/heads/main',
      ':ref:refs/heads/*',
      ':environment:prod',
      ':environment:a:b',
      ':pull_request',
    ),
  )
  .map((parts) => parts.join(''));

const anyCondition = fc.oneof(
  fc.tuple(
    fc.constant('sub'),
    fc.constantFrom<'equals' | 'like'>('equals', 'like'),
    fc.array(subjectPattern, { minLength: 1, maxLength: 3 }),
    fc.constant(false),
  ),
  fc.tuple(
    fc.constantFrom('aud', 'ref', 'environment', 'repository', 'repository_id', 'event_name'),
    fc.constantFrom<'equals' | 'like'>('equals', 'like'),
    fc.array(fc.constantFrom('sts', 'refs/heads/*', 'refs/heads/main', 'prod', 'acme/site', '2', 'push'), {
      minLength: 1,
      maxLength: 2,
    }),
    fc.boolean(),
  ),
);
const conditions = fc
  .array(anyCondition, { maxLength: 4 })
  .map((all) => all.map(([claim, operator, values, negated]) => condition(claim, operator, values, negated)));

test('corrected conditions always let the job in', () => {
  fc.assert(
    fc.property(conditions, job, (old, claims) => {
      expect(correctedConditions(old, claims).filter((one) => !conditionHolds(one, claims))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a correction of what trusted this repository alone lets no other repository in', () => {
  const single = fc.array(
    subjectPattern.filter((pattern) => pattern.startsWith('repo:acme/site') || pattern.startsWith('repo:acme@1/site@2')),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(single, fc.constantFrom<'equals' | 'like'>('equals', 'like'), job, job, (values, operator, claims, stranger) => {
      fc.pre(claims.repository === 'acme/site' && claims.repository_id === '2' && stranger.repository_id !== '2');
      const old = [condition('sub', operator, values)];
      fc.pre(old.some((one) => !conditionHolds(one, claims)));
      expect(correctedConditions(old, claims).every((one) => conditionHolds(one, stranger))).toBe(false);
    }),
    { numRuns: 500 },
  );
});
