/** The parts and ports of a process that holds its lease itself. */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log, Platform, Ports } from '@leasehold/core';
import type { LeaseParts } from '@leasehold/lease';
import { readIdToken } from '@leasehold/oidc';
import { detectPlatform, nodeHttp, nodePorts, type Terminal, terminal } from '@leasehold/platforms';
import { ledgerLine } from '@leasehold/report';
import type { Shell } from '../shell.ts';
import { maskOn } from './mask.ts';
import { memoryFolders } from './memory-folder.ts';

/** Everything that acquiring and releasing need, and the variables that were delivered. */
export interface Wiring {
  readonly parts: LeaseParts;
  readonly ports: Ports;
  readonly exported: Terminal['exported'];
  /** Whether there is anything to get an ID token from. */
  readonly hasIdentity: boolean;
}

/** Where the identity is read from and the ledger is written to, when it was said. */
export interface WiringOptions {
  readonly idTokenFile: string | undefined;
  readonly ledgerFile: string | undefined;
}

/** Wires a process. */
export function wire(options: WiringOptions, shell: Shell): Wiring {
  const ports = nodePorts({ http: nodeHttp(shell.env), log: shellLog(shell) });
  const detected = detectPlatform(shell.env, ports);
  const within: Platform | undefined = detected && { ...detected, mask: maskOn(shell.err) };
  const idTokenFile = options.idTokenFile ?? shell.env.LEASEHOLD_ID_TOKEN_FILE;
  const own = terminal(
    shell.env,
    {
      within,
      idTokenFile,
      temp: shell.env.RUNNER_TEMP ?? tmpdir(),
      ledgerFile: options.ledgerFile ?? shell.env.LEASEHOLD_LEDGER_FILE ?? defaultLedger(shell.env),
    },
    ports,
  );
  return {
    ports,
    exported: own.exported,
    hasIdentity: within !== undefined || idTokenFile !== undefined,
    parts: { platform: { ...own, folder: memoryFolders() }, readIdToken, ledgerLine },
  };
}

/** In a CI job beside the ledger of its lease steps, else where programs of this user keep their state. */
function defaultLedger(env: Shell['env']): string {
  if (env.RUNNER_TEMP) return join(env.RUNNER_TEMP, 'leasehold-ledger.jsonl');
  const state = env.XDG_STATE_HOME ?? (env.HOME ? join(env.HOME, '.local', 'state') : tmpdir());
  return join(state, 'leasehold', 'ledger.jsonl');
}

/** Lines for a person, on stderr: stdout belongs to the command. */
function shellLog({ env, err }: Shell): Log {
  const debugging = env.RUNNER_DEBUG === '1' || env.LEASEHOLD_DEBUG === '1';
  return {
    debug: (line) => (debugging ? err.line(err.paint('dim', `leasehold: ${line}`)) : undefined),
    info: (line) => err.line(`leasehold: ${line}`),
    notice: (line) => err.line(`leasehold: ${line}`),
    warning: (line) => err.line(`leasehold: ${err.paint('yellow', 'warning:')} ${line}`),
    error: (line) => err.line(`leasehold: ${err.paint('red', 'error:')} ${line}`),
  };
}
