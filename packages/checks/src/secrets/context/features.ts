/** What the scorer looks at, one number a feature. */

import type { Letters } from './letters.ts';
import { nameFeatures } from './name-features.ts';
import type { Note } from './note.ts';
import type { FileKind, Operand } from './operand.ts';
import { placeFeatures } from './place-features.ts';
import { valueFeatures } from './value-features.ts';

/** Notes every feature of a candidate that is not 0, the crosses of what the name says with how the value looks included. */
export function features(operand: Operand, kind: FileKind, letters: Letters, note: Note): void {
  const look = valueFeatures(operand, letters, note);
  const says = nameFeatures(operand.name, operand.scheme, note);
  placeFeatures(operand, kind, note);
  note(`${says}*strange`, look.strange);
  note(`${says}*mixed`, look.mixed);
  if (look.long) note(`${says}*long`);
  if (!operand.quoted) note(`bare*${kind}`);
}
