/** Reads a `.gitleaksignore`: one fingerprint a line. */

import type { IgnoredSecret, IgnoreList } from './ignored-secret.ts';

/** `commit:file:rule:line` or `file:rule:line`; a file may have colons, the other parts have none. */
const FINGERPRINT = /^(?:([0-9a-f]{40}|[0-9a-f]{64}):)?(.+):([^:]+):(\d+)$/;

/**
 * Reads the list; empty lines and those that begin with `#` count for nothing.
 *
 * @see https://github.com/gitleaks/gitleaks#gitleaksignore
 */
export function readGitleaksIgnore(text: string, name: string): IgnoreList {
  const secrets: IgnoredSecret[] = [];
  const unread: number[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const source = raw.trim();
    if (source === '' || source.startsWith('#')) continue;
    const [, commit, path = '', kind = '', line] = FINGERPRINT.exec(source) ?? [];
    if (line === undefined || Number(line) === 0) unread.push(index + 1);
    else {
      const at = path.replaceAll('\\', '/');
      secrets.push({ entry: index + 1, path: at, ...(commit === undefined ? {} : { commit }), line: Number(line), kind });
    }
  }
  return { name, secrets, unread };
}
