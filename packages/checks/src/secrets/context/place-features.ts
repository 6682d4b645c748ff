/** Where a value stands. */

import type { Note } from './note.ts';
import type { FileKind, Operand } from './operand.ts';

const COMMENT = /^\s*(?:\/\/|#|\*|--|;|\/\*|<!--|%)/;

/** Notes how the value is tied to its name, and in what kind of file. */
export function tieFeatures({ tie, quoted, called, scheme }: Operand, kind: FileKind, note: Note): void {
  note('always');
  note(`in ${kind}`);
  note(quoted ? 'quoted' : 'bare');
  if (!quoted) note(`bare*${kind}`);
  if (called) note('called');
  if (scheme !== '') note('scheme before it');
  if (/^[=!]==?$/.test(tie) && tie.length > 1) note('compared');
  else if (tie.startsWith(':')) note('colon');
  else if (tie.startsWith('=')) note('equals');
  else note('no operator');
}

/** What {@link lineFeatures} may note; of `in a query` twice. */
export const LINE_FEATURES: readonly string[] = [
  ...['comment', 'ends the line', 'ends the item', 'goes on', 'words behind it', 'in a query', 'in a query'],
  ...['quoted name', 'in a condition', 'statement', 'prose before it'],
];

/** Notes what is seen on the rest of the line. */
export function lineFeatures({ tie, quoted, around, name }: Operand, note: Note): void {
  const { before, after } = around();
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
