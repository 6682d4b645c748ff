/** The compact notation in which a credential's shape is written down, read into pieces and compiled into a sticky regular expression. */

import { ConfigError } from '@leasehold/core';
import { ambiguities } from './shape-ambiguity.ts';
import type { Piece } from './shape-piece.ts';

/** No credential of a fixed form is longer; a greater bound only costs time. */
const MOST = 1_000;
/** A range stays within digits, capitals or small letters, so that no sign slips in; a hyphen of its own stands last. */
const SET = /^(?:[0-9]-[0-9]|[A-Z]-[A-Z]|[a-z]-[a-z]|[^\\^[\]-])+-?$/;
/** How the UUID is written out. */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * Reads a shape.
 *
 * Everything stands for itself, the dot too, but: `[A-Za-z0-9_-]{36}` or `{20,40}` is that many of a set, one where nothing follows; `(a|b)` is a choice; `?` makes the set or choice before it optional; `<uuid>` is a UUID in small letters; a backslash takes its meaning from the sign behind it. Bounds above 1,000 are cut to 1,000.
 *
 * What could cost more than linear time is refused: `*`, `+` and `{n,}`, a count on a choice, and two places at which the length is open while the next piece goes on with the same characters.
 *
 * @throws ConfigError `ERR_SHAPE` with the place at which the notation is wrong
 * @example parseShape('ghx_[A-Za-z0-9]{36}')
 */
export function parseShape(notation: string): readonly Piece[] {
  let at = 0;

  const fault = (what: string, help?: string): never => {
    const detail = { code: 'ERR_SHAPE', ...(help === undefined ? {} : { help }) };
    throw new ConfigError(`the shape \`${notation}\` ${what} at character ${at + 1}`, detail);
  };

  const skip = (sign: string): boolean => {
    if (!notation.startsWith(sign, at)) return false;
    at += sign.length;
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

  const set = (): Piece => {
    const end = notation.indexOf(']', at);
    const inside = notation.slice(at, end);
    const backwards = Array.from(inside.matchAll(/(.)-(.)/g)).some((range) => range[0] > `${range[2]}-${range[1]}`);
    if (end < 0 || !SET.test(inside) || backwards) return fault('has a set that is empty, open, negated or unclear');
    at = end + 1;
    const [least, most] = count();
    return { kind: 'set', set: inside, least, most };
  };

  const choice = (): Piece => {
    const options = [sequence()];
    while (skip('|')) options.push(sequence());
    if (!skip(')')) fault('does not close a choice');
    if (options.some((option) => option.length === 0)) fault('has an empty choice', 'write `(a|b)?`');
    const optional = skip('?');
    if (notation[at] === '{') fault('counts a choice', 'write it out: a count around a count is not linear');
    return { kind: 'choice', options, optional };
  };

  function sequence(): readonly Piece[] {
    const pieces: Piece[] = [];
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
        const sign = notation[at] ?? fault('ends in a backslash');
        if (!escaped && '*+?{}]<>^'.includes(sign))
          fault(`has a bare \`${sign}\``, 'write a backslash before a sign that stands for itself');
        text += sign;
        at++;
      }
    }
    flush();
    return pieces;
  }

  const pieces = sequence();
  if (at < notation.length) fault('closes what was not opened');
  if (pieces[0] === undefined) fault('is empty');
  if (ambiguities(pieces) > 1) fault('leaves the length open in two places', 'put a sign between them that neither set has');
  return pieces;
}

/** Compiles a shape into the regular expression that finds it from `lastIndex` on. */
export function compileShape(notation: string): RegExp {
  return new RegExp(shapeSource(notation), 'y');
}

/** Writes a shape as a part of a regular expression. */
export function shapeSource(notation: string): string {
  return source(parseShape(notation));
}

function source(pieces: readonly Piece[]): string {
  return pieces.map(pieceSource).join('');
}

function pieceSource(piece: Piece): string {
  if (piece.kind === 'text') return piece.text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (piece.kind === 'choice') return `(?:${piece.options.map(source).join('|')})${piece.optional ? '?' : ''}`;
  return `[${piece.set}]{${piece.least},${piece.most}}`;
}
