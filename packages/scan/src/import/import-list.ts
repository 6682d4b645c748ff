/** Makes entries of the allow list from what another scanner was told to ignore. */

import { fingerprint, type RawFinding } from '@leasehold/checks';
import type { AllowEntry } from '../allow-entry.ts';
import type { RoomyScanner } from '../open-scanner.ts';
import type { IgnoredSecret, IgnoreList } from './ignored-secret.ts';
import { newMatcher } from './match-ignored.ts';
import type { OldFiles } from './old-file.ts';

/** What is written into every entry. */
export interface ImportWish {
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
}

/** What became of one entry of the other list. */
export interface ImportedSecret {
  readonly entry: number;
  readonly path: string;
  /** The other scanner's name of what it is. */
  readonly kind: string;
  /** `gone`: the file, or what stood in it, is there no more; `unfound`: nothing is found there, so that nothing needs to be allowed; `unread`: the entry is not of its form. */
  readonly outcome: 'imported' | 'gone' | 'unfound' | 'unread';
  /** Somebody said that it is a secret indeed. */
  readonly real: boolean;
  readonly entries: readonly AllowEntry[];
}

/** Resolves every entry of a list. */
export function importList(
  list: IgnoreList,
  wish: ImportWish,
  scanner: RoomyScanner,
  files: OldFiles,
): readonly ImportedSecret[] {
  const unread = list.unread.map(
    (entry): ImportedSecret => ({ entry, path: '', kind: '', outcome: 'unread', real: false, entries: [] }),
  );
  // File by file, so that no more than one of them is held.
  const byFile = new Map<string, IgnoredSecret[]>();
  for (const secret of list.secrets) {
    const key = `${secret.commit ?? ''}:${secret.path}`;
    const same = byFile.get(key);
    if (same === undefined) byFile.set(key, [secret]);
    else same.push(secret);
  }
  const read = [...byFile.values()].flatMap((secrets) => {
    const [first] = secrets as [IgnoredSecret];
    const { path } = first;
    const bytes = files(first);
    const matches = bytes === undefined ? undefined : newMatcher(bytes, scanner.scan(bytes, path));
    return secrets.map((secret): ImportedSecret => {
      const about = { entry: secret.entry, path, kind: secret.kind, real: secret.audited === true };
      if (bytes === undefined || matches === undefined) return { ...about, outcome: 'gone', entries: [] };
      const matched = matches(secret);
      if (matched.length > 0) return { ...about, outcome: 'imported', entries: entriesOf(matched, list.name, secret, wish) };
      return { ...about, outcome: endsBefore(bytes, secret.line) ? 'gone' : 'unfound', entries: [] };
    });
  });
  return [...read, ...unread].sort((a, b) => a.entry - b.entry);
}

function entriesOf(found: readonly RawFinding[], name: string, secret: IgnoredSecret, wish: ImportWish): readonly AllowEntry[] {
  const usual = `imported from ${name}, as \`${secret.kind}\`${secret.audited === true ? ', where it is marked as a real secret' : ''}`;
  return found.map((raw) => entryOf(raw, wish, usual));
}

/**
 * The entry that allows a finding.
 *
 * @param usual - the reason, unless the wish has one
 */
export function entryOf({ rule, value }: RawFinding, { reason, owner, expires }: ImportWish, usual: string): AllowEntry {
  return {
    rule: rule.id,
    hash: fingerprint(rule.id, value),
    reason: reason ?? usual,
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function endsBefore(bytes: Uint8Array, line: number | undefined): boolean {
  if (line === undefined) return false;
  let lines = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && lines < line; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines < line;
}
