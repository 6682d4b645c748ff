/** The programs of others that are in charge of hooks, from the folder where `.ci/run` installs them. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Holds `bin` with what comes from PyPI and `node_modules` with what comes from npm. */
const FOLDER = process.env.LEASEHOLD_HOOK_TOOLS ?? '';

const inFolder = (path: string): string => join(FOLDER, path);

/** Where each is. */
export const HOOK_TOOLS: Readonly<Record<'preCommit' | 'husky' | 'lefthook', string>> = {
  preCommit: inFolder('bin/pre-commit'),
  husky: inFolder('node_modules/husky'),
  lefthook: inFolder('node_modules/lefthook'),
};

/** Packages beside them that they need. */
export const NODE_MODULES: string = inFolder('node_modules');

/** Whether this machine has them; with `LEASEHOLD_REAL=required` one that has not fails instead of skipping. */
export function hookToolsAvailable(): boolean {
  const missing = Object.values(HOOK_TOOLS).filter((path) => !existsSync(path));
  if (missing.length > 0 && process.env.LEASEHOLD_REAL === 'required') {
    throw new Error(`programs for hooks are required, in the folder that LEASEHOLD_HOOK_TOOLS names: no ${missing.join(', ')}`);
  }
  return missing.length === 0;
}
