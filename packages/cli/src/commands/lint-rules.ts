/** `leasehold lint rules`: what is looked for? */

import { type CommandSpec, FORMAT_OPTION } from '../command.ts';

/** Lists the rules. */
export const lintRules: CommandSpec = {
  name: 'lint rules',
  summary: 'list the rules of lint, or show one',
  description:
    'Lists every kind of secret that lint knows, with the id by which findings and allow lists name it; or shows one with its description, what to do about it, and where its vendor documents it.',
  arguments: [{ name: '[id]', description: 'the rule to show' }],
  options: [FORMAT_OPTION],
  examples: [
    { command: 'leasehold lint rules', what: 'every rule, one line each' },
    { command: 'leasehold lint rules --format json', what: 'every rule in full, for a machine' },
  ],
  exits: { 0: 'shown', 2: 'there is no rule of that id' },
  run: async (input, shell) => {
    const { showRules } = await import('../lint/show-rules.ts');
    return showRules(input, shell);
  },
};
