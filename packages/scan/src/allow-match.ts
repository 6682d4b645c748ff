/** What the allow list says of findings, and what the findings say of the list. */

import { posix } from 'node:path';
import { type Finding, globMatches } from '@leasehold/core';
import { isExpired, type ListedEntry } from './allow-entry.ts';

/** The findings that are left, and what became of the entries. */
export interface Allowed {
  readonly findings: readonly Finding[];
  /** How many were taken out. */
  readonly allowed: number;
  /** Entries that would have allowed something, or nothing, but for their last day. */
  readonly expired: readonly ListedEntry[];
  /** Entries in force that allowed nothing. */
  readonly unused: readonly ListedEntry[];
}

/**
 * Takes the allowed findings out.
 *
 * @param folder - that the findings' paths count from, seen from where the list's paths do: empty when that is the same, else with a slash at the end
 * @param now - milliseconds since the epoch
 */
export function applyAllowList(
  findings: readonly Finding[],
  entries: readonly ListedEntry[],
  folder: string,
  now: number,
): Allowed {
  const expired = entries.filter((entry) => isExpired(entry, now));
  const inForce = new Map<string, ListedEntry[]>();
  for (const entry of entries) {
    if (isExpired(entry, now)) continue;
    const key = keyOf(entry.rule, entry.hash);
    const same = inForce.get(key);
    if (same) same.push(entry);
    else inForce.set(key, [entry]);
  }
  const used = new Set<ListedEntry>();
  const left = findings.filter(({ ruleId, fingerprint, at }) => {
    const matching = (inForce.get(keyOf(ruleId, fingerprint)) ?? []).filter(
      ({ path }) => path === undefined || pathMatches(path, posix.normalize(folder + at.path)),
    );
    for (const entry of matching) used.add(entry);
    return matching.length === 0;
  });
  const unused = [...inForce.values()].flat().filter((entry) => !used.has(entry));
  return { findings: left, allowed: findings.length - left.length, expired, unused: unused.sort((a, b) => a.line - b.line) };
}

/** A glob of paths as people write them: from the top whether or not it says so, two stars and a slash for no folder as well, a folder for all that is in it. */
function pathMatches(glob: string, path: string): boolean {
  const fromTop = glob.replace(/^(?:\.?\/)+/, '');
  const whole = fromTop.endsWith('/') ? `${fromTop}*` : fromTop;
  return globMatches(whole, path) || (whole.startsWith('**/') && globMatches(whole.slice(3), path));
}

function keyOf(rule: string, hash: string): string {
  return `${rule} ${hash}`;
}
