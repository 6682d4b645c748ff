/** A job's claims beside a trust policy, condition by condition. */

import { type ClaimMismatch, type Claims, globMatches, type TrustCondition, type TrustStatement } from '@leasehold/core';
import { claimText, claimValues } from './claim.ts';
import { bareIssuer } from './issuer.ts';

/** One statement that would let jobs in, and what keeps this one out of it. */
export interface Comparison {
  readonly statement: TrustStatement;
  /** Whether the statement is about the token's issuer at all. */
  readonly issuer: boolean;
  /** The conditions that do not hold. */
  readonly failed: readonly TrustCondition[];
}

/** A whole trust policy against one token. */
export interface TrustComparison {
  /** The allow statement that came nearest; undefined when there is none. */
  readonly nearest: Comparison | undefined;
  /** Deny statements that hold for this job; one is enough to keep it out. */
  readonly denying: readonly TrustStatement[];
}

/** Tells whether a condition holds; on an absent claim only a negated one does. */
export function conditionHolds(condition: TrustCondition, claims: Claims): boolean {
  const matches = claimValues(claims, condition.claim).some((value) =>
    condition.values.some((wanted) => fits(condition, wanted, value)),
  );
  return matches !== condition.negated;
}

/** Tells whether one value of a condition fits one value of the claim, whatever the negation. */
export function fits(condition: TrustCondition, wanted: string, value: string): boolean {
  return condition.operator === 'like' ? globMatches(wanted, value) : wanted === value;
}

/** Tells whether a statement is about this job: its issuer, and all of its conditions. A statement without issuers is about all. */
export function statementHolds(statement: TrustStatement, claims: Claims): boolean {
  return issuerFits(statement, claims) && statement.conditions.every((condition) => conditionHolds(condition, claims));
}

function issuerFits(statement: TrustStatement, claims: Claims): boolean {
  const issuer = bareIssuer(claimText(claims, 'iss') ?? '');
  return statement.issuers.length === 0 || statement.issuers.some((known) => bareIssuer(known) === issuer);
}

/** Finds what keeps a job out: the nearest statement that allows, and all that deny. */
export function compareTrust(statements: readonly TrustStatement[], claims: Claims): TrustComparison {
  const allowing = statements.filter(({ effect }) => effect === 'allow').map((statement) => compare(statement, claims));
  return {
    nearest: allowing.toSorted((a, b) => distance(a) - distance(b) || closeness(b, claims) - closeness(a, claims))[0],
    denying: statements.filter((statement) => statement.effect === 'deny' && statementHolds(statement, claims)),
  };
}

function compare(statement: TrustStatement, claims: Claims): Comparison {
  return {
    statement,
    issuer: issuerFits(statement, claims),
    failed: statement.conditions.filter((condition) => !conditionHolds(condition, claims)),
  };
}

function distance({ issuer, failed }: Comparison): number {
  return failed.length + (issuer ? 0 : 1);
}

/** Of two statements with as many failures, the one whose values share more of their beginning with the claims is meant. */
function closeness({ failed }: Comparison, claims: Claims): number {
  let best = 0;
  for (const { claim, values } of failed) {
    const actual = claimText(claims, claim) ?? '';
    for (const wanted of values) best = Math.max(best, sharedPrefix(wanted, actual));
  }
  return best;
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Writes the comparison as the claims that did not match. */
export function mismatchesOf({ nearest, denying }: TrustComparison, claims: Claims): readonly ClaimMismatch[] {
  const found: ClaimMismatch[] = [];
  if (nearest && !nearest.issuer) {
    const expected = nearest.statement.issuers.map((issuer) => `https://${bareIssuer(issuer)}`);
    found.push({ claim: 'iss', actual: claimText(claims, 'iss'), expected, source: nearest.statement.id });
  }
  for (const condition of nearest?.failed ?? []) found.push(mismatch(condition, claims, condition.negated, condition.source));
  // A deny keeps out what its conditions describe, so that what would have let the job in is their opposite.
  for (const { id, conditions } of denying) {
    for (const condition of conditions)
      found.push(mismatch(condition, claims, !condition.negated, `deny ${id}: ${condition.source}`));
  }
  return found;
}

function mismatch(condition: TrustCondition, claims: Claims, unwanted: boolean, source: string): ClaimMismatch {
  return {
    claim: condition.claim,
    actual: claimText(claims, condition.claim),
    expected: unwanted ? condition.values.map((value) => `not ${value}`) : condition.values,
    source,
  };
}
