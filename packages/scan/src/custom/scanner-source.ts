/** Where a scan reads custom rules: data, so that it can be sent to a worker. */

import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '@leasehold/core';
import { topAround } from '../repository.ts';

/** Where the custom rules of a scanner lie; can be cloned to a worker, which reads them itself. */
export interface ScannerSource {
  /** Folder or file of custom rules, absolute; there are none when it is left out. */
  readonly rulesFolder?: string;
  /** The same as messages show it; `rulesFolder` when left out. */
  readonly rulesShown?: string;
}

/** Default folder of custom rules, from the top of the repository. */
export const RULES_FOLDER = '.leasehold/rules';

/** Names of files of custom rules. */
export const RULE_FILE: RegExp = /^[^.].*\.ya?ml$/i;

const NONE: ScannerSource = Object.freeze({});

/**
 * Finds the custom rules of a scan, without reading them.
 *
 * @param request - `cwd` absolute, with links resolved; `rules` as a person wrote it, relative to `cwd`, or left out for {@link RULES_FOLDER} of the repository
 * @throws ConfigError `ERR_RULES_FOLDER` when `rules` names what is not there, or {@link RULES_FOLDER} is a link
 */
export function scannerSource({ cwd, rules }: { readonly cwd: string; readonly rules?: string | undefined }): ScannerSource {
  if (rules !== undefined) {
    const rulesFolder = resolve(cwd, rules);
    if (!existsSync(rulesFolder) || (statSync(rulesFolder).isDirectory() && !hasRules(rulesFolder))) {
      throw new ConfigError(`there are no rules at \`${rules}\``, {
        code: 'ERR_RULES_FOLDER',
        help: 'name a file of rules, or a folder with files that end in `.yml`; it counts from the current folder',
      });
    }
    return { rulesFolder, rulesShown: rules };
  }
  const top = topAround(cwd);
  const rulesFolder = `${top}/${RULES_FOLDER}`;
  if (!hasRules(rulesFolder)) return NONE;
  // Messages quote what is wrong in a rule, and a link could make them quote any file of the machine.
  if (realpathSync.native(rulesFolder) !== realpathSync.native(top) + join('/', RULES_FOLDER)) {
    throw new ConfigError(`\`${RULES_FOLDER}\` is a link that leads elsewhere`, {
      code: 'ERR_RULES_FOLDER',
      help: 'put the rules there themselves, or name the folder with `--rules`',
    });
  }
  return { rulesFolder, rulesShown: RULES_FOLDER };
}

/** Tells whether a folder holds rules; one that cannot be listed may, which fails when they are read. */
function hasRules(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => RULE_FILE.test(name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}
