/** A process that holds its lease itself: what is delivered goes to one command, and to nothing beside it. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, type Platform, type Ports, Secret } from '@leasehold/core';
import { appendLine } from './append-line.ts';
import { privateFolder } from './private-folder.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where a terminal's identity and files come from. */
export interface TerminalOptions {
  /** The CI system that the process runs on, when it is one that mints tokens and masks logs. */
  readonly within: Platform | undefined;
  /** File with an ID token, as other CI systems write it; read anew for every exchange, and preferred when given. */
  readonly idTokenFile: string | undefined;
  /** Folder for private files. */
  readonly temp: string;
  readonly ledgerFile: string | undefined;
}

/** A terminal with what was delivered to it. */
export interface Terminal extends Platform {
  /** The variables for the command. */
  readonly exported: ReadonlyMap<string, string | undefined>;
}

/**
 * The platform of one process: its state lives in memory and its variables in {@link Terminal.exported}.
 *
 * @param env - the environment variables of the process
 */
export function terminal(env: Env, options: TerminalOptions, ports: Pick<Ports, 'random'>): Terminal {
  const { within } = options;
  const exported = new Map<string, string | undefined>();
  const state = new Map<string, string>();
  const run = Array.from(ports.random(5), (byte) => byte.toString(36).padStart(2, '0'))
    .join('')
    .slice(0, 10);
  return {
    id: 'terminal',
    title: 'terminal',
    exported,
    run: within?.run ?? { platform: 'lo', run, attempt: '1' },
    runUrl: within?.runUrl,
    idToken: (audience) => (within && !options.idTokenFile ? within.idToken(audience) : readToken(options.idTokenFile)),
    // Outside a CI system there is no log to mask in: the process prints no value, and the command's output is its own.
    mask: (value) => within?.mask(value),
    setOutput: () => undefined,
    exportVariable: (name, value) => void exported.set(name, value),
    variable: (name) => env[name],
    remember: (key, value) => void state.set(key, value),
    recall: (key) => state.get(key),
    summarize: () => Promise.resolve(),
    folder: (leaseId) => privateFolder(options.temp, leaseId),
    folders: () => Promise.resolve([]),
    record: async (line) => {
      const path = options.ledgerFile ?? join(options.temp, 'leasehold-ledger.jsonl');
      appendLine(path, line);
      return path;
    },
  };
}

async function readToken(path: string | undefined): Promise<Secret> {
  const help = 'give `--id-token-file FILE`, or set `LEASEHOLD_ID_TOKEN_FILE`, to a file with the ID token of this job';
  if (!path) throw new ConfigError('there is no ID token to lease with', { code: 'ERR_ID_TOKEN_PERMISSION', help });
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`the ID token file \`${path}\` cannot be read`, { code: 'ERR_ID_TOKEN_FILE', help, cause });
  });
  return new Secret(text.trim());
}
