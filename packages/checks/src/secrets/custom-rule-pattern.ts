/** Reads the pattern of a custom rule: the part of JavaScript's regular expressions that can run in linear time over bytes. */

import { ANY, allBut, CONTROLS, NAMED, NO_SIGNS, type Signs, signs } from './custom-rule-signs.ts';

/** A pattern as a tree. */
export type Piece =
  /** One byte of a set. */
  | { readonly kind: 'signs'; readonly set: Signs }
  | { readonly kind: 'sequence'; readonly parts: readonly Piece[] }
  | { readonly kind: 'either'; readonly branches: readonly Piece[]; readonly at: number }
  | { readonly kind: 'repeat'; readonly piece: Piece; readonly least: number; readonly most: number; readonly at: number };

/** What is wrong with a pattern; the offset counts its characters. */
export interface PatternFault {
  readonly offset: number;
  readonly message: string;
  readonly help: string;
}

/** A pattern that was read, or the first thing that is wrong with it. */
export type ReadPattern = { readonly piece: Piece; readonly narrows: boolean } | { readonly fault: PatternFault };

/** So that reading one takes no time that anybody notices. */
const LONGEST_PATTERN = 1000;
const DEEPEST = 20;

class Refusal extends Error {
  readonly fault: PatternFault;

  constructor(offset: number, message: string, help: string) {
    super(message);
    this.fault = { offset, message, help };
  }
}

/**
 * Reads a pattern.
 *
 * Taken are characters and their escapes, classes, `.`, groups, alternatives, `?`, `{n}` and `{n,m}`, and one group named `secret`, to which the value is narrowed. Everything else is refused, with what to write instead.
 */
export function readPattern(source: string): ReadPattern {
  let at = 0;
  let narrows = false;

  const refuse = (offset: number, message: string, help: string): never => {
    throw new Refusal(offset, message, help);
  };

  function alternatives(depth: number): Piece {
    if (depth > DEEPEST) refuse(at, 'groups are nested too deeply', 'write the pattern without so many groups');
    const from = at;
    const branches: Piece[] = [];
    let parts: Piece[] = [];
    for (; at < source.length && source[at] !== ')'; ) {
      if (source[at] === '|') {
        at++;
        branches.push({ kind: 'sequence', parts });
        parts = [];
      } else parts.push(repeated(depth));
    }
    branches.push({ kind: 'sequence', parts });
    return branches.length === 1 ? (branches[0] as Piece) : { kind: 'either', branches, at: from };
  }

  function repeated(depth: number): Piece {
    const from = at;
    const piece = atom(depth);
    const times = timesOf();
    if (times === undefined) return piece;
    if (/[?*+{]/.test(source[at] ?? ''))
      refuse(at, 'a quantifier stands behind a quantifier', 'a value is taken as long as it can be: leave the second one out');
    return { kind: 'repeat', piece, ...times, at: from };
  }

  function timesOf(): { readonly least: number; readonly most: number } | undefined {
    const sign = source[at];
    if (sign === '*' || sign === '+')
      refuse(at, `\`${sign}\` has no bound`, `say how many there are at most: \`{${sign === '*' ? 0 : 1},64}\``);
    if (sign === '?') {
      at++;
      return { least: 0, most: 1 };
    }
    if (sign !== '{') return undefined;
    const [text, least = '', comma, most = ''] = /^\{(\d{1,6})(?:(,)(\d{0,6}))?\}/.exec(source.slice(at)) ?? [];
    if (text === undefined) return refuse(at, '`{` begins no count', 'write `{20}`, `{20,40}`, or `\\{` for the sign itself');
    if (comma !== undefined && most === '')
      refuse(at, `\`${text}\` has no upper bound`, `say how many there are at most: \`{${least},${2 * Number(least) || 64}}\``);
    const times = { least: Number(least), most: Number(comma === undefined ? least : most) };
    if (times.least > times.most || times.most === 0)
      refuse(at, `\`${text}\` counts nothing`, 'the first number is at most the second, and that is at least 1');
    at += text.length;
    return times;
  }

  function atom(depth: number): Piece {
    const sign = source[at] as string;
    if (sign === '(') return group(depth);
    if (sign === '[') return { kind: 'signs', set: charClass() };
    if (sign === '\\') return { kind: 'signs', set: escaped(false) };
    if (sign === '^' || sign === '$')
      refuse(at, `\`${sign}\` is not for patterns of secrets`, 'leave it out: a value never begins or ends within a longer word');
    if ('*+?{}]'.includes(sign)) refuse(at, `\`${sign}\` stands alone`, `write \`\\${sign}\` for the sign itself`);
    at++;
    return { kind: 'signs', set: sign === '.' ? ANY : signs(byteOf(sign, at - 1)) };
  }

  function group(depth: number): Piece {
    const from = at;
    const head = /^\((?:\?(?:<?[=!]|:|<\w*>|[^)]?))?/.exec(source.slice(at))?.[0] ?? '(';
    if (/[=!]$/.test(head) && head.startsWith('(?'))
      refuse(at, 'a pattern cannot look ahead or behind', 'name the words that stand near under `near`');
    if (head === '(?<secret>') {
      if (narrows || depth > 0) refuse(at, 'the group `secret` stands within another, or twice', 'one is enough, at the outside');
      narrows = true;
    } else if (head !== '(' && head !== '(?:') {
      refuse(at, `\`${head}\` begins no group that is known`, 'write `(?:…)`, or `(?<secret>…)` for the part that is the secret');
    }
    at += head.length;
    const inside = alternatives(depth + 1);
    if (source[at] !== ')') refuse(from, 'the group is not closed', 'write `\\(` for the sign itself');
    at++;
    if (head === '(?<secret>' && /[?*+{]/.test(source[at] ?? ''))
      refuse(at, 'the group `secret` cannot be repeated', 'repeat what stands in it');
    return inside;
  }

  function charClass(): Signs {
    const from = at++;
    const negated = source[at] === '^';
    if (negated) at++;
    let set = NO_SIGNS;
    while (at < source.length && source[at] !== ']') {
      const first = member();
      if (source[at] !== '-' || source[at + 1] === ']' || source[at + 1] === undefined) {
        set |= first.set;
        continue;
      }
      const dash = at++;
      const last = member();
      if (first.byte === undefined || last.byte === undefined || first.byte > last.byte)
        return refuse(dash, 'the range has no beginning or no end', 'write `\\-` for the sign itself');
      set |= signs(first.byte, last.byte);
    }
    if (at >= source.length) refuse(from, 'the class is not closed', 'write `\\[` for the sign itself');
    at++;
    const whole = negated ? allBut(set) : set;
    if (whole === NO_SIGNS) refuse(from, 'the class holds nothing', 'name at least one sign');
    return whole;
  }

  function member(): { readonly set: Signs; readonly byte?: number } {
    if (source[at] !== '\\') {
      const byte = byteOf(source[at] as string, at);
      at++;
      return { set: signs(byte), byte };
    }
    const set = escaped(true);
    // A set of one byte may begin or end a range.
    const byte = set.toString(2).length - 1;
    return set === signs(byte) ? { set, byte } : { set };
  }

  function escaped(within: boolean): Signs {
    const from = at;
    const letter = source[at + 1] ?? '';
    at += 2;
    const named = NAMED[letter];
    if (named !== undefined) return named;
    const control = CONTROLS[letter];
    if (control !== undefined) return signs(control);
    if (letter === 'x') {
      const digits = /^[0-9A-Fa-f]{2}/.exec(source.slice(at))?.[0];
      if (digits === undefined) return refuse(from, '`\\x` needs two hex digits', 'write `\\x2d`');
      at += 2;
      return signs(Number.parseInt(digits, 16));
    }
    if (letter === 'b' || letter === 'B') {
      const help = within
        ? 'write `\\x08` for the sign itself'
        : 'leave it out: a value never begins or ends within a longer word';
      return refuse(from, `\`\\${letter}\` is not for patterns of secrets`, help);
    }
    if (/[1-9k]/.test(letter)) return refuse(from, 'a pattern cannot refer back to itself', 'write out what is to be there');
    if (letter === '' || /[A-Za-z0-9]/.test(letter))
      return refuse(from, `\`\\${letter}\` is not known`, 'a backslash makes a sign of `.`, `[`, `(` and the like');
    return signs(byteOf(letter, at - 1));
  }

  function byteOf(sign: string, offset: number): number {
    const byte = sign.charCodeAt(0);
    if (byte > 0x7e)
      refuse(offset, `\`${sign}\` is more than one byte`, 'files are read as bytes: write those of UTF-8, such as `\\xc3\\xa9`');
    return byte;
  }

  if (source.length > LONGEST_PATTERN) {
    const message = `the pattern has more than ${LONGEST_PATTERN} characters`;
    return { fault: { offset: 0, message, help: 'make several rules of it' } };
  }
  try {
    const piece = alternatives(0);
    if (at < source.length) refuse(at, '`)` closes nothing', 'write `\\)` for the sign itself');
    return { piece, narrows };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault };
    throw error;
  }
}
