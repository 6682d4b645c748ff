/** `leasehold hook install`: let git run lint before each commit. */

import type { CommandSpec } from '../command.ts';

/** Writes the hook, or takes it away. */
export const hookInstall: CommandSpec = {
  name: 'hook install',
  summary: 'let git run lint on what is staged before each commit',
  description:
    'Writes a `pre-commit` hook that runs `leasehold lint --staged`, so that a secret is stopped before it is in the history. The hook goes where git looks for it, with `core.hooksPath` and in linked working trees too. A hook that is there already is kept. Where husky, lefthook or pre-commit is in charge, nothing is written and it is said what to add to its configuration.',
  arguments: [],
  options: [
    { flags: '--force', description: 'keep a hook that is there and let it run first; write although a framework is in charge' },
    { flags: '--uninstall', description: 'take away what was written, and put back the hook that was there before' },
  ],
  examples: [
    { command: 'leasehold hook install', what: 'in the repository of the current folder' },
    { command: 'leasehold hook install --uninstall', what: 'as it was before' },
  ],
  exits: {
    0: 'the hook is there, or was there already; with `--uninstall`, it is gone',
    2: 'nothing was written: there is no repository with a working tree, or something else is in charge of its hooks',
  },
  run: async (input, shell) => {
    const { installHook } = await import('../hook/install-hook.ts');
    return installHook(input, shell);
  },
};
