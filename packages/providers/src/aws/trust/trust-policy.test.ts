import type { TrustCondition } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrustPolicy } from './read-trust-policy.ts';
import { condition, ISSUER, MAIN, statement, trust } from './test-deploy-site.ts';

describe('the trust policy', () => {
  it('has a statement for each kind of job, with the audience and a look at the subject', () => {
    const { role, revoker } = trust({}, { statements: [MAIN, { ...MAIN, id: 'deploy-site-2' }] });
    expect(role.trustPolicy.Statement).toHaveLength(2);
    expect(role.trustPolicy.Statement[0]).toEqual({
      Sid: 'deploysite1',
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${ISSUER}:aud`]: 'sts.amazonaws.com',
          [`${ISSUER}:repository_id`]: '123456',
          [`${ISSUER}:ref`]: 'refs/heads/main',
        },
        StringLike: { [`${ISSUER}:sub`]: 'repo:*' },
      },
    });
    expect(revoker?.trustPolicy).toEqual(role.trustPolicy);
  });

  it('looks for both shapes of the subject where the repository is named', () => {
    const { role, notes } = trust({}, { statements: [statement(condition('repository', 'acme/site'))] });
    expect(role.trustPolicy.Statement[0]?.Condition).toMatchObject({
      StringLike: { [`${ISSUER}:sub`]: ['repo:acme/site:*', 'repo:acme@*/site@*:*'] },
    });
    expect(notes).toContainEqual(expect.stringContaining('IAM wants a condition on `sub`'));
  });

  it('leaves the subject of other issuers alone', () => {
    const other = { ...statement(condition('sub', 'project_path:acme/site:ref_type:branch:ref:main')), issuers: ['gitlab.test'] };
    expect(trust({}, { statements: [other] }).role.trustPolicy.Statement[0]?.Condition).toEqual({
      StringEquals: {
        'gitlab.test:aud': 'sts.amazonaws.com',
        'gitlab.test:sub': 'project_path:acme/site:ref_type:branch:ref:main',
      },
    });
  });

  it('says an owner in words that AWS knows', () => {
    const { role, notEnforced } = trust({}, { statements: [statement(condition('repository_owner', 'acme'))] });
    expect(role.trustPolicy.Statement[0]?.Condition).toMatchObject({
      StringLike: { [`${ISSUER}:repository`]: 'acme/*', [`${ISSUER}:sub`]: ['repo:acme/*:*', 'repo:acme@*/*:*'] },
    });
    expect(notEnforced).toEqual([]);
  });

  it('reports every claim that AWS does not check, and drops none silently', () => {
    const { notEnforced } = trust(
      {},
      { statements: [statement(...MAIN.conditions, condition('event_name', 'push'), condition('run_id', '7'))] },
    );
    expect(notEnforced).toEqual([
      {
        statement: 'deploy-site-1',
        claim: 'event_name',
        message: 'AWS does not check `event_name`, so only the policy file holds to it',
      },
      {
        statement: 'deploy-site-1',
        claim: 'run_id',
        message: 'AWS does not check `run_id`, so only the policy file holds to it',
      },
    ]);
  });

  it('does not print a denial that AWS would hold to in part only', () => {
    const denial = { ...statement(condition('event_name', 'pull_request')), id: 'no-pr', effect: 'deny' as const };
    const { role, notEnforced } = trust(
      {},
      { statements: [MAIN, denial, { ...denial, id: 'no-bot', conditions: [condition('actor', 'bot')] }] },
    );
    expect(role.trustPolicy.Statement.map((each) => [each.Sid, each.Effect])).toEqual([
      ['deploysite1', 'Allow'],
      ['nobot', 'Deny'],
    ]);
    expect(notEnforced).toEqual([
      {
        statement: 'no-pr',
        claim: 'event_name',
        message: 'AWS does not check `event_name`, so this denial is left to the policy file',
      },
    ]);
  });

  it.each([
    [condition('ref', 'refs/heads/main')],
    [condition('event_name', 'push')],
    [condition('repository', '*')],
    [condition('repository', 'acme*')],
    [condition('repository', 'acme/site', '*/site')],
    [condition('repository_id', '12*')],
    [condition('sub', '*')],
    [condition('sub', 'repo:*')],
    [condition('sub', 'repo:acme*')],
    [condition('sub', 'repo:*/site:ref:refs/heads/main')],
    [condition('job_workflow_ref', '*/.github/workflows/deploy.yml@*')],
    [{ ...condition('repository', 'acme/site'), negated: true }],
    [condition('repository')],
  ])('is refused when nothing pins who asks: %j', (only) => {
    expect(() => trust({}, { statements: [statement(only)] })).toThrowCode(
      'ERR_AWS_TRUST_TOO_WIDE',
      'the trust of `deploy-site-1` would let in jobs of anybody: nothing that AWS checks says whose they are',
    );
  });

  it.each([
    [condition('sub', 'repo:acme/site:*')],
    [condition('sub', 'repo:acme@12/*')],
    [condition('sub', 'repository_id:12:*')],
    [condition('repository', 'acme/*')],
    [condition('enterprise_id', '7')],
    [condition('job_workflow_ref', 'acme/workflows/.github/workflows/deploy.yml@*')],
  ])('is printed when this pins who asks: %j', (only) => {
    expect(trust({}, { statements: [statement(only)] }).role.trustPolicy.Statement).toHaveLength(1);
  });

  it('warns where a workflow alone pins it, and where it is too long', () => {
    const workflow = statement(condition('job_workflow_ref', 'acme/workflows/.github/workflows/deploy.yml@*'));
    expect(trust({}, { statements: [workflow] }).notes).toContainEqual(
      expect.stringContaining('lets in every repository that may call that workflow'),
    );
    const many = Array.from({ length: 12 }, (_, index) => ({ ...MAIN, id: `deploy-site-${index}` }));
    expect(trust({}, { statements: many }).notes).toContainEqual(
      expect.stringMatching(/^the trust policy has \d+ characters, and IAM takes 2048/),
    );
  });

  it('reads back as what the grant said, and the audience and subject that were added', () => {
    const claim = fc.constantFrom('ref', 'environment', 'actor', 'workflow', 'job_workflow_ref', 'enterprise_id');
    const values = fc.array(fc.stringMatching(/^[a-z0-9/*?_-]{1,12}$/), { minLength: 1, maxLength: 3 });
    const extra = fc.uniqueArray(
      fc.tuple(claim, values).map(([name, list]) => condition(name, ...list)),
      { maxLength: 4, selector: (each) => each.claim },
    );
    fc.assert(
      fc.property(extra, (more) => {
        const { conditions } = statement(condition('repository_id', '123456'), ...more);
        const [back] = readTrustPolicy(
          JSON.stringify(trust({}, { statements: [statement(...conditions)] }).role.trustPolicy),
          'f',
        );
        const told = (back?.conditions ?? []).filter((each) => each.claim !== 'aud' && each.claim !== 'sub');
        const plain = (list: readonly TrustCondition[]) =>
          list.map(({ source: _, ...each }) => each).sort((a, b) => (a.claim < b.claim ? -1 : 1));
        expect(plain(told)).toEqual(plain(conditions));
        expect(back?.conditions).toHaveLength(conditions.length + 2);
      }),
    );
  });
});
