/** Reads the pattern of a custom rule: the subset of JavaScript's regular expressions that can run in linear time over bytes. */

import { type ByteSet, bytesOf, DOT } from './byte-set.ts';
import { byteOf, readClass, readEscape } from './custom-rule-bytes.ts';
import { faultOf, type PatternFault, type PatternReader, refuse } from './custom-rule-reader.ts';

/** A pattern as a tree; `at` is the offset of a piece in its pattern. */
export type PatternPiece =
  /** Matches one byte. */
  | { readonly kind: 'set'; readonly set: ByteSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternPiece[] }
  | { readonly kind: 'either'; readonly branches: readonly PatternPiece[]; readonly at: number }
  | { readonly kind: 'repeat'; readonly piece: PatternPiece; readonly least: number; readonly most: number; readonly at: number };

/** A pattern that was read, or the first thing that is wrong with it. */
export type ReadPattern = { readonly piece: PatternPiece; readonly narrows: boolean } | { readonly fault: PatternFault };

/** Bounds, in characters and in groups within groups, that keep the reading of a pattern short. */
export const LONGEST_PATTERN = 1000;
const DEEPEST = 20;

const QUANTIFIER = /[?*+{]/;
const SECRET = '(?<secret>';

/**
 * Reads a pattern.
 *
 * Accepted are characters and their escapes, classes, `.`, groups, alternatives, `?`, `{n}` and `{n,m}`, and one group named `secret`, which narrows the value. Everything else is a fault, with what to write instead.
 *
 * @param source - without slashes and flags
 */
export function readPattern(source: string): ReadPattern {
  if (source.length > LONGEST_PATTERN) {
    const message = `the pattern has more than ${LONGEST_PATTERN} characters`;
    return { fault: { offset: 0, message, help: 'make several rules of it' } };
  }
  const reader: PatternReader = { source, at: 0, narrows: false };
  try {
    const piece = alternatives(reader, 0);
    if (reader.at < source.length) refuse(reader.at, '`)` closes nothing', 'write `\\)` for the character itself');
    return { piece, narrows: reader.narrows };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function alternatives(reader: PatternReader, depth: number): PatternPiece {
  const { source, at: from } = reader;
  if (depth > DEEPEST) refuse(from, 'groups are nested too deeply', 'write the pattern without so many groups');
  const branches: PatternPiece[] = [];
  let parts: PatternPiece[] = [];
  while (reader.at < source.length && source[reader.at] !== ')') {
    if (source[reader.at] === '|') {
      reader.at++;
      branches.push({ kind: 'sequence', parts });
      parts = [];
    } else parts.push(repeated(reader, depth));
  }
  branches.push({ kind: 'sequence', parts });
  return branches.length === 1 ? (branches[0] as PatternPiece) : { kind: 'either', branches, at: from };
}

function repeated(reader: PatternReader, depth: number): PatternPiece {
  const from = reader.at;
  const piece = atom(reader, depth);
  const times = timesOf(reader);
  if (times === undefined) return piece;
  if (QUANTIFIER.test(reader.source[reader.at] ?? '')) {
    const help = 'a value is taken as long as it can be: leave the second one out';
    refuse(reader.at, 'a quantifier stands behind a quantifier', help);
  }
  return { kind: 'repeat', piece, ...times, at: from };
}

/** Reads the quantifier at this place, if there is one. */
function timesOf(reader: PatternReader): { readonly least: number; readonly most: number } | undefined {
  const { source, at } = reader;
  const char = source[at];
  if (char === '*' || char === '+')
    refuse(at, `\`${char}\` has no bound`, `say how many there are at most: \`{${char === '*' ? 0 : 1},64}\``);
  if (char === '?') {
    reader.at++;
    return { least: 0, most: 1 };
  }
  if (char !== '{') return undefined;
  const [text, least = '', comma, most = ''] = /^\{(\d{1,6})(?:(,)(\d{0,6}))?\}/.exec(source.slice(at)) ?? [];
  if (text === undefined) return refuse(at, '`{` begins no count', 'write `{20}`, `{20,40}`, or `\\{` for the character itself');
  if (comma !== undefined && most === '')
    refuse(at, `\`${text}\` has no upper bound`, `say how many there are at most: \`{${least},${2 * Number(least) || 64}}\``);
  const times = { least: Number(least), most: Number(comma === undefined ? least : most) };
  if (times.least > times.most || times.most === 0)
    refuse(at, `\`${text}\` counts nothing`, 'the first number is at most the second, and that is at least 1');
  reader.at += text.length;
  return times;
}

function atom(reader: PatternReader, depth: number): PatternPiece {
  const { source, at } = reader;
  const char = source[at] as string;
  if (char === '(') return group(reader, depth);
  if (char === '[') return { kind: 'set', set: readClass(reader) };
  if (char === '\\') return { kind: 'set', set: readEscape(reader, false) };
  if (char === '^' || char === '$')
    refuse(at, `\`${char}\` is not for patterns of secrets`, 'leave it out: a value never begins or ends within a longer word');
  if ('*+?{}]'.includes(char)) refuse(at, `\`${char}\` stands alone`, `write \`\\${char}\` for the character itself`);
  reader.at++;
  return { kind: 'set', set: char === '.' ? DOT : bytesOf(byteOf(char, at)) };
}

function group(reader: PatternReader, depth: number): PatternPiece {
  const { source, at: from } = reader;
  const head = /^\((?:\?(?:<?[=!]|:|<\w*>|[^)]?))?/.exec(source.slice(from))?.[0] ?? '(';
  if (/[=!]$/.test(head) && head.startsWith('(?'))
    refuse(from, 'a pattern cannot look ahead or behind', 'name the words that stand near under `near`');
  if (head === SECRET) {
    if (reader.narrows || depth > 0)
      refuse(from, 'the group `secret` stands within another, or twice', 'one is enough, at the outside');
    reader.narrows = true;
  } else if (head !== '(' && head !== '(?:') {
    refuse(from, `\`${head}\` begins no group that is known`, 'write `(?:…)`, or `(?<secret>…)` for the part that is the secret');
  }
  reader.at += head.length;
  const inside = alternatives(reader, depth + 1);
  if (source[reader.at] !== ')') refuse(from, 'the group is not closed', 'write `\\(` for the character itself');
  reader.at++;
  if (head === SECRET && QUANTIFIER.test(source[reader.at] ?? ''))
    refuse(reader.at, 'the group `secret` cannot be repeated', 'repeat what stands in it');
  return inside;
}
