/** `leasehold lint import`: what another scanner was told to ignore. */

import type { CommandSpec } from '../command.ts';

/** Adds entries to the allow list for what other scanners ignore. */
export const lintImport: CommandSpec = {
  name: 'lint import',
  summary: 'take over what another scanner was told to ignore',
  description:
    'Reads a `.gitleaksignore`, a `.secrets.baseline` of detect-secrets, or a JSON report of gitleaks or betterleaks that serves as a baseline, looks for each secret where it stood, in the commit too where one is named, and adds an entry to `.leasehold/allow.jsonl` for what is found there. With `--comments` it looks for comments such as `gitleaks:allow`, `trufflehog:ignore` or `pragma: allowlist secret` instead. It says of each entry whether it was imported, is gone, or is nothing that lint finds.',
  arguments: [
    {
      name: '[paths...]',
      description:
        'the lists; ".gitleaksignore" and ".secrets.baseline" when none is given. With --comments, the files and folders to look at',
    },
  ],
  options: [
    { flags: '--comments', description: 'take over comments in the files instead of lists' },
    { flags: '--reason <text>', description: 'why the secrets may stay; else it says where the entry came from' },
    { flags: '--owner <owner>', description: 'who answers for them' },
    { flags: '--expires <date>', description: 'the last day on which they are allowed, such as 2027-03-31' },
    { flags: '--dry-run', description: 'say what would be imported, and write nothing' },
  ],
  examples: [
    {
      command: 'leasehold lint import .gitleaksignore --owner @acme/web --expires 2027-03-31',
      what: 'with an owner and a last day',
    },
    { command: 'leasehold lint import --comments src --dry-run', what: 'what the comments of other scanners allow' },
  ],
  exits: {
    0: 'everything that is found is imported, or was allowed already',
    2: 'a list cannot be read, or the command line or the allow list is wrong',
  },
  run: async (input, shell) => {
    const { runImport } = await import('../import/run-import.ts');
    return runImport(input, shell);
  },
};
