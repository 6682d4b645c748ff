/** The command line as data, for the reference page that is generated from it. */

export type { ArgumentSpec, CommandSpec, ExampleSpec, OptionSpec } from './command.ts';
export { COMMANDS } from './commands/index.ts';
export { EXIT, exitCodeOf } from './exit.ts';
export { DESCRIPTION, EXIT_CODES, program } from './program.ts';
export { cliReference } from './reference.ts';
