import type { Claims, Grant } from '@leasehold/core';
import { describe, expect, it } from 'vitest';
import { CLAIMS } from './claims.ts';
import { type Condition, conditionCompiler, type Verdict } from './condition.ts';

const GRANT: Grant = {
  id: 'g',
  purpose: 'test',
  owner: 'me',
  access: 'write',
  reviewEvery: 1,
  provider: 'aws',
  with: {},
  ttl: { default: 600, max: 600 },
  subjects: [],
  breakGlass: false,
};

function evaluate(text: string, claims: Claims = {}, ttl = 600): Verdict {
  const compiled = conditionCompiler([text])(text);
  expect(compiled).toHaveProperty('evaluate');
  return (compiled as Condition).evaluate({ claims, grant: GRANT, ttl, reason: 'because' });
}

describe('a condition', () => {
  it.each([
    ['job.event == "push"', true],
    ['job.ref.startsWith("refs/heads/") && !job.ref.endsWith("-rc")', true],
    ['job.repository.contains("/si") || false', true],
    ['["main", "next"].exists(name, job.ref == "refs/heads/" + name)', true],
    ['["push"].all(event, event == job.event)', true],
    ['["push", "push"].exists_one(event, event == job.event)', false],
    ['job.actor in ["octocat"]', true],
    ['size(job.actor) == 7', true],
    ['job.actor.trim() == "octocat"', true],
    ['number(job.run_attempt) <= 2', true],
    ['job.environment == ""', true],
    ['job["ref"] == "refs/heads/main"', true],
    ['job.repo_property_team == "sre,ops"', true],
    ['job["repo_property_data-class"] == ""', true],
    ['grant.id == "g" && grant.access == "write" && grant.owner == "me" && grant.purpose == "test"', true],
    ['grant.provider == "aws" && !grant.break_glass', true],
    ['request.ttl == duration("10m") && request.ttl < duration("1h30m")', true],
    ['request.reason == "because"', true],
    ['job.ref == "x" ? false : true', true],
  ])('says what it means: %s', (text, value) => {
    const claims = {
      event_name: 'push',
      ref: 'refs/heads/main',
      repository: 'acme/site',
      actor: 'octocat',
      run_attempt: 2,
      repo_property_team: ['sre', 'ops'],
    };
    expect(evaluate(text, claims)).toEqual({ value });
  });

  it('can name every claim of the table, the empty string when the token lacks it', () => {
    for (const { field, claim } of CLAIMS) {
      expect(evaluate(`job.${field} == ""`)).toEqual({ value: true });
      expect(evaluate(`job.${field} == "x"`, { [claim]: 'x' })).toEqual({ value: true });
    }
  });

  it('fails with one line that says why', () => {
    expect(evaluate('number(job.run_attempt) > 1')).toEqual({ error: '`` is not a whole number' });
    expect(evaluate('10 / number(job.run_attempt) > 1', { run_attempt: '0' })).toEqual({ error: 'division by zero' });
  });

  it('holds no state between evaluations', () => {
    const text = '["a", "b"].exists(x, x == job.actor)';
    const condition = conditionCompiler([text])(text) as Condition;
    const ask = (actor: string): Verdict => condition.evaluate({ claims: { actor }, grant: GRANT, ttl: 60, reason: '' });
    expect([ask('a'), ask('c'), ask('b')]).toEqual([{ value: true }, { value: false }, { value: true }]);
  });
});
