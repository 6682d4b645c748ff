/** The commands, in the order in which help lists them: what a newcomer tries first, then what a policy's owner needs, then what a job runs; lint needs nothing of them. */

import type { CommandSpec } from '../command.ts';
import { doctor } from './doctor.ts';
import { exec } from './exec.ts';
import { hookInstall } from './hook-install.ts';
import { LINT_COMMANDS } from './lint-commands.ts';
import { policyCheck } from './policy-check.ts';
import { policyExplain } from './policy-explain.ts';
import { rulesCheck } from './rules-check.ts';
import { trustAws } from './trust-aws.ts';
import { tryOut } from './try.ts';

/** Every command. */
export const COMMANDS: readonly CommandSpec[] = [
  tryOut,
  policyCheck,
  policyExplain,
  trustAws,
  doctor,
  exec,
  ...LINT_COMMANDS,
  rulesCheck,
  hookInstall,
];

/** What the commands of two words have in common, by their first. */
export const GROUPS: Readonly<Record<string, string>> = {
  hook: 'let git run lint before each commit',
  policy: 'check a policy file, or explain what it answers',
  rules: 'check rules of lint that are your own',
  trust: 'print what a grant needs on the side of a provider',
};
