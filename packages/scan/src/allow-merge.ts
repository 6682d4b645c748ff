/** Whether git merges the allow list as a union, so that two branches that each allow a secret do not clash. */

import { readFileSync } from 'node:fs';
import { ALLOW_FILE } from './allow-file.ts';

/** The line of `.gitattributes` that says so. */
export const MERGE_LINE: string = `${ALLOW_FILE} merge=union`;

/**
 * Tells whether the `.gitattributes` at the top says so; other files of attributes are not looked at.
 *
 * @param top - of the repository
 * @see https://git-scm.com/docs/gitattributes#Documentation/gitattributes.txt-union
 */
export function mergesAsUnion(top: string): boolean {
  let text: string;
  try {
    text = readFileSync(`${top}/.gitattributes`, 'utf8');
  } catch {
    return false;
  }
  return text.split('\n').some((line) => !line.startsWith('#') && line.includes('allow.jsonl') && /\bmerge=union\b/.test(line));
}
