/** The commands of lint by themselves: a call of one of them loads nothing of leases. */

import type { CommandSpec } from '../command.ts';
import { lint } from './lint.ts';
import { lintAllow } from './lint-allow.ts';
import { lintImport } from './lint-import.ts';
import { lintRules } from './lint-rules.ts';

/** `lint` first, since the others stand below it. */
export const LINT_COMMANDS: readonly CommandSpec[] = [lint, lintRules, lintAllow, lintImport];
