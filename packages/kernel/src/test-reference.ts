/** The kernel's anchors once more, slowly and one by one, as what the fast one is measured against. */

import { ARMOR, AUTHORITY, STEMS } from './anchors.ts';
import { ANCHORS, type Spot } from './kernel.ts';

/** Everything that a kernel must find in a text of one character a byte. */
export function referenceSpots(text: string, prefixes: readonly string[]): readonly Spot[] {
  const spots = [
    ...runs(text),
    ...places(text, ARMOR, 'armor'),
    ...userinfos(text),
    ...assignments(text),
    ...places(text, prefixes, 'prefix'),
  ];
  return escapesLast([...spots, ...escapes(text)]);
}

/** Spots in order, and behind them the escapes, which a kernel tells late. */
function escapesLast(spots: readonly Spot[]): readonly Spot[] {
  const late = ({ anchor }: Spot): number => Number(anchor === 'escapes');
  return [...spots].sort(
    (a, b) => late(a) - late(b) || a.start - b.start || ANCHORS.indexOf(a.anchor) - ANCHORS.indexOf(b.anchor),
  );
}

function runs(text: string): Spot[] {
  return [...text.matchAll(/[A-Za-z0-9+/=_-]{16,}/g)]
    .filter(([run]) => /[0-9]/.test(run) || (run.length >= 24 && /[a-z]/.test(run) && /[A-Z]/.test(run)))
    .map(({ 0: run, index }) => ({ anchor: 'run', start: index, end: index + run.length }));
}

/** The longest of the literals at each place. */
function places(text: string, literals: readonly string[], anchor: 'armor' | 'prefix'): Spot[] {
  const longestFirst = [...literals].sort((a, b) => b.length - a.length);
  return [...text].flatMap((_, start) => {
    const literal = longestFirst.find((candidate) => text.startsWith(candidate, start));
    return literal === undefined ? [] : [{ anchor, start, end: start + literal.length }];
  });
}

/** `://`, then no white space or quote up to a `:` and an `@` within 256 bytes. */
function userinfos(text: string): Spot[] {
  return [...text.matchAll(/(?=:\/\/)/g)].flatMap(({ index: start }) => {
    const from = start + AUTHORITY.length;
    const window = [...text.slice(from, from + 256)];
    const stop = window.findIndex((char) => char <= ' ' || `"'\``.includes(char));
    const found = /^[^:]*:[^@]*@/.exec(window.slice(0, stop < 0 ? undefined : stop).join(''));
    return found === null ? [] : [{ anchor: 'userinfo' as const, start, end: from + found[0].length }];
  });
}

/** An operator with a stem that begins at most 40 bytes before it, and ends before it, on the same line. */
function assignments(text: string): Spot[] {
  return [...text.matchAll(/[=:]+>?/g)].flatMap(({ 0: operator, index: start }) => {
    const line = text.slice(text.slice(0, start).lastIndexOf('\n') + 1, start);
    const left = line.slice(-40).toLowerCase();
    const none = /^::>?$/.test(operator) || (operator === ':' && text.startsWith('//', start + 1));
    return none || !STEMS.some((stem) => left.includes(stem))
      ? []
      : [{ anchor: 'assignment' as const, start, end: start + operator.length }];
  });
}

/** One sign of a stretch: a token character, or an escape, of which the group is the code. */
const SIGN: RegExp = /[A-Za-z0-9+/=_-]|(?:%|\\{1,2}x|\\{1,2}u00)(2[1-9A-Fa-f]|[3-6][0-9A-Fa-f]|7[0-9A-Ea-e])/g;

/** Stretches of sixteen signs with six escapes of letters and digits in a row. */
function escapes(text: string): Spot[] {
  return [...text.matchAll(new RegExp(`(?:${SIGN.source})+`, 'g'))].flatMap(({ 0: stretch, index: start }) => {
    const signs = [...stretch.matchAll(SIGN)];
    let row: number[] = [];
    const rows = signs
      .filter(([, code]) => code !== undefined)
      .map(({ 1: code = '', index }) => {
        const goesOn = index - (row.at(-1) ?? index) <= 12;
        row = /^[A-Za-z0-9]$/.test(String.fromCharCode(Number.parseInt(code, 16))) ? [...(goesOn ? row : []), index] : [];
        return row.length;
      });
    const enough = signs.length >= 16 && Math.max(0, ...rows) >= 6;
    return enough ? [{ anchor: 'escapes' as const, start, end: start + stretch.length }] : [];
  });
}
