/** What `leasehold lint import` does: resolve what others ignore, write the entries, and tell what became of each. */

import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '@leasehold/core';
import { logLines } from '@leasehold/report';
import {
  ALLOW_FILE,
  addToAllowFile,
  allowFileOf,
  type ImportWish,
  importComments,
  importList,
  isExpired,
  oldFiles,
  openScanner,
  readAllowFile,
  readIgnoreList,
  readyRules,
  scannerSource,
  USUAL_IGNORE_LISTS,
} from '@leasehold/scan';
import { EXIT } from '../exit.ts';
import { flagOf, type Input, textOf } from '../input.ts';
import { suggestUnion, usableEntry } from '../lint/usable-entry.ts';
import type { Shell } from '../shell.ts';
import { commentLines, listLines, type Told } from './import-lines.ts';

/**
 * Imports.
 *
 * @throws ConfigError when a list, the allow list or an option is wrong
 */
export async function runImport(input: Input, shell: Shell): Promise<number> {
  const wish = wishOf(input);
  const cwd = realpathSync.native(process.cwd());
  const source = scannerSource({ cwd });
  await readyRules(source);
  const paths = input.positional.filter((path) => path !== undefined);
  const file = allowFileOf(cwd);
  const top = dirname(dirname(file));
  const scanner = openScanner(source);
  let told: Told;
  if (flagOf(input, 'comments')) told = commentLines(importComments(cwd, paths.length > 0 ? paths : ['.'], wish, scanner));
  else {
    const lists = listsOf(paths, cwd, top);
    const files = oldFiles(realpathSync.native(top), shell.env);
    told = listLines(lists.map(([path, shown]) => [shown, importList(readIgnoreList(path, shown), wish, scanner, files)]));
  }
  if (told.lines.length > 0) shell.out.line(logLines(told.lines));
  write(told, file, flagOf(input, 'dry-run'), shell);
  suggestUnion(top, shell.err);
  return EXIT.clean;
}

function write({ entries, summary }: Told, file: string, dry: boolean, { out }: Shell): void {
  const before = readAllowFile(file);
  // One secret may be known to several lists: the reason that stands there already stays, as long as it allows the secret everywhere.
  const standing = before.filter((entry) => entry.path === undefined && !isExpired(entry, Date.now()));
  const known = new Set(standing.map(({ rule, hash }) => `${rule} ${hash}`));
  const fresh = entries.filter(({ rule, hash }) => known.size < known.add(`${rule} ${hash}`).size);
  if (!dry && fresh.length > 0) addToAllowFile(file, fresh);
  const added = `${fresh.length} new ${fresh.length === 1 ? 'entry' : 'entries'}`;
  out.line(`${summary}; ${dry ? `${added} for` : `${added} in`} ${ALLOW_FILE}`);
}

function wishOf(input: Input): ImportWish {
  const options = (['reason', 'owner', 'expires'] as const).flatMap((name) => {
    const value = textOf(input, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const wish: ImportWish = Object.fromEntries(options);
  usableEntry({ rule: 'any', hash: '0'.repeat(32), reason: 'any', ...wish });
  return wish;
}

/** The lists that were named, or those that are where they usually are. */
function listsOf(paths: readonly string[], cwd: string, top: string): readonly (readonly [path: string, shown: string])[] {
  if (paths.length > 0) return paths.map((path) => [resolve(cwd, path), path]);
  const usual = USUAL_IGNORE_LISTS.map((name) => [join(top, name), name] as const).filter(([path]) => existsSync(path));
  if (usual.length > 0) return usual;
  throw new ConfigError('there is no list of ignored secrets here', {
    code: 'ERR_USAGE',
    help: 'name one, or use `--comments` for what stands in the files',
  });
}
