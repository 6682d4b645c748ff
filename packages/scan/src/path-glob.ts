/** Git's path patterns, matched in time that is at most the product of the two lengths, whatever the pattern. */

import { type ByteSet, readCharClass } from './char-class.ts';

/** Any run of bytes inside a segment. */
const STAR = -1;
/** Any one byte inside a segment. */
const ANY = -2;

/** A byte, {@link STAR}, {@link ANY}, or one of a set. */
type Token = number | ByteSet;

/** One segment between slashes; `**` stands for any number of segments. */
type Segment = readonly Token[] | '**';

/** A pattern that is ready to be matched. */
export interface PathGlob {
  /** Literal beginning, compared as it is; for many patterns the whole. */
  readonly prefix: string;
  /** What comes behind the prefix; undefined when nothing does. */
  readonly segments: readonly Segment[] | undefined;
}

const SPECIAL = /[*?[\\]/;

/**
 * Compiles a pattern of `.gitignore` or `.gitattributes`, without its `!`, its first and its last slash.
 *
 * As in git, the literal beginning is taken off first, and what remains is read as a pattern of its own: `**` is more than `*` where it stands between slashes or at an end of that.
 *
 * @param pattern - latin1, one character a byte
 * @returns undefined when the pattern can match nothing: a bracket that is not closed, a backslash at the end
 */
export function compilePathGlob(pattern: string): PathGlob | undefined {
  const literal = pattern.search(SPECIAL);
  if (literal < 0) return { prefix: pattern, segments: undefined };
  const segments: Segment[] = [];
  let segment: Token[] = [];
  const rest = pattern.slice(literal);
  const close = (): void => {
    segments.push(segment);
    segment = [];
  };
  for (let i = 0; i < rest.length; ) {
    const char = rest[i];
    if (char === '*') {
      let end = i;
      while (rest[end] === '*') end++;
      const bounded =
        (i === 0 || rest[i - 1] === '/') && (end === rest.length || rest[end] === '/' || rest.startsWith('\\/', end));
      if (end - i > 1 && bounded) {
        segments.push('**');
        if (end === rest.length) return { prefix: pattern.slice(0, literal), segments };
        // Before an escaped slash git lets it stand for one segment at the least.
        if (rest[end] !== '/') segments.push([STAR]);
        i = end + (rest[end] === '/' ? 1 : 2);
        continue;
      }
      segment.push(STAR);
      i = end;
    } else if (char === '[') {
      const found = readCharClass(rest, i + 1);
      if (found === undefined) return undefined;
      segment.push(found.set);
      i = found.next;
    } else {
      if (char === '\\' && ++i >= rest.length) return undefined;
      if (rest[i] === '/') close();
      else segment.push(char === '?' ? ANY : rest.charCodeAt(i));
      i++;
    }
  }
  close();
  return { prefix: pattern.slice(0, literal), segments };
}

/**
 * Tells whether a glob matches the whole of `path` from `from` on.
 *
 * @param path - latin1, one character a byte, slashes between segments
 */
export function matchesPathGlob(glob: PathGlob, path: string, from: number): boolean {
  const { prefix, segments } = glob;
  if (!path.startsWith(prefix, from)) return false;
  const start = from + prefix.length;
  return segments === undefined ? start === path.length : matchesSegments(segments, path, start);
}

/** As for stars inside a segment, only the latest `**` is ever widened: an earlier one cannot make a later mismatch good. */
function matchesSegments(segments: readonly Segment[], path: string, from: number): boolean {
  let s = 0;
  let at = from;
  let resumeSegment = -1;
  let resumeAt = 0;
  while (at <= path.length) {
    const segment = segments[s];
    if (segment === '**') {
      if (s === segments.length - 1) return true;
      resumeSegment = ++s;
      resumeAt = at;
      continue;
    }
    const slash = path.indexOf('/', at);
    const end = slash < 0 ? path.length : slash;
    if (segment !== undefined && matchesSegment(segment, path, at, end)) {
      s++;
      at = end + 1;
    } else if (resumeSegment >= 0) {
      const next = path.indexOf('/', resumeAt);
      if (next < 0) return false;
      s = resumeSegment;
      at = resumeAt = next + 1;
    } else {
      return false;
    }
  }
  return s === segments.length;
}

function matchesSegment(tokens: readonly Token[], text: string, from: number, to: number): boolean {
  let t = 0;
  let at = from;
  let star = -1;
  let resume = 0;
  while (at < to) {
    const token = tokens[t];
    if (token === STAR) {
      star = ++t;
      resume = at;
    } else if (token !== undefined && matchesByte(token, text.charCodeAt(at))) {
      t++;
      at++;
    } else if (star >= 0) {
      t = star;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (tokens[t] === STAR) t++;
  return t === tokens.length;
}

function matchesByte(token: Token, byte: number): boolean {
  return typeof token === 'number' ? token === byte || token === ANY : token[byte] === 1;
}
