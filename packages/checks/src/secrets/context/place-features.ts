/** Where a value stands. */

import type { Note } from './note.ts';
import type { FileKind, Operand } from './operand.ts';

const COMMENT = /^\s*(?:\/\/|#|\*|--|;|\/\*|<!--|%)/;

/** Notes what is seen around the value. */
export function placeFeatures({ tie, quoted, called, before, after, name, scheme }: Operand, kind: FileKind, note: Note): void {
  note('always');
  note(`in ${kind}`);
  note(quoted ? 'quoted' : 'bare');
  if (called) note('called');
  if (scheme !== '') note('scheme before it');
  if (/^[=!]==?$/.test(tie) && tie.length > 1) note('compared');
  else if (tie.startsWith(':')) note('colon');
  else if (tie.startsWith('=')) note('equals');
  else note('no operator');
  if (COMMENT.test(before)) note('comment');
  const rest = quoted ? after.replace(/^(?:\\*["'`]|&\w+;|&#\d+;)/, '') : after;
  if (/^\s*$/.test(rest)) note('ends the line');
  else if (/^\s*[,;)\]}]/.test(rest)) note('ends the item');
  else if (/^\s*[+.]/.test(rest)) note('goes on');
  else if (!quoted && /^ +[a-z]/i.test(rest)) note('words behind it');
  else if (/^&/.test(rest)) note('in a query');
  if (/[?&]$/.test(before)) note('in a query');
  if (/["'`]\s*$/.test(before) && tie.startsWith(':')) note('quoted name');
  if (/[!=<>]=?\s*$/.test(before)) note('in a condition');
  if (/\b(?:if|unless|while|assert\w*|expect|should|return)\b/.test(before)) note('statement');
  if (/[a-z]{2,} [a-z]{2,} $/i.test(before) && !/[a-z] *[:=]/i.test(name)) note('prose before it');
}
