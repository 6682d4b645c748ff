/** What `leasehold lint allow` does: one more line in the allow list, checked before it is written. */

import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { type AllowEntry, addToAllowFile, allowFileOf, printAllowList, readAllowFile } from '@leasehold/scan';
import { EXIT } from '../exit.ts';
import { type Input, textOf } from '../input.ts';
import type { Shell } from '../shell.ts';
import { knownRule } from './show-rules.ts';
import { suggestUnion, usableEntry } from './usable-entry.ts';

/**
 * Adds the entry.
 *
 * @throws ConfigError when the rule is not known, a field is not of its form, or the list that is there cannot be read
 */
export async function addAllowEntry(input: Input, { out, err }: Shell): Promise<number> {
  const entry = await entryOf(input);
  const file = allowFileOf(realpathSync.native(process.cwd()));
  const known = readAllowFile(file);
  const [line = ''] = printAllowList([entry]).split('\n');
  if (printAllowList(known).split('\n').includes(line)) out.line(`${out.paint('green', 'there already')} in ${file}`);
  else {
    addToAllowFile(file, [entry]);
    out.line(`${out.paint('green', 'added')} to ${file}: ${line}`);
    suggestUnion(dirname(dirname(file)), err);
  }
  return EXIT.clean;
}

async function entryOf(input: Input): Promise<AllowEntry> {
  const optional = (['path', 'owner', 'expires'] as const).flatMap((name) => {
    const value = textOf(input, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return usableEntry({
    rule: (await knownRule(textOf(input, 'rule') ?? '')).rule.id,
    hash: input.positional[0] ?? '',
    reason: textOf(input, 'reason') ?? '',
    ...Object.fromEntries(optional),
  });
}
