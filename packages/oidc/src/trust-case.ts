/** One refusal with what was worked out of it, as every cause sees it. */

import { type Claims, globMatches, isGlob, type TrustCause, type TrustCondition } from '@leasehold/core';
import { claimText } from './claim.ts';
import type { TrustComparison } from './compare.ts';
import type { DiagnoseInput } from './diagnose-input.ts';
import { type ParsedSubject, parseSubject } from './subject.ts';

/** What causes look at. */
export interface TrustCase {
  readonly input: DiagnoseInput;
  readonly claims: Claims | undefined;
  /** The token's own subject; undefined when it does not begin with a repository. */
  readonly subject: ParsedSubject | undefined;
  readonly comparison: TrustComparison | undefined;
  /** Nothing to compare with, and the refusal does not tell: a cause may speak of what the token shows. */
  readonly blind: boolean;
}

/** One reason why trust may be refused. Pure; it applies only where something shows it. */
export interface Cause {
  /** Kebab case, documented in docs/trust.md. */
  readonly id: string;
  readonly applies: (trustCase: TrustCase) => Omit<TrustCause, 'id'> | undefined;
}

/** The conditions over a claim that did not hold in the nearest statement. */
export function failedOn(trustCase: TrustCase, ...claims: readonly string[]): readonly TrustCondition[] {
  return trustCase.comparison?.nearest?.failed.filter(({ claim, negated }) => claims.includes(claim) && !negated) ?? [];
}

/** The values that the nearest statement wanted of a claim and did not get. */
export function wanted(trustCase: TrustCase, claim: string): readonly string[] {
  return failedOn(trustCase, claim).flatMap(({ values }) => values);
}

/** The subjects that the nearest statement wanted, each taken apart; those that do not begin with a repository are left out. */
export function wantedSubjects(trustCase: TrustCase): readonly { readonly text: string; readonly parsed: ParsedSubject }[] {
  return wanted(trustCase, 'sub').flatMap((text) => {
    const parsed = parseSubject(text);
    return parsed === undefined ? [] : [{ text, parsed }];
  });
}

/** The claim of the job as text. */
export function own(trustCase: TrustCase, claim: string): string | undefined {
  return trustCase.claims === undefined ? undefined : claimText(trustCase.claims, claim);
}

/** What the token says of a claim, as the beginning of a sentence. */
export function stated(trustCase: TrustCase, claim: string): string {
  const actual = own(trustCase, claim);
  return actual === undefined ? `the token has no \`${claim}\`` : `\`${claim}\` is \`${actual}\``;
}

/** Whether a pattern's part and a job's part are the same name in another case, or one is a glob that may cover it. */
export function sameName(pattern: string, name: string): boolean {
  return isGlob(pattern) || pattern.toLowerCase() === name.toLowerCase();
}

/** Whether a value would match if upper and lower case were the same; that is a cause of its own. */
export function matchesInAnyCase(patterns: readonly string[], value: string | undefined): boolean {
  return value !== undefined && patterns.some((pattern) => globMatches(pattern.toLowerCase(), value.toLowerCase()));
}

/** Values of a list in backticks. */
export function quoted(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}

const NO_PROVIDER =
  /no openid ?connect provider|provider .{0,80}not found|unknown issuer|issuer .{0,80}not (?:registered|trusted|found)/i;
const EXPIRED = /expired/i;
const SKEWED = /skew|not yet valid|used before|issued in the future/i;
const REUSED = /jti_reused|\bjti\b.{0,40}\bused\b|already (?:been )?used|replayed/i;

/** What a refusal's own words say, where the other side tells. */
export function refusalSays(refusal: DiagnoseInput['refusal']): 'no-provider' | 'reused' | 'skewed' | 'expired' | undefined {
  const words = `${refusal.code} ${refusal.detail}`.slice(0, 2000);
  if (NO_PROVIDER.test(words)) return 'no-provider';
  if (REUSED.test(words)) return 'reused';
  if (SKEWED.test(words)) return 'skewed';
  return EXPIRED.test(words) ? 'expired' : undefined;
}

/** Whether the refusal names its cause, so that guessing from the token would only distract. */
export function refusalExplainsItself(refusal: DiagnoseInput['refusal']): boolean {
  return refusalSays(refusal) !== undefined || /audience/i.test(refusal.detail);
}
