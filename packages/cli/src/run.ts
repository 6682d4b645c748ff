/** One call of the command line: words in, exit code out. */

import { LINT_COMMANDS } from './commands/lint-commands.ts';
import { exitCodeOf } from './exit.ts';
import { plainCall } from './plain-call.ts';
import type { Commands } from './program.ts';
import { openShell, type ProcessLike } from './shell.ts';

/**
 * Runs the command that the words name.
 *
 * @param words - without the names of node and of the script
 * @returns the exit code; everything that went wrong is already told
 */
export async function run(words: readonly string[], from: ProcessLike): Promise<number> {
  const shell = openShell(from);
  try {
    const known = await commandsFor(words);
    const plain = plainCall(words, known.commands);
    if (plain !== undefined) return await plain.spec.run(plain.input, shell);
    const { checkedCall } = await import('./checked-call.ts');
    return await checkedCall(words, known, shell);
  } catch (error) {
    const { printFailure } = await import('./failure.ts');
    printFailure(error, shell.err);
    return exitCodeOf(error);
  }
}

/** The commands that may be meant. A hook runs lint on every commit, and the commands of leases take as long to load as lint takes. */
async function commandsFor(words: readonly string[]): Promise<Commands> {
  if (words[0] === 'lint') return { commands: LINT_COMMANDS };
  const { COMMANDS, GROUPS } = await import('./commands/index.ts');
  return { commands: COMMANDS, groups: GROUPS };
}
