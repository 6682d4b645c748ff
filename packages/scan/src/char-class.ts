/** Bracket expressions of git's patterns, over bytes. */

/** A set of bytes, 1 where a byte is in it. */
export type ByteSet = Uint8Array;

/** A bracket expression that was read; `next` is the offset behind its `]`. */
export interface CharClass {
  readonly set: ByteSet;
  readonly next: number;
}

const inRange = (from: string, to: string) => (byte: number) => byte >= from.charCodeAt(0) && byte <= to.charCodeAt(0);
const digit = inRange('0', '9');
const upper = inRange('A', 'Z');
const lower = inRange('a', 'z');
const alpha = (byte: number) => upper(byte) || lower(byte);
const graph = (byte: number) => byte > 32 && byte < 127;

const NAMED: Readonly<Record<string, (byte: number) => boolean>> = {
  alnum: (byte) => alpha(byte) || digit(byte),
  alpha,
  blank: (byte) => byte === 32 || byte === 9,
  cntrl: (byte) => byte < 32 || byte === 127,
  digit,
  graph,
  lower,
  print: (byte) => byte === 32 || graph(byte),
  punct: (byte) => graph(byte) && !alpha(byte) && !digit(byte),
  space: (byte) => byte === 32 || byte === 9 || byte === 10 || byte === 13,
  upper,
  xdigit: (byte) => digit(byte) || inRange('a', 'f')(byte) || inRange('A', 'F')(byte),
};

const SLASH = 47;

/**
 * Reads a bracket expression as git's wildmatch does: `!` or `^` negates, a `]` that comes first is literal, `\` escapes, ranges and `[:digit:]` names are known. A slash is never in the set.
 *
 * @param pattern - latin1, one character per byte
 * @param at - offset behind the `[`
 * @returns undefined when it is not closed or names an unknown class: git matches nothing by such a pattern
 */
export function readCharClass(pattern: string, at: number): CharClass | undefined {
  const set = new Uint8Array(256);
  let i = at;
  const negated = pattern[i] === '!' || pattern[i] === '^';
  if (negated) i++;
  let previous = -1;
  for (let first = true; first || pattern[i] !== ']'; first = false) {
    const char = pattern[i];
    if (char === undefined) return undefined;
    if (char === '-' && previous >= 0 && i + 1 < pattern.length && pattern[i + 1] !== ']') {
      i += pattern[i + 1] === '\\' ? 2 : 1;
      if (i >= pattern.length) return undefined;
      for (let byte = previous; byte <= pattern.charCodeAt(i); byte++) set[byte] = 1;
      previous = -1;
    } else if (char === '[' && pattern[i + 1] === ':') {
      const close = pattern.indexOf(']', i + 2);
      if (close < 0) return undefined;
      if (pattern[close - 1] === ':' && close - 1 >= i + 2) {
        const name = pattern.slice(i + 2, close - 1);
        const member = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
        if (member === undefined) return undefined;
        for (let byte = 0; byte < 256; byte++) if (member(byte)) set[byte] = 1;
        previous = -1;
        i = close;
      } else {
        set[pattern.charCodeAt(i)] = 1;
        previous = pattern.charCodeAt(i);
      }
    } else {
      if (char === '\\') i++;
      if (i >= pattern.length) return undefined;
      previous = pattern.charCodeAt(i);
      set[previous] = 1;
    }
    i++;
  }
  if (negated) for (let byte = 0; byte < 256; byte++) set[byte] = set[byte] ? 0 : 1;
  set[SLASH] = 0;
  return { set, next: i + 1 };
}
