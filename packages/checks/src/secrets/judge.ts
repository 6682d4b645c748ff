/** Decides what a match of a rule's shape is worth: what stands near, what the rule's check says, and whether everybody knows the value. */

import type { Severity, Tier } from '@leasehold/core';
import { isBinary, printableRun } from './binary.ts';
import { PlacedCandidate } from './placed-candidate.ts';
import { publicReason } from './public-values.ts';
import type { RawFinding } from './raw-finding.ts';
import type { Candidate, SecretRule, Verdict } from './rule.ts';

/** Bytes on either side that a check and the words of a rule may look at. */
const NEAR = 200;

/** What was matched where. */
export interface Match {
  readonly rule: SecretRule;
  /** The prefix by which the rule was found. */
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
}

/** Judges the matches of one file. */
export type Judge = (match: Match) => RawFinding | undefined;

/** A judge for one file; the path counts as standing near. */
export function newJudge(bytes: Uint8Array, path: string): Judge {
  let binary: boolean | undefined;
  let folded: string | undefined;
  const foldedPath = (): string => {
    folded ??= path.toLowerCase();
    return folded;
  };

  return ({ rule, prefix, start, end }) => {
    binary ??= isBinary(bytes);
    let [from, to] = [Math.max(0, start - NEAR), Math.min(bytes.length, end + NEAR)] as readonly [number, number];
    if (binary) [from, to] = printableRun(bytes, from, to, start, end);
    const candidate = new PlacedCandidate(bytes, from, start, end, to);
    const word = rule.near === undefined ? undefined : wordNear(rule.near, candidate, foldedPath());
    if (rule.near !== undefined && word === undefined) return undefined;
    const verdict = verdictOf(rule, candidate, prefix);
    if (verdict.evidence === 'none') return undefined;
    const shaped = `has the shape of a ${rule.title}`;
    const reason = verdict.why ?? (prefix === '' ? `it ${shaped}` : `it begins with \`${prefix}\` and ${shaped}`);
    return {
      rule,
      start,
      end,
      value: candidate.value,
      ...weight(rule, verdict),
      why: word === undefined ? [reason] : [reason, `\`${word}\` stands near it`],
    };
  };
}

function wordNear(words: readonly string[], { before, value, after }: Candidate, path: string): string | undefined {
  const text = `${path}\n${before}${value}${after}`.toLowerCase();
  return words.find((word) => text.includes(word));
}

function verdictOf(rule: SecretRule, candidate: Candidate, prefix: string): Verdict {
  let verdict: Verdict;
  try {
    verdict = rule.check?.(candidate) ?? { evidence: 'shape' };
  } catch {
    // A value that a check stumbles over is one that it could not read: seen, not proven.
    verdict = { evidence: 'shape', why: 'its inside could not be read' };
  }
  if (verdict.evidence === 'public' || verdict.evidence === 'none') return verdict;
  const known = publicReason(candidate.value, prefix.length);
  if (known === undefined) return verdict;
  // A checksum that holds outweighs a value that only looks like a filler.
  return verdict.evidence === 'proven' && !known.known ? verdict : { evidence: 'public', why: known.why };
}

function weight(
  rule: SecretRule,
  verdict: Exclude<Verdict, { readonly evidence: 'none' }>,
): { readonly tier: Tier; readonly severity: Severity } {
  if (verdict.evidence === 'proven') return { tier: 'proven', severity: rule.severity };
  if (verdict.evidence === 'shape') return { tier: rule.tier ?? 'prefixed', severity: rule.severity };
  return { tier: 'heuristic', severity: verdict.evidence === 'public' ? 'info' : rule.severity };
}
