/** Reads the baseline of detect-secrets: by file, the hash of each secret that it knew. */

import type { IgnoredSecret, IgnoreList } from './ignored-secret.ts';

/**
 * Reads a `.secrets.baseline` that was parsed as JSON.
 *
 * @see https://github.com/Yelp/detect-secrets#baseline-file
 */
export function readSecretsBaseline(results: object, name: string): IgnoreList {
  const secrets: IgnoredSecret[] = [];
  const unread: number[] = [];
  let entry = 0;
  for (const [path, list] of Object.entries(results)) {
    for (const item of Array.isArray(list) ? (list as readonly unknown[]) : [list]) {
      entry++;
      const read = secretOf(item, path, entry);
      if (read === undefined) unread.push(entry);
      else secrets.push(read);
    }
  }
  return { name, secrets, unread };
}

function secretOf(item: unknown, path: string, entry: number): IgnoredSecret | undefined {
  const { hashed_secret: sha1, line_number: line, is_secret: audited, type } = Object(item) as Readonly<Record<string, unknown>>;
  if (typeof sha1 !== 'string' || !/^[0-9a-f]{40}$/i.test(sha1)) return undefined;
  return {
    entry,
    path: path.replaceAll('\\', '/'),
    sha1: sha1.toLowerCase(),
    ...(Number.isInteger(line) && (line as number) > 0 ? { line: line as number } : {}),
    kind: typeof type === 'string' ? type : 'secret',
    ...(typeof audited === 'boolean' ? { audited } : {}),
  };
}
