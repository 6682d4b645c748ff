/** What the scorer looks at, one number a feature. */

import type { Letters } from './letters.ts';
import { nameFeatures } from './name-features.ts';
import type { Note } from './note.ts';
import type { FileKind, Operand } from './operand.ts';
import { LINE_FEATURES, lineFeatures, tieFeatures } from './place-features.ts';
import { SHAPE_FEATURES, shapeFeatures, valueFeatures } from './value-features.ts';

/** What may be noted behind the question whether it is enough. */
export const LATE_FEATURES: readonly string[] = [...SHAPE_FEATURES, ...LINE_FEATURES];

/**
 * Notes every feature of a candidate that is not 0, the crosses of what the name says with how the value looks included.
 *
 * @param enough - asked before those that take most time to see; true leaves them out
 */
export function features(operand: Operand, kind: FileKind, letters: Letters, note: Note, enough?: () => boolean): void {
  const look = valueFeatures(operand.value, letters, note);
  nameFeatures(operand, look, note);
  tieFeatures(operand, kind, note);
  if (enough?.() === true) return;
  shapeFeatures(operand, look.signs, note);
  lineFeatures(operand, note);
}
