/** The allow list as a file of the repository. */

import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '@leasehold/core';
import type { AllowEntry, ListedEntry } from './allow-entry.ts';
import { parseAllowList, printAllowList } from './allow-list.ts';

/** Where it lies, from the top of the repository. */
export const ALLOW_FILE = '.leasehold/allow.jsonl';

/**
 * Reads the allow list; a file that is not there allows nothing.
 *
 * @param shown - how messages call it
 * @throws ConfigError `ERR_ALLOW_LIST` when it is wrong or cannot be read
 */
export function readAllowFile(path: string, shown: string = path): readonly ListedEntry[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new ConfigError(`the allow list \`${shown}\` cannot be read`, {
      code: 'ERR_ALLOW_LIST',
      help: 'let it be a file that may be read, or scan with `--no-allow-list`',
      cause: error,
    });
  }
  return parseAllowList(text, shown);
}

/**
 * Adds entries to the file and brings all of them into their order; whoever reads meanwhile sees the old file or the new one.
 *
 * One that allows the same secret in the same place gives way to the new one, so that to renew an entry leaves no expired one behind.
 */
export function addToAllowFile(path: string, entries: readonly AllowEntry[]): void {
  const fresh = new Set(entries.map(scopeOf));
  const text = printAllowList([...readAllowFile(path).filter((entry) => !fresh.has(scopeOf(entry))), ...entries]);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function scopeOf({ rule, hash, path }: AllowEntry): string {
  return JSON.stringify([rule, hash, path]);
}
