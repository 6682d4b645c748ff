/** Why trust was refused: causes, the difference claim by claim, and the conditions that would let this job in. */

import { type Claims, shownClaims, type TrustCondition, type TrustDiagnosis } from '@leasehold/core';
import { CAUSES } from './causes/index.ts';
import { claimText } from './claim.ts';
import { compareTrust, mismatchesOf } from './compare.ts';
import { correctedConditions, suggestedConditions } from './correct.ts';
import type { DiagnoseInput } from './diagnose-input.ts';
import { parseSubject } from './subject.ts';
import { refusalExplainsItself, type TrustCase } from './trust-case.ts';

/**
 * Explains a refusal.
 *
 * Reads the real token and never assumes its shape. Without statements the causes say what this job's token shows, and what a trust policy must say to let it in; with statements they are what the comparison proves.
 *
 * @returns causes, most likely first; claims that did not match, for the statement that came nearest; the conditions that would let this job in and nobody that the old ones kept out, empty when the conditions are not to blame; the claims that may be shown
 * @see "OpenID Connect reference" in GitHub's documentation; OpenID Connect Core 1.0, section 2; RFC 7519, section 4.1
 */
export function diagnose(input: DiagnoseInput): TrustDiagnosis {
  const trustCase = caseOf(input);
  const { claims, comparison } = trustCase;
  const causes = CAUSES.flatMap(({ id, applies }) => {
    const found = applies(trustCase);
    return found === undefined ? [] : [{ id, ...found }];
  });
  if (claims === undefined) return { causes, mismatches: [], corrected: [], claims: {} };
  const mismatches = comparison === undefined ? [] : mismatchesOf(comparison, claims);
  return { causes, mismatches, corrected: correctionOf(trustCase, claims), claims: shownClaims(claims) };
}

function correctionOf({ blind, comparison, input }: TrustCase, claims: Claims): readonly TrustCondition[] {
  if (comparison === undefined) return blind ? suggestedConditions(claims, input.audience) : [];
  const { nearest } = comparison;
  if (nearest === undefined) return suggestedConditions(claims, input.audience);
  return nearest.failed.length === 0 ? [] : correctedConditions(nearest.statement.conditions, claims);
}

function caseOf(input: DiagnoseInput): TrustCase {
  const { claims, statements } = input;
  const comparison = claims && statements && statements.length > 0 ? compareTrust(statements, claims) : undefined;
  return {
    input,
    claims,
    subject: claims === undefined ? undefined : parseSubject(claimText(claims, 'sub') ?? ''),
    comparison,
    blind: claims !== undefined && comparison === undefined && !refusalExplainsItself(input.refusal),
  };
}
