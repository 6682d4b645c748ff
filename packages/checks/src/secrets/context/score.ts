/** Scores a candidate: the odds that it is a credential, and what speaks for it. */

import { features } from './features.ts';
import { isPlain, type Letters, lettersOf } from './letters.ts';
import type { FileKind, Operand } from './operand.ts';
import { SURPRISE, TRIPLES, WEIGHTS } from './weights.ts';

/** A feature with what it adds to the logarithm of the odds. */
export type Share = readonly [feature: string, share: number];

/** From these odds on a finding is listed. */
export const HEURISTIC = 0.5;
/** What the name of a vendor, and a value as long as its credentials, add to them. */
export const VENDOR = 3;

let letters: Letters | undefined;

/** The tables of letters, made when they are first needed. */
function read(): Letters {
  letters ??= lettersOf(TRIPLES, SURPRISE);
  return letters;
}

/** Which three letters stand together in words, as {@link Letters} has it. */
export function wordTriples(): Uint8Array {
  return read().triples;
}

/** Tells at a glance whether a value is worth scoring. */
export function isWorthScoring(value: string): boolean {
  return !isPlain(value, read());
}

/** The logarithm of the odds that a candidate is a credential; 0 is one in two. */
export function oddsOf(operand: Operand, kind: FileKind): number {
  let sum = 0;
  features(operand, kind, read(), (feature, amount = 1) => {
    sum += (WEIGHTS.get(feature) ?? 0) * amount;
  });
  return sum;
}

/** What speaks for and against it, one share a feature. */
export function sharesOf(operand: Operand, kind: FileKind): readonly Share[] {
  const shares: Share[] = [];
  features(operand, kind, read(), (feature, amount = 1) => {
    shares.push([feature, (WEIGHTS.get(feature) ?? 0) * amount]);
  });
  return shares;
}
