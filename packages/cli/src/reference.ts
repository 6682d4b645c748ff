/** The reference page of the command line, made from the commands as data. */

import type { CommandSpec } from './command.ts';
import { COMMANDS, GROUPS } from './commands/index.ts';
import { EXIT_CODES, program } from './program.ts';

const PROGRAM = { commands: COMMANDS, groups: GROUPS };

/** Markdown of the whole page. */
export function cliReference(): string {
  const sections = COMMANDS.map(
    (spec) =>
      `## ${spec.name}\n\n${spec.description}\n\n${usageOf(spec)}\n\n${optionTable(spec)}${examplesOf(spec)}\n\n${exitTable(spec.exits)}`,
  );
  return `# Command line\n\n${program(PROGRAM).description()}\n\n${exitTable(EXIT_CODES)}\n\nColour is used only on a terminal, and never with \`NO_COLOR\`. Answers go to stdout, everything else that is said goes to stderr.\n\n${sections.join('\n\n')}\n`;
}

function usageOf(spec: CommandSpec): string {
  const command = spec.name
    .split(' ')
    .reduce((at, word) => at.commands.find((child) => child.name() === word) ?? at, program(PROGRAM));
  return `\`\`\`\nleasehold ${spec.name} ${command.usage()}\n\`\`\``;
}

function optionTable(spec: CommandSpec): string {
  const rows = [
    ...spec.arguments.map(({ name, description }) => [`\`${name}\``, description, '']),
    ...spec.options.map((option) => [
      `\`${option.flags}\``,
      `${option.description}${option.choices ? `: ${option.choices.map((choice) => `\`${choice}\``).join(', ')}` : ''}`,
      option.default === undefined ? '' : `\`${option.default}\``,
    ]),
  ];
  if (rows.length === 0) return '';
  const lines = rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  return `| | | default |\n|---|---|---|\n${lines.join('\n')}\n\n`;
}

function examplesOf(spec: CommandSpec): string {
  return `\`\`\`sh\n${spec.examples.map(({ command, what }) => `# ${what}\n${command}`).join('\n\n')}\n\`\`\``;
}

function exitTable(exits: Readonly<Record<string, string>>): string {
  return `| exit code | |\n|---|---|\n${Object.entries(exits)
    .map(([code, meaning]) => `| ${code} | ${meaning} |`)
    .join('\n')}`;
}
