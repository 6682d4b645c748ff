/** A command as data: the program, its help and its reference page are all made from it. */

import type { Input } from './input.ts';
import type { Shell } from './shell.ts';

/** One option of a command. */
export interface OptionSpec {
  /** As commander reads it: `--ttl <duration>`, `--format <format>`. */
  readonly flags: string;
  /** One sentence without a full stop. */
  readonly description: string;
  readonly default?: string;
  readonly choices?: readonly string[];
  /** May be given more than once; the value is then a list. */
  readonly repeatable?: boolean;
  /** Must be given. */
  readonly required?: boolean;
}

/** One positional argument: `<name>` when it must be given, `[name]` when it may. */
export interface ArgumentSpec {
  readonly name: string;
  readonly description: string;
}

/** One line of the examples, with what it is for. */
export interface ExampleSpec {
  readonly command: string;
  readonly what: string;
}

/** One command. Its `run` loads what it needs when it runs, so that help and completion stay quick. */
export interface CommandSpec {
  /** Words as they are typed, without `leasehold`: `policy check`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** One paragraph for the command's own help. */
  readonly description: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Options after which the first argument, if there is one, already belongs to the command line that is to be run; set only where a command line follows. */
  readonly commandAfter?: readonly string[];
  readonly examples: readonly ExampleSpec[];
  /** What each exit code means here, in one line. */
  readonly exits: Readonly<Record<string, string>>;
  /** @returns the exit code */
  run(input: Input, shell: Shell): Promise<number>;
}

/** The flag that every command with data for machines has. */
export const FORMAT_OPTION: OptionSpec = Object.freeze({
  flags: '--format <format>',
  description: 'how to print the answer',
  default: 'text',
  choices: ['text', 'json'],
});

/** The flag that names the policy file. */
export const FILE_OPTION: OptionSpec = Object.freeze({
  flags: '--file <path>',
  description: 'the policy file',
  default: '.github/leasehold.yml',
});
