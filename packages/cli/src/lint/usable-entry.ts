/** What the commands that write the allow list have in common: an entry is checked before it is written, and a merge of two lists is thought of. */

import { ConfigError, type Problem } from '@leasehold/core';
import { type AllowEntry, isExpired, MERGE_LINE, mergesAsUnion, parseAllowList, printAllowList } from '@leasehold/scan';
import type { Output } from '../shell.ts';

/**
 * Lets an entry through that the list could be read with, and that allows something today.
 *
 * @throws ConfigError `ERR_USAGE` naming the option that is wrong
 */
export function usableEntry(entry: AllowEntry): AllowEntry {
  const problem = problemOf(entry) ?? pastOf(entry);
  if (problem === undefined) return entry;
  throw new ConfigError(problem.message.replace('`hash`', 'the fingerprint'), {
    code: 'ERR_USAGE',
    ...(problem.help === undefined ? {} : { help: problem.help }),
  });
}

function pastOf(entry: AllowEntry): Pick<Problem, 'message' | 'help'> | undefined {
  if (!isExpired(entry, Date.now())) return undefined;
  return { message: '`expires` is a day that is over', help: 'name the last day on which it is allowed' };
}

/** What reading the list would say of the entry. */
function problemOf(entry: AllowEntry): Problem | undefined {
  try {
    parseAllowList(printAllowList([entry]), 'command line');
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError && error.problems[0]) return error.problems[0];
    throw error;
  }
}

/**
 * Says how two branches can each add entries, where git was not told.
 *
 * @param top - folder of the repository
 */
export function suggestUnion(top: string, err: Output): void {
  if (mergesAsUnion(top)) return;
  err.line(`to let two branches add entries without a conflict, add \`${MERGE_LINE}\` to .gitattributes`);
}
