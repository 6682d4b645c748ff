/** Reads a JSON report of gitleaks or betterleaks that was used as a baseline. */

import { createHash } from 'node:crypto';
import type { IgnoredSecret, IgnoreList } from './ignored-secret.ts';

/**
 * Reads a report that was parsed as JSON. Its values are hashed at once, and not kept; one that was redacted is looked for by its place.
 *
 * @see https://github.com/gitleaks/gitleaks#creating-a-baseline
 */
export function readLeaksReport(items: readonly unknown[], name: string): IgnoreList {
  const secrets: IgnoredSecret[] = [];
  const unread: number[] = [];
  for (const [index, item] of items.entries()) {
    const read = secretOf(item, index + 1);
    if (read === undefined) unread.push(index + 1);
    else secrets.push(read);
  }
  return { name, secrets, unread };
}

function secretOf(item: unknown, entry: number): IgnoredSecret | undefined {
  const { RuleID, File, StartLine, EndLine, Commit, Secret } = Object(item) as Readonly<Record<string, unknown>>;
  if (typeof File !== 'string' || File === '' || typeof RuleID !== 'string') return undefined;
  return {
    entry,
    path: File.replaceAll('\\', '/'),
    ...(typeof Commit === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(Commit) ? { commit: Commit } : {}),
    ...(isLine(StartLine) ? { line: StartLine } : {}),
    ...(isLine(EndLine) ? { endLine: EndLine } : {}),
    ...(typeof Secret === 'string' && isWhole(Secret) ? { sha1: createHash('sha1').update(Secret).digest('hex') } : {}),
    kind: RuleID,
  };
}

function isLine(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0;
}

/** Not one that was taken out of the report, wholly or in part. */
function isWhole(secret: string): boolean {
  return secret !== '' && !/^REDACTED$|\.\.\.$/.test(secret);
}
