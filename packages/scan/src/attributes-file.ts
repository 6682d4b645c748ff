/** What a `.gitattributes` says of files that nobody wrote by hand here. */

import { type Pattern, type PatternList, patternList } from './pattern-list.ts';

/** The attributes that keep a file from being scanned. */
export const SKIPPING = ['linguist-generated', 'linguist-vendored'] as const;
export type SkippingAttribute = (typeof SKIPPING)[number];

/** For each attribute its own list: true says set, false says unset or unspecified. */
export type AttributeLists = Readonly<Partial<Record<SkippingAttribute, PatternList<boolean>>>>;

/**
 * Reads a `.gitattributes`.
 *
 * Only {@link SKIPPING} are read: `binary` and `-text` files are scanned like any other. Macros that stand for these attributes are not expanded.
 *
 * @param text - latin1, one character a byte
 * @returns undefined when it says nothing of them
 * @see https://git-scm.com/docs/gitattributes
 */
export function readAttributesFile(text: string): AttributeLists | undefined {
  if (!text.includes('linguist-')) return undefined;
  const patterns: Partial<Record<SkippingAttribute, Pattern<boolean>[]>> = {};
  for (const line of text.replace(/^\xef\xbb\xbf/, '').split('\n')) {
    const [pattern, words] = splitLine(line);
    // A folder's attributes are not those of what lies in it, and a pattern cannot be negated.
    if (pattern === '' || pattern.startsWith('!') || pattern.startsWith('[attr]') || pattern.endsWith('/')) continue;
    for (const word of words) {
      const [, sign = '', name = '', value] = /^([-!]?)([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
      const attribute = SKIPPING.find((known) => known === name);
      if (attribute === undefined) continue;
      patterns[attribute] ??= [];
      patterns[attribute].push({ text: pattern, says: sign === '' && (value === undefined || value === 'true') });
    }
  }
  const lists: Partial<Record<SkippingAttribute, PatternList<boolean>>> = {};
  for (const attribute of SKIPPING) {
    const list = patternList(patterns[attribute] ?? []);
    if (list) lists[attribute] = list;
  }
  return Object.keys(lists).length > 0 ? lists : undefined;
}

function splitLine(line: string): readonly [pattern: string, words: readonly string[]] {
  const text = line.replace(/^[ \t\r]+/, '');
  if (text === '' || text.startsWith('#')) return ['', []];
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text);
  const [pattern, rest] = quoted ? [unquote(quoted[1] ?? ''), text.slice(quoted[0].length)] : cut(text);
  return [pattern, rest.split(/[ \t\r]+/).filter((word) => word !== '')];
}

function cut(text: string): readonly [string, string] {
  const space = text.search(/[ \t\r]/);
  return space < 0 ? [text, ''] : [text.slice(0, space), text.slice(space)];
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Undoes git's quoting of a pattern with spaces: C's escapes, octal ones with three digits. */
function unquote(text: string): string {
  return text.replace(/\\(?:([0-3][0-7]{2})|(.))/gs, (_all, octal: string | undefined, char: string) =>
    octal === undefined ? (ESCAPES[char] ?? char) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
