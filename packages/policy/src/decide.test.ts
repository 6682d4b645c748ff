import type { Decision, GrantRequest, Identity, RuleResult } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Policy } from './policy.ts';
import { readPolicy } from './read-policy.ts';

const PROVIDERS = [{ id: 'aws', options: [] }];

const POLICY = readPolicy(
  `version: 1
guardrails:
  - id: no-write-from-pull-requests
    deny-when: job.event.startsWith("pull_request") && grant.access != "read"
    message: pull requests may lease read access only
grants:
  deploy-site:
    purpose: publish the site
    owner: "@acme/web"
    access: write
    provider: aws
    ttl: { default: 10m, max: 30m }
    subjects:
      - { repository: acme/site, ref: refs/heads/release-?, event: push }
      - { repository-id: 123456, ref: refs/heads/main, environment: production, event: [push, workflow_dispatch] }
    when: request.ttl <= duration("15m") || job.actor in ["release-bot"]
  repair:
    purpose: repair production
    owner: "@acme/sre"
    access: admin
    provider: aws
    ttl: { default: 100s, max: 1h }
    subjects: [{ repository: acme/*, repo-property-team: sre }]
    break-glass: true
    approval: { by: environment }
  failing:
    purpose: shows that an error is a no
    owner: me
    access: read
    provider: aws
    subjects: [{ repository: "acme/*" }]
    when: number(job.run_attempt) < 3
`,
  'p.yml',
  PROVIDERS,
);

const CLAIMS = {
  repository: 'acme/site',
  repository_id: '123456',
  ref: 'refs/heads/main',
  environment: 'production',
  event_name: 'push',
  actor: 'octocat',
  repo_property_team: 'sre',
  run_attempt: '1',
};

const identity = (claims: object): Identity => ({
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 's',
  audience: ['a'],
  issuedAt: 0,
  expiresAt: 300,
  claims: claims as Identity['claims'],
});

function ask(request: GrantRequest, claims: object = {}, policy: Policy = POLICY): Decision {
  return decide(policy, request, identity({ ...CLAIMS, ...claims }));
}

const failed = (decision: Decision): readonly RuleResult[] => decision.rules.filter(({ passed }) => !passed);

describe('a decision', () => {
  it('allows what every rule allows, and names every rule', () => {
    expect(ask({ grant: 'deploy-site' })).toEqual({
      allowed: true,
      grant: 'deploy-site',
      ttl: 600,
      breakGlass: false,
      rules: [
        { rule: 'grant', passed: true, detail: 'the policy has `deploy-site`' },
        { rule: 'subjects[1]', passed: true, detail: 'the job matches `subjects[1]`' },
        { rule: 'guardrail:no-write-from-pull-requests', passed: true, detail: 'does not apply' },
        { rule: 'when', passed: true, detail: '`request.ttl <= duration("15m") || job.actor in ["release-bot"]` is true' },
        { rule: 'ttl', passed: true, detail: '10m is within the maximum of 30m' },
      ],
      mismatches: [],
    });
  });

  it.each([
    ['deploy-sit', 'the policy has no grant `deploy-sit`; did you mean `deploy-site`?'],
    ['constructor', 'the policy has no grant `constructor`'],
    ['__proto__', 'the policy has no grant `__proto__`'],
    ['', 'the policy has no grant ``'],
  ])('denies a grant that the policy does not have: %j', (grant, detail) => {
    expect(ask({ grant })).toEqual({
      allowed: false,
      grant,
      ttl: 0,
      breakGlass: false,
      rules: [{ rule: 'grant', passed: false, detail }],
      mismatches: [],
    });
  });

  it('names each claim in which the job differs from the nearest subject', () => {
    const decision = ask({ grant: 'deploy-site' }, { ref: 'refs/heads/topic', environment: undefined });
    expect(failed(decision)).toEqual([
      {
        rule: 'subjects',
        passed: false,
        detail: 'no subject matches: `subjects[0]` comes nearest and differs in `ref`',
      },
    ]);
    expect(decision.mismatches).toEqual([
      { claim: 'ref', actual: 'refs/heads/topic', expected: ['refs/heads/release-?'], source: 'subjects[0].ref' },
    ]);
    expect(ask({ grant: 'deploy-site' }, { repository: 'evil/site', environment: undefined }).mismatches).toEqual([
      { claim: 'environment', actual: undefined, expected: ['production'], source: 'subjects[1].environment' },
    ]);
  });

  it('evaluates every rule, also after the first no', () => {
    const decision = ask({ grant: 'deploy-site', ttl: 3600 }, { event_name: 'pull_request' });
    expect(failed(decision).map(({ rule, detail }) => [rule, detail])).toEqual([
      ['subjects', 'no subject matches: `subjects[1]` comes nearest and differs in `event_name`'],
      ['guardrail:no-write-from-pull-requests', 'pull requests may lease read access only'],
      ['when', '`request.ttl <= duration("15m") || job.actor in ["release-bot"]` is false'],
      ['ttl', '1h is above the maximum of 30m'],
    ]);
    expect(decision.ttl).toBe(0);
  });

  it.each([
    [1800, true, '30m is within the maximum of 30m'],
    [60, true, '1m is within the maximum of 30m'],
    [1801, false, '30m1s is above the maximum of 30m'],
    [59, false, '59s is below the minimum of 1m'],
    [0, false, '0s is below the minimum of 1m'],
    [-600, false, '0s is below the minimum of 1m'],
    [600.5, false, 'the TTL is not a whole number of seconds'],
    [Number.NaN, false, 'the TTL is not a whole number of seconds'],
    [Number.POSITIVE_INFINITY, false, 'the TTL is not a whole number of seconds'],
  ])('bounds the TTL: %d s', (ttl, passed, detail) => {
    const decision = ask({ grant: 'deploy-site', ttl }, { actor: 'release-bot' });
    expect(decision.rules.at(-1)).toEqual({ rule: 'ttl', passed, detail });
    expect([decision.allowed, decision.ttl]).toEqual([passed, passed ? ttl : 0]);
  });

  it('halves the TTL of break-glass, down to a minute', () => {
    expect(ask({ grant: 'repair', reason: 'the site is down' })).toMatchObject({ allowed: true, ttl: 60, breakGlass: true });
    expect(ask({ grant: 'repair', reason: 'x', ttl: 1800 })).toMatchObject({ allowed: true, ttl: 1800 });
    expect(failed(ask({ grant: 'repair', reason: 'x', ttl: 1801 }))).toEqual([
      { rule: 'ttl', passed: false, detail: '30m1s is above the maximum of 30m, half of 1h for break-glass' },
    ]);
  });

  it.each([undefined, '', ' \t\n'])('denies break-glass without a reason: %j', (reason) => {
    expect(failed(ask({ grant: 'repair', ...(reason === undefined ? {} : { reason }) }))).toEqual([
      { rule: 'reason', passed: false, detail: 'break-glass needs a reason' },
    ]);
  });

  it.each([undefined, null, '', [], {}])('denies approval by environment without one: %j', (environment) => {
    expect(failed(ask({ grant: 'repair', reason: 'x' }, { environment }))).toEqual([
      { rule: 'approval', passed: false, detail: 'the job runs in no deployment environment, so nobody approved it' },
    ]);
  });

  it('denies when a condition fails', () => {
    expect(ask({ grant: 'failing' }).allowed).toBe(true);
    expect(failed(ask({ grant: 'failing' }, { run_attempt: undefined }))).toEqual([
      {
        rule: 'when',
        passed: false,
        detail: '`number(job.run_attempt) < 3` failed, which is a no: `` is not a whole number',
      },
    ]);
  });

  it('denies when a guardrail fails', () => {
    const policy = readPolicy(
      `version: 1
guardrails: [{ id: late, deny-when: number(job.run_attempt) > 3, message: too many attempts }]
grants:
  g: { purpose: x, owner: me, access: read, provider: aws, subjects: [{ repository: acme/site }] }
`,
      'p.yml',
      PROVIDERS,
    );
    expect(ask({ grant: 'g' }, {}, policy).allowed).toBe(true);
    expect(failed(ask({ grant: 'g' }, { run_attempt: 'many' }, policy))).toEqual([
      {
        rule: 'guardrail:late',
        passed: false,
        detail: 'too many attempts; the condition failed, which is a no: `many` is not a whole number',
      },
    ]);
  });

  it('denies when an expression was never compiled', () => {
    const decision = ask({ grant: 'deploy-site' }, {}, { ...POLICY, conditions: new Map() });
    expect(failed(decision).map(({ rule }) => rule)).toEqual(['guardrail:no-write-from-pull-requests', 'when']);
  });

  it.each([
    ['refs/heads/release-7', true],
    ['refs/heads/release-77', false],
    ['x/refs/heads/release-7', false],
    ['refs/heads/release-7\nrefs/heads/main', false],
    ['', false],
  ])('matches a glob against the whole of a claim: %j', (ref, allowed) => {
    expect(ask({ grant: 'deploy-site' }, { ref, environment: 'staging' }).allowed).toBe(allowed);
  });

  it('reads numbers, booleans and lists of a token as text', () => {
    expect(ask({ grant: 'deploy-site' }, { repository_id: 123456, event_name: ['push'] }).allowed).toBe(true);
    expect(ask({ grant: 'deploy-site' }, { repository_id: { valueOf: 123456 } }).allowed).toBe(false);
  });

  const matched = ['repository_id', 'ref', 'environment', 'event_name'] as const;

  it('denies when any single claim is another than the subject says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...matched), fc.anything(), (claim, value) => {
        fc.pre(String(CLAIMS[claim]) !== safeText(value) && safeText(value) !== 'workflow_dispatch');
        expect(ask({ grant: 'deploy-site' }, { repository: 'acme/other', [claim]: value }).allowed).toBe(false);
      }),
    );
  });

  it.each(matched)('denies when the token lacks %s', (claim) => {
    const { [claim]: _, ...rest } = { ...CLAIMS, repository: 'acme/other' };
    expect(decide(POLICY, { grant: 'deploy-site' }, identity(rest)).allowed).toBe(false);
    // An inherited claim is none.
    expect(decide(POLICY, { grant: 'deploy-site' }, identity(Object.setPrototypeOf(rest, CLAIMS))).allowed).toBe(false);
  });

  it('denies every request of an unknown job, and never throws', () => {
    const request = fc.record({
      grant: fc.oneof(fc.constantFrom('deploy-site', 'repair', 'failing', '__proto__', 'toString'), fc.string()),
      ttl: fc.oneof(fc.double(), fc.integer()),
      reason: fc.string(),
    });
    const claims = fc.oneof(
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'repository', 'ref')), fc.anything()),
      fc.constantFrom(null, undefined, 'text', 7),
    );
    fc.assert(
      fc.property(request, claims, (asked, held) => {
        const decision = decide(POLICY, asked, identity(held as object));
        expect(decision).toMatchObject({ allowed: false, ttl: 0 });
        expect(failed(decision).length).toBeGreaterThan(0);
      }),
    );
  });

  it('is allowed exactly when every rule passed', () => {
    const claims = fc.record({
      ref: fc.constantFrom('refs/heads/main', 'refs/heads/release-1', 'refs/heads/x'),
      event_name: fc.constantFrom('push', 'pull_request', 'workflow_dispatch'),
      environment: fc.constantFrom('production', 'staging', ''),
      actor: fc.constantFrom('release-bot', 'octocat'),
    });
    const request = fc.record({
      grant: fc.constantFrom('deploy-site', 'repair', 'failing'),
      ttl: fc.integer({ min: 0, max: 4000 }),
      reason: fc.constantFrom('', 'x'),
    });
    fc.assert(
      fc.property(request, claims, (asked, held) => {
        const decision = ask(asked, held);
        expect(decision.allowed).toBe(failed(decision).length === 0);
        expect(decision.mismatches.length > 0).toBe(decision.rules.some(({ rule, passed }) => rule === 'subjects' && !passed));
        expect(decision.ttl).toBe(decision.allowed ? asked.ttl : 0);
      }),
    );
  });
});

/** What a claim value would count as; a list counts as its only element. */
function safeText(value: unknown): string {
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof only === 'object' || typeof only === 'symbol' ? '' : String(only);
}
