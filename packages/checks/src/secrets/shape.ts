/** The compact notation in which a credential's shape is written down, read into pieces and compiled into a sticky regular expression. */

import { ConfigError } from '@leasehold/core';
import { ambiguities } from './shape-ambiguity.ts';
import type { ShapePiece } from './shape-piece.ts';

/** Greatest count: no credential of a fixed form is longer, and a greater bound only costs time. */
const MOST = 1_000;
/** A range stays within digits, upper or lower case, so that no punctuation slips in; a literal hyphen comes last. */
const SET = /^(?:[0-9]-[0-9]|[A-Z]-[A-Z]|[a-z]-[a-z]|[^\\^[\]-])+-?$/;
/** What `<uuid>` stands for. */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * Reads a shape.
 *
 * `[A-Za-z0-9_-]{36}` or `{20,40}` is that many characters of a set, one without a count; `(a|b)` is a choice; `?` makes the set or choice before it optional; `<uuid>` is a UUID in lower case; a backslash makes the character behind it literal. Every other character, the dot included, stands for itself. Counts above 1,000 are cut to 1,000.
 *
 * What could cost more than linear time is refused: `*`, `+` and `{n,}`, a count on a choice, and two sets of open length that the next piece can continue with the same characters.
 *
 * @throws ConfigError `ERR_SHAPE` with the character at which the notation is wrong
 * @example parseShape('ghx_[A-Za-z0-9]{36}')
 */
export function parseShape(notation: string): readonly ShapePiece[] {
  let at = 0;

  const fault = (what: string, help?: string): never => {
    const detail = { code: 'ERR_SHAPE', ...(help === undefined ? {} : { help }) };
    throw new ConfigError(`the shape \`${notation}\` ${what} at character ${at + 1}`, detail);
  };

  const skip = (text: string): boolean => {
    if (!notation.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };

  const count = (): readonly [number, number] => {
    if (skip('?')) return [0, 1];
    if (notation[at] !== '{') return [1, 1];
    const bounds = /\{(\d{1,6})(?:,(\d{1,6}))?\}/y;
    bounds.lastIndex = at;
    const found = bounds.exec(notation);
    if (found === null) return fault('has no upper bound', 'write `{20,40}` or `{36}`');
    const least = Math.min(Number(found[1]), MOST);
    const most = Math.min(Number(found[2] ?? found[1]), MOST);
    if (most < least || most === 0) return fault('counts downwards');
    at = bounds.lastIndex;
    return [least, most];
  };

  const set = (): ShapePiece => {
    const end = notation.indexOf(']', at);
    const inside = notation.slice(at, end);
    const backwards = Array.from(inside.matchAll(/(.)-(.)/g)).some((range) => range[0] > `${range[2]}-${range[1]}`);
    if (end < 0 || !SET.test(inside) || backwards) return fault('has a set that is empty, open, negated or unclear');
    at = end + 1;
    const [least, most] = count();
    return { kind: 'set', set: inside, least, most };
  };

  const choice = (): ShapePiece => {
    const options = [sequence()];
    while (skip('|')) options.push(sequence());
    if (!skip(')')) fault('does not close a choice');
    if (options.some((option) => option.length === 0)) fault('has an empty choice', 'write `(a|b)?`');
    const optional = skip('?');
    if (notation[at] === '{') fault('counts a choice', 'write it out: a count around a count is not linear');
    return { kind: 'choice', options, optional };
  };

  function sequence(): readonly ShapePiece[] {
    const pieces: ShapePiece[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') pieces.push({ kind: 'text', text });
      text = '';
    };
    while (at < notation.length && notation[at] !== '|' && notation[at] !== ')') {
      if (skip('<uuid>')) {
        flush();
        pieces.push(...parseShape(UUID));
      } else if (skip('[')) {
        flush();
        pieces.push(set());
      } else if (skip('(')) {
        flush();
        pieces.push(choice());
      } else {
        const escaped = skip('\\');
        const char = notation[at] ?? fault('ends in a backslash');
        if (!escaped && '*+?{}]<>^'.includes(char))
          fault(`has a bare \`${char}\``, 'write a backslash before a character that stands for itself');
        text += char;
        at++;
      }
    }
    flush();
    return pieces;
  }

  const pieces = sequence();
  if (at < notation.length) fault('closes what was not opened');
  if (pieces[0] === undefined) fault('is empty');
  if (ambiguities(pieces) > 1) fault('leaves the length open in two places', 'put a character between them that neither set has');
  return pieces;
}

/** Compiles a shape into a sticky regular expression, which matches it at `lastIndex` only. */
export function compileShape(notation: string): RegExp {
  return new RegExp(shapeSource(notation), 'y');
}

/** Compiles a shape into the source of a regular expression, to be part of a longer one. */
export function shapeSource(notation: string): string {
  return source(parseShape(notation));
}

function source(pieces: readonly ShapePiece[]): string {
  return pieces.map(pieceSource).join('');
}

function pieceSource(piece: ShapePiece): string {
  if (piece.kind === 'text') return piece.text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (piece.kind === 'choice') return `(?:${piece.options.map(source).join('|')})${piece.optional ? '?' : ''}`;
  return `[${piece.set}]{${piece.least},${piece.most}}`;
}
