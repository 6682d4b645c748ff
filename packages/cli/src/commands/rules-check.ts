/** `leasehold rules check`: are these custom rules right, and do they find what they are meant to? */

import { type CommandSpec, FORMAT_OPTION } from '../command.ts';

/** Checks custom rules and tries them on their examples. */
export const rulesCheck: CommandSpec = {
  name: 'rules check',
  summary: 'check custom rules of lint, and try them on their examples',
  description:
    'Reads the custom rules of lint and tells every mistake with file, line and column: unknown keys, patterns that could take more than linear time or that do not begin with their anchor, ids that are taken. When all of them are right, each rule is tried on its examples among all the others, with the scanner that scans files: it must find every positive one and no negative one.',
  arguments: [{ name: '[paths...]', description: 'files and folders of rules (default: ".leasehold/rules" of the repository)' }],
  options: [FORMAT_OPTION],
  examples: [
    { command: 'leasehold rules check', what: 'the rules that lint uses here' },
    { command: 'leasehold rules check acme.yml --format json', what: 'one file, for a machine' },
  ],
  exits: {
    0: 'every rule is right and does what its examples say',
    1: 'a rule misses a positive example, or finds a negative one',
    2: 'a rule is wrong, or a file cannot be read',
  },
  run: async (input, shell) => {
    const { printCheckedRules } = await import('../rules/print-checked-rules.ts');
    return printCheckedRules(input, shell);
  },
};
