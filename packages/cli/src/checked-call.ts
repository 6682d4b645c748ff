/** A call as commander judges it: help, and what is wrong with the words. */

import { ConfigError } from '@leasehold/core';
import { CommanderError } from 'commander';
import type { CommandSpec } from './command.ts';
import { splitCommandLine } from './command-line.ts';
import { EXIT } from './exit.ts';
import { type Commands, program } from './program.ts';
import type { Shell } from './shell.ts';

/** Commander's ways of saying that help was shown because it was asked for. */
const HELP_SHOWN = new Set(['commander.help', 'commander.helpDisplayed']);

/**
 * Runs the command that the words name, or shows help.
 *
 * @returns the exit code
 * @throws ConfigError `ERR_USAGE` when the words are not well-formed; what the command throws
 */
export async function checkedCall(words: readonly string[], known: Commands, shell: Shell): Promise<number> {
  const running = known.commands.find((spec) => spec.commandAfter && spec.name === words[0]);
  const { head, tail } = running ? splitCommandLine(running, words.slice(1)) : { head: words.slice(1), tail: [] };
  let code: number = EXIT.clean;
  const root = program(
    known,
    async (spec, input) => {
      code = await spec.run({ ...input, tail }, shell);
    },
    { out: (text) => shell.out.line(text.trimEnd()), err: (text) => shell.err.line(text.trimEnd()) },
  );
  try {
    await root.parseAsync([...words.slice(0, 1), ...head], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (HELP_SHOWN.has(error.code)) return helpWanted(words) ? EXIT.clean : EXIT.usage;
    throw usageError(error, words, known.commands);
  }
}

/** Whether help was asked for, rather than shown because the command was left out. */
function helpWanted(words: readonly string[]): boolean {
  return words[0] === 'help' || words.includes('--help') || words.includes('-h');
}

/** Says a refusal of commander in our form: the user's words in backticks, the suggestion as the next step. */
function usageError(error: CommanderError, words: readonly string[], commands: readonly CommandSpec[]): ConfigError {
  const [sentence = '', hint] = error.message.split('\n', 2);
  const guess = /^\(Did you mean (?:one of )?(.*)\?\)$/.exec(hint ?? '')?.[1];
  const command = commands.findLast((spec) => `${words.join(' ')} `.startsWith(`${spec.name} `));
  return new ConfigError(
    sentence
      .replace(/^error: /, '')
      .replace(/'([^']*)'/g, '`$1`')
      .replace(/\.$/, ''),
    {
      code: 'ERR_USAGE',
      help: guess
        ? `did you mean \`${guess}\`?`
        : `see \`${['leasehold', ...(command ? [command.name] : []), '--help'].join(' ')}\``,
    },
  );
}
