/** The commander program, made from the commands as data. */

import { Argument, Command, Option } from 'commander';
import type { CommandSpec, OptionSpec } from './command.ts';
import type { Input } from './input.ts';

/** What happens when a command was typed and its words are well-formed. */
export type Execute = (spec: CommandSpec, options: Omit<Input, 'tail'>) => Promise<void>;

/** One sentence for the head of the help. */
export const DESCRIPTION =
  'Lease narrow, short-lived credentials with the OIDC token of a job, and prove that they are dead when the task ends.';

/** Says what the exit codes mean; every command says it for itself. */
export const EXIT_CODES: Readonly<Record<string, string>> = Object.freeze({
  0: 'clean',
  1: 'findings, or a no',
  2: 'the command line, the configuration or the policy file is wrong',
  3: 'the other side failed',
});

/**
 * Makes the program.
 *
 * Nothing is printed and nothing exits on its own: commander's refusals are thrown as CommanderError, help is written with the functions of `write`.
 *
 * @param commands - those that it knows; a command stands before those below it
 * @param execute - called with the command that was typed; left out, the program only describes itself
 */
export function program(
  { commands, groups = {} }: Commands,
  execute: Execute = async () => {},
  write: HelpWriters = {},
): Command {
  const root = prepare(new Command('leasehold'), write)
    .description(DESCRIPTION)
    .usage('<command> [options]')
    .helpCommand('help [command]', 'show the help of a command')
    // Else a command would take the options of those below it for its own.
    .enablePositionalOptions()
    .option('-V, --version', 'print the version and exit')
    .addHelpText('after', `\n${exitText(EXIT_CODES)}\n\nleasehold <command> --help shows options and examples.`);
  for (const spec of commands) {
    const words = spec.name.split(' ');
    const parent = words.length > 1 ? group(root, words[0] as string, groups, write) : root;
    parent.addCommand(commandOf(spec, words.at(-1) as string, execute, write));
  }
  return root;
}

/** What a program is made of. */
export interface Commands {
  readonly commands: readonly CommandSpec[];
  /** What the commands of two words have in common, by their first, where that is no command itself. */
  readonly groups?: Readonly<Record<string, string>>;
}

/** Where commander writes; left out, nowhere. */
export interface HelpWriters {
  readonly out?: (text: string) => void;
  readonly err?: (text: string) => void;
}

function prepare(command: Command, write: HelpWriters): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .configureHelp({ helpWidth: 100, showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => write.out?.(text),
      writeErr: (text) => write.err?.(text),
      // Refusals are thrown, and told by the one place that tells errors.
      outputError: () => {},
    });
}

/** The parent of commands of two words; made when the first of them is met, where it is no command itself. */
function group(root: Command, name: string, groups: Readonly<Record<string, string>>, write: HelpWriters): Command {
  const known = root.commands.find((command) => command.name() === name);
  if (known) return known.enablePositionalOptions();
  const made = prepare(new Command(name), write)
    .description(groups[name] ?? '')
    .usage('<command> [options]');
  root.addCommand(made);
  return made;
}

function commandOf(spec: CommandSpec, name: string, execute: Execute, write: HelpWriters): Command {
  const command = prepare(new Command(name), write).summary(spec.summary).description(spec.description);
  for (const { name: argument, description } of spec.arguments) command.addArgument(new Argument(argument, description));
  for (const option of spec.options) command.addOption(optionOf(option));
  if (spec.commandAfter) {
    command.usage([...spec.arguments.map((argument) => argument.name), '[options] [--] <command> [args...]'].join(' '));
  }
  command.allowExcessArguments(false).addHelpText('after', `\n${exampleText(spec)}\n\n${exitText(spec.exits)}`);
  command.action(async () => {
    const options = new Map<string, string | boolean | readonly string[]>();
    for (const option of command.options) {
      const value = command.getOptionValue(option.attributeName());
      // Commander keeps `--no-x` as the opposite of `x`; a name here means what it says.
      if (value !== undefined) options.set(option.name(), option.negate ? !value : value);
    }
    await execute(spec, { positional: command.processedArgs.flat(), options });
  });
  return command;
}

function optionOf(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.description);
  if (spec.choices) option.choices([...spec.choices]);
  if (spec.default !== undefined) option.default(spec.default);
  if (spec.required) option.makeOptionMandatory();
  if (spec.repeatable) option.argParser<readonly string[]>((value, previous) => [...(previous ?? []), value]);
  return option;
}

function exampleText(spec: CommandSpec): string {
  return ['Examples:', ...spec.examples.flatMap(({ command, what }) => [`  # ${what}`, `  $ ${command}`])].join('\n');
}

function exitText(exits: Readonly<Record<string, string>>): string {
  return ['Exit codes:', ...Object.entries(exits).map(([code, meaning]) => `  ${code.padEnd(5)} ${meaning}`)].join('\n');
}
