/** Scores a candidate: the odds that it is a credential, and what speaks for it. */

import { features, LATE_FEATURES } from './features.ts';
import { isPlain, type Letters, lettersOf } from './letters.ts';
import type { Note } from './note.ts';
import type { FileKind, Operand } from './operand.ts';
import { SURPRISE, TRIPLES, WEIGHTS } from './weights.ts';

/** A feature with what it adds to the logarithm of the odds. */
export type Share = readonly [feature: string, share: number];

/** From these odds on a finding is listed. */
export const HEURISTIC = 0.5;
/** What the name of a vendor, and a value as long as its credentials, add to them. */
export const VENDOR = 3;
/** Below it nothing makes a finding of a candidate but a mix of signs as policies ask for. */
export const LEAST: number = HEURISTIC - VENDOR;

/** The most that the features which are looked for last may add. */
const MOST_LATE: number = LATE_FEATURES.reduce((sum, feature) => sum + Math.max(0, WEIGHTS.get(feature) ?? 0), 0);

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

/** The logarithm of the odds that a candidate is a credential; 0 is one in two. Where they are sure to be below {@link LEAST} they are no more than that. */
export function oddsOf(operand: Operand, kind: FileKind): number {
  let sum = 0;
  const note: Note = (feature, amount = 1) => {
    sum += (WEIGHTS.get(feature) ?? 0) * amount;
  };
  features(operand, kind, read(), note, () => sum + MOST_LATE < LEAST);
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
