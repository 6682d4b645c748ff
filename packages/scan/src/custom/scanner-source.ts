/** Where the rules of a scan come from besides the catalogue: data, so that it can be handed to a worker. */

import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '@leasehold/core';
import { bytePath, readable } from '../byte-path.ts';
import { repositoryAround } from '../repository.ts';

/** What a scanner is opened with; can be cloned. */
export interface ScannerSource {
  /** Folder or file of custom rules, absolute; there are none when it is left out. */
  readonly rulesFolder?: string;
  /** How messages call it; as it is when it is left out. */
  readonly rulesShown?: string;
}

/** Where custom rules lie unless somebody says otherwise, from the top of the repository. */
export const RULES_FOLDER = '.leasehold/rules';

/** Of a file of custom rules. */
export const RULE_FILE: RegExp = /^[^.].*\.ya?ml$/i;

const NONE: ScannerSource = Object.freeze({});

/**
 * Tells where the custom rules of a scan lie, without reading them.
 *
 * @param request - `cwd` absolute, with links followed; `rules` as a person wrote it, from there, or left out for {@link RULES_FOLDER} of the repository
 * @throws ConfigError `ERR_RULES_FOLDER` when `rules` names what is not there, or {@link RULES_FOLDER} is a link
 */
export function scannerSource({ cwd, rules }: { readonly cwd: string; readonly rules?: string | undefined }): ScannerSource {
  if (rules !== undefined) {
    const rulesFolder = resolve(cwd, rules);
    if (statSync(rulesFolder, { throwIfNoEntry: false }) === undefined) {
      throw new ConfigError(`there are no rules at \`${rules}\``, {
        code: 'ERR_RULES_FOLDER',
        help: 'name a file of rules, or a folder with files that end in `.yml`; it counts from the current folder',
      });
    }
    return { rulesFolder, rulesShown: rules };
  }
  const top = readable(repositoryAround(bytePath(cwd))?.top ?? bytePath(cwd));
  const rulesFolder = `${top}/${RULES_FOLDER}`;
  if (!hasRules(rulesFolder)) return NONE;
  // Messages quote what is wrong in a rule, and a link could make them quote files of others.
  if (realpathSync.native(rulesFolder) !== realpathSync.native(top) + join('/', RULES_FOLDER)) {
    throw new ConfigError(`\`${RULES_FOLDER}\` is a link that leads elsewhere`, {
      code: 'ERR_RULES_FOLDER',
      help: 'put the rules there themselves, or name the folder with `--rules`',
    });
  }
  return { rulesFolder, rulesShown: RULES_FOLDER };
}

/** A folder that cannot be listed may hold some: whoever reads them says so. */
function hasRules(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => RULE_FILE.test(name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}
