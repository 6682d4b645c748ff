/** How long a match of a pattern can be, read off its source, so that a shape is matched against exactly the bytes it can use. */

import { InternalError } from '@leasehold/core';

/** Numbers of characters. */
export interface Extent {
  readonly least: number;
  /** Lookaheads included: they read as far as this. */
  readonly most: number;
}

/**
 * Reads off the least and the greatest length of a match.
 *
 * @throws InternalError (`ERR_RULE_UNBOUNDED`) when there is no greatest length (`*`, `+`, `{n,}`) or the pattern has a backreference: such a shape does not run in linear time
 */
export function extentOf({ source }: Pick<RegExp, 'source'>): Extent {
  return alternatives({ source, at: 0 });
}

const NOTHING: Extent = { least: 0, most: 0 };
const ONE: Extent = { least: 1, most: 1 };

interface Reader {
  readonly source: string;
  at: number;
}

function alternatives(reader: Reader): Extent {
  let whole: Extent | undefined;
  let part = NOTHING;
  while (reader.at < reader.source.length) {
    const char = reader.source[reader.at] as string;
    if (char === ')') break;
    if (char === '|') {
      reader.at++;
      whole = either(whole, part);
      part = NOTHING;
      continue;
    }
    const atom = atomExtent(reader, char);
    const times = timesOf(reader);
    part = { least: part.least + atom.least * times.least, most: part.most + atom.most * times.most };
  }
  return either(whole, part);
}

function either(one: Extent | undefined, other: Extent): Extent {
  return one === undefined ? other : { least: Math.min(one.least, other.least), most: Math.max(one.most, other.most) };
}

function atomExtent(reader: Reader, char: string): Extent {
  const { source } = reader;
  if (char === '(') {
    const opening = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
    opening.lastIndex = reader.at;
    const head = opening.exec(source)?.[0] ?? '(';
    reader.at += head.length;
    const inner = alternatives(reader);
    reader.at++;
    if (head === '(?<=' || head === '(?<!') return NOTHING;
    return head === '(?=' || head === '(?!' ? { least: 0, most: inner.most } : inner;
  }
  if (char === '[') {
    reader.at++;
    while (reader.at < source.length && source[reader.at] !== ']') reader.at += source[reader.at] === '\\' ? 2 : 1;
    reader.at++;
    return ONE;
  }
  if (char === '\\') return escapeExtent(reader);
  reader.at++;
  return char === '^' || char === '$' ? NOTHING : ONE;
}

function escapeExtent(reader: Reader): Extent {
  const letter = reader.source[reader.at + 1] as string;
  if (letter === 'k' || (letter >= '1' && letter <= '9')) throw unbounded(reader, 'refers back to itself');
  reader.at += letter === 'x' ? 4 : letter === 'u' ? 6 : 2;
  return letter === 'b' || letter === 'B' ? NOTHING : ONE;
}

/** How often the atom before may be repeated. */
function timesOf(reader: Reader): Extent {
  const char = reader.source[reader.at];
  if (char === '*' || char === '+') throw unbounded(reader, `has \`${char}\` without a bound`);
  let times = ONE;
  if (char === '?') {
    reader.at++;
    times = { least: 0, most: 1 };
  } else {
    const counts = /\{(\d+)(?:(,)(\d*))?\}/y;
    counts.lastIndex = reader.at;
    const found = counts.exec(reader.source);
    if (found === null) return ONE;
    if (found[2] !== undefined && found[3] === '') throw unbounded(reader, `has \`${found[0]}\` without an upper bound`);
    times = { least: Number(found[1]), most: Number(found[3] ?? found[1]) };
    reader.at += found[0].length;
  }
  // A lazy quantifier takes no more than a greedy one.
  if (reader.source[reader.at] === '?') reader.at++;
  return times;
}

function unbounded(reader: Reader, what: string): InternalError {
  return new InternalError(`the shape \`${reader.source}\` ${what}`, { code: 'ERR_RULE_UNBOUNDED' });
}
