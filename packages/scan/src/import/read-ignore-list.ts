/** Reads a file by which another scanner is told what to ignore, whichever of them it is. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ConfigError } from '@leasehold/core';
import { readGitleaksIgnore } from './gitleaks-ignore.ts';
import type { IgnoreList } from './ignored-secret.ts';
import { readLeaksReport } from './leaks-report.ts';
import { readSecretsBaseline } from './secrets-baseline.ts';

/** The files that are looked for when none is named. */
export const USUAL_IGNORE_LISTS = ['.gitleaksignore', '.secrets.baseline'] as const;

/**
 * Reads the file; what it is shows in what it holds.
 *
 * @param shown - how messages call it
 * @throws ConfigError (`ERR_IMPORT_FILE`) when it cannot be read, or is none of those that are known
 */
export function readIgnoreList(path: string, shown: string): IgnoreList {
  const name = basename(shown);
  const text = textOf(path, shown);
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') {
    const list = readGitleaksIgnore(text, name);
    if (list.secrets.length > 0 || list.unread.length === 0) return list;
    throw unknown(shown);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unknown(shown, cause);
  }
  if (Array.isArray(value)) return readLeaksReport(value, name);
  const { results } = value as { readonly results?: unknown };
  if (typeof results !== 'object' || results === null) throw unknown(shown);
  return readSecretsBaseline(results, name);
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const { code = 'unknown failure' } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${code}`;
    throw new ConfigError(`the file \`${shown}\` ${reason}`, {
      code: 'ERR_IMPORT_FILE',
      help: 'check the path; it counts from the current folder',
      cause,
    });
  }
}

function unknown(shown: string, cause?: unknown): ConfigError {
  return new ConfigError(`\`${shown}\` is no list of ignored secrets that is known here`, {
    code: 'ERR_IMPORT_FILE',
    help: 'name a `.gitleaksignore`, a `.secrets.baseline` of detect-secrets, or a JSON report of gitleaks or betterleaks',
    ...(cause === undefined ? {} : { cause }),
  });
}
