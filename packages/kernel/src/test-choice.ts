/** What a kernel must tell where there is a choice, slowly and by the words of its description. */

import type { RunHead } from './head-table.ts';
import { type Spot, WORTH } from './kernel.ts';
import type { Whole } from './run-heads.ts';
import { referenceOperand } from './test-operand.ts';
import { referenceSpots } from './test-reference.ts';

/** A spot with what there is to see in it. */
export interface WorthySpot extends Spot {
  readonly worth: number;
}

const JOINS = /[A-Za-z0-9+/=_.:~$!-]/;

/** A choice before it is written down. */
export interface SpelledChoice {
  readonly heads: readonly RunHead[];
  readonly wholes: readonly Whole[];
}

/** The runs, assignments and heads of a text, each once, in order. */
export function referenceChoice(text: string, choice: SpelledChoice, code: boolean): readonly WorthySpot[] {
  const spots = referenceSpots(text, []).flatMap(({ anchor, start, end }) => {
    if (anchor === 'run') return [...runHeads(text, start, end, choice.heads), ...toldRun(text, start, end, choice)];
    const value = end + (/^[ \t]*/.exec(text.slice(end, end + 64))?.[0].length ?? 0);
    if (anchor !== 'assignment' || !assigns(text, value)) return [];
    const heads = headsBetween(text, Math.max(0, start - 48), Math.min(end + 4, text.length), choice.heads);
    return referenceOperand(text, value, code) ? [...heads, { anchor, start, end, worth: 0 }] : heads;
  });
  return inOrder(spots);
}

/** Each spot once, in order; where a head ends says nothing. */
export function inOrder(spots: readonly WorthySpot[]): readonly WorthySpot[] {
  const byKey = new Map(
    spots
      .map((spot) => (spot.anchor === 'head' ? { ...spot, end: spot.start, worth: 0 } : spot))
      .map((spot) => [JSON.stringify(spot), spot]),
  );
  return [...byKey.values()].sort((a, b) => a.start - b.start || a.anchor.localeCompare(b.anchor));
}

function headAt(start: number): WorthySpot {
  return { anchor: 'head', start, end: start, worth: 0 };
}

function stands(text: string, at: number, { text: head, behind }: RunHead): boolean {
  if (at < 0 || !text.startsWith(head.slice(0, 8), at)) return false;
  let from = at + head.length;
  return behind.every(({ count, set }) => {
    // Behind the end stand zeros.
    const bytes = text.slice(from, from + count).padEnd(count, '\0');
    from += count;
    return [...bytes].every((sign) => set[sign.charCodeAt(0)] === 1);
  });
}

function runHeads(text: string, start: number, end: number, heads: readonly RunHead[]): WorthySpot[] {
  let from = start;
  while (from > Math.max(0, start - 96) && JOINS.test(text[from - 1] as string)) from--;
  const leads = heads
    .filter(({ lead, text: head }) => lead > 0 && head[lead - 1] === text[start - 1])
    .map(({ lead }) => start - lead)
    .filter((place) => heads.some((head) => stands(text, place, head)));
  return [...leads.map(headAt), ...headsBetween(text, from, end, heads)];
}

function headsBetween(text: string, from: number, to: number, heads: readonly RunHead[]): WorthySpot[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
    .filter((at) => {
      const inWord = /[A-Za-z0-9]/.test(text[at - 1] ?? ' ') && /[A-Za-z0-9]/.test(text[at] as string);
      const behindEscape = /[\\%][^\\%]{0,5}$/.test(text.slice(Math.max(0, at - 6), at));
      return !inWord || (behindEscape && isFree(text, from, at));
    })
    .filter((at) => heads.some((head) => stands(text, at, head)))
    .map(headAt);
}

/** An escape before what is looked at counts only when letters and digits join it to that. */
function isFree(text: string, from: number, at: number): boolean {
  const last = Math.max(text.lastIndexOf('\\', at - 1), text.lastIndexOf('%', at - 1));
  return last >= from || /^[A-Za-z0-9]*$/.test(text.slice(last + 1, from));
}

function assigns(text: string, at: number): boolean {
  const value = text.slice(at, at + 4);
  return value.length === 4 && !/^[ ,;)<=>\]{|}]/.test(value) && [...value].every((char) => char >= ' ');
}

function toldRun(text: string, start: number, end: number, { wholes }: SpelledChoice): WorthySpot[] {
  const run = text.slice(start, end);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  let worth = 0;
  if (/auth|basi|bear|cred|dsn|key|pass|psk|pwd|salt|secr|toke/i.test(line.slice(-40))) worth |= WORTH.named;
  if (hides(text, start - 1) || hides(text, end)) worth |= WORTH.escaped;
  for (const { 0: padded, 1: piece = '' } of run.matchAll(/([^=]+)=*/g)) {
    if (piece.length >= 24 && (isText(piece, 'base64', 16) || (piece.length % 2 === 0 && isText(piece, 'hex', 24))))
      worth |= WORTH.encodes;
    if (piece.length < 16) continue;
    if (wholes.some(({ least, most, mark }) => padded.length >= least && padded.length <= most && piece.includes(mark)))
      worth |= WORTH.whole;
  }
  return worth === 0 ? [] : [{ anchor: 'run', start, end, worth }];
}

function hides(text: string, at: number): boolean {
  return at >= 0 && /^(?:%|\\{1,2}u00|\\{1,2}x)(?:2[1-9A-F]|[3-6][0-9A-F]|7[0-9A-E])|^\\\//i.test(text.slice(at, at + 7));
}

function isText(piece: string, encoding: 'base64' | 'hex', length: number): boolean {
  const head = piece.slice(0, length);
  if (encoding === 'hex' && !/^[0-9a-fA-F]+$/.test(head)) return false;
  return [...Buffer.from(head, encoding)].every(
    (byte, offset) => (byte >= 0x20 && byte < 0x7f) || [9, 10, 13].includes(byte) || (byte === 0 && offset % 2 === 1),
  );
}
