/** The answer to one request: default deny, and everything that determined it. */

import type { Decision, Grant, GrantRequest, Identity, RuleResult } from '@leasehold/core';
import { formatDuration, suggest } from '@leasehold/core';
import { claimValues } from './claim-values.ts';
import type { Facts } from './facts.ts';
import { nearestSubject, type SubjectMatch } from './match.ts';
import type { Guardrail, Policy } from './policy.ts';
import { grantTtl, MIN_TTL } from './ttl.ts';

/**
 * Decides whether a job gets what it asks for.
 *
 * Pure. Every rule is evaluated, also after the first no, so that whoever is denied sees at once all that stands in the way. Whatever is missing, unreadable or fails is a no; nothing is thrown.
 *
 * What it does not check: that the identity is true. A decision is worth what the verification of the token was worth.
 *
 * @returns allowed only when every rule passed; `ttl` in seconds
 */
export function decide(policy: Policy, request: GrantRequest, identity: Identity): Decision {
  const grant = policy.grants.get(request.grant);
  if (grant === undefined) {
    return {
      allowed: false,
      grant: request.grant,
      ttl: 0,
      breakGlass: false,
      rules: [unknownGrant(policy, request.grant)],
      mismatches: [],
    };
  }
  const { claims } = identity;
  const limits = grantTtl(grant);
  const ttl = request.ttl ?? limits.default;
  const reason = typeof request.reason === 'string' ? request.reason : '';
  const facts: Facts = { claims, grant, ttl, reason };
  const match = nearestSubject(grant.subjects, claims);
  const rules = [
    { rule: 'grant', passed: true, detail: `the policy has \`${grant.id}\`` },
    subjectRule(match, grant),
    ...policy.guardrails.map((guardrail) => guardrailRule(guardrail, policy, facts)),
    ...whenRule(grant, policy, facts),
    ttlRule(ttl, limits.max, grant),
    ...reasonRule(grant, reason),
    ...approvalRule(grant, identity),
  ];
  const allowed = rules.every(({ passed }) => passed);
  return { allowed, grant: grant.id, ttl: allowed ? ttl : 0, breakGlass: grant.breakGlass, rules, mismatches: match.mismatches };
}

function unknownGrant(policy: Policy, id: string): RuleResult {
  const meant = suggest(id, [...policy.grants.keys()]);
  const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
  return { rule: 'grant', passed: false, detail: `the policy has no grant \`${id}\`${hint}` };
}

function subjectRule({ index, mismatches }: SubjectMatch, grant: Grant): RuleResult {
  if (index < 0) return { rule: 'subjects', passed: false, detail: 'the grant has no subject' };
  if (mismatches.length === 0)
    return { rule: `subjects[${index}]`, passed: true, detail: `the job matches \`subjects[${index}]\`` };
  const claims = mismatches.map(({ claim }) => `\`${claim}\``).join(', ');
  const nearest = grant.subjects.length === 1 ? '' : ' comes nearest and';
  return { rule: 'subjects', passed: false, detail: `no subject matches: \`subjects[${index}]\`${nearest} differs in ${claims}` };
}

function guardrailRule({ id, denyWhen, message }: Guardrail, policy: Policy, facts: Facts): RuleResult {
  const rule = `guardrail:${id}`;
  const verdict = verdictOf(denyWhen, policy, facts);
  if ('error' in verdict)
    return { rule, passed: false, detail: `${message}; the condition failed, which is a no: ${verdict.error}` };
  return { rule, passed: !verdict.value, detail: verdict.value ? message : 'does not apply' };
}

function whenRule(grant: Grant, policy: Policy, facts: Facts): readonly RuleResult[] {
  if (grant.when === undefined) return [];
  const verdict = verdictOf(grant.when, policy, facts);
  if ('error' in verdict)
    return [{ rule: 'when', passed: false, detail: `\`${grant.when}\` failed, which is a no: ${verdict.error}` }];
  return [{ rule: 'when', passed: verdict.value, detail: `\`${grant.when}\` is ${verdict.value}` }];
}

function verdictOf(text: string, policy: Policy, facts: Facts): { readonly value: boolean } | { readonly error: string } {
  return policy.conditions.get(text)?.evaluate(facts) ?? { error: 'it was never compiled' };
}

function ttlRule(ttl: number, max: number, grant: Grant): RuleResult {
  const rule = 'ttl';
  if (!Number.isSafeInteger(ttl)) return { rule, passed: false, detail: 'the TTL is not a whole number of seconds' };
  if (ttl < MIN_TTL)
    return { rule, passed: false, detail: `${formatDuration(ttl)} is below the minimum of ${formatDuration(MIN_TTL)}` };
  const limit = `${formatDuration(max)}${grant.breakGlass ? `, half of ${formatDuration(grant.ttl.max)} for break-glass` : ''}`;
  if (ttl > max) return { rule, passed: false, detail: `${formatDuration(ttl)} is above the maximum of ${limit}` };
  return { rule, passed: true, detail: `${formatDuration(ttl)} is within the maximum of ${limit}` };
}

function reasonRule(grant: Grant, reason: string): readonly RuleResult[] {
  if (!grant.breakGlass) return [];
  const given = reason.trim() !== '';
  return [{ rule: 'reason', passed: given, detail: given ? 'a reason is given' : 'break-glass needs a reason' }];
}

function approvalRule(grant: Grant, identity: Identity): readonly RuleResult[] {
  if (grant.approval === undefined) return [];
  const environment = claimValues(identity.claims, 'environment').join(',');
  if (environment === '') {
    return [{ rule: 'approval', passed: false, detail: 'the job runs in no deployment environment, so nobody approved it' }];
  }
  return [
    {
      rule: 'approval',
      passed: true,
      detail: `the job runs in environment \`${environment}\`, whose protection rules decide who approves`,
    },
  ];
}
