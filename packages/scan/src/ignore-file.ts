/** What a `.gitignore` says. */

import { type Pattern, type PatternList, patternList } from './pattern-list.ts';

/** True says ignored, false says not. */
export type IgnoreList = PatternList<boolean>;

/**
 * Reads a `.gitignore`, `.git/info/exclude` or the like.
 *
 * @param text - latin1, one character a byte
 * @returns undefined when it ignores nothing
 * @see https://git-scm.com/docs/gitignore
 */
export function readIgnoreFile(text: string): IgnoreList | undefined {
  const patterns: Pattern<boolean>[] = [];
  for (const line of text.replace(/^\xef\xbb\xbf/, '').split('\n')) {
    if (line.startsWith('#')) continue;
    const pattern = withoutTrailingSpaces(line.endsWith('\r') ? line.slice(0, -1) : line);
    const says = !pattern.startsWith('!');
    if (pattern !== '') patterns.push({ text: says ? pattern : pattern.slice(1), says });
  }
  return patternList(patterns);
}

/** Spaces at the end do not count, unless the first of them is escaped. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ') end--;
  if (end === line.length) return line;
  let slashes = 0;
  while (line[end - 1 - slashes] === '\\') slashes++;
  return line.slice(0, slashes % 2 === 1 ? end + 1 : end);
}
