/** One command, run with the variables of a lease in its own environment and nowhere else. */

import { spawn } from 'node:child_process';
import { EXIT_COMMAND_NOT_FOUND, EXIT_COMMAND_NOT_RUNNABLE } from '../exit.ts';
import { type HeldSignals, signalCode } from './signals.ts';

/** How a command came out. */
export interface ChildOutcome {
  /** Its exit code; 128 and the signal's number when it died of one; 126 or 127 when it could not be run. */
  readonly code: number;
  /** Set when it could not be run: node's code for why. */
  readonly unrunnable?: string;
}

/**
 * Runs a command to its end, with this process's streams as its own.
 *
 * @param words - the command and its arguments; no shell reads them
 * @param env - the whole environment of the command
 */
export function runChild(words: readonly string[], env: NodeJS.ProcessEnv, signals: HeldSignals): Promise<ChildOutcome> {
  const [command = '', ...args] = words;
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    const stop = signals.forwardTo(child);
    child.once('error', (error: NodeJS.ErrnoException) => {
      // Also told when a signal could not be delivered; then the command runs on, and its exit is what counts.
      if (child.pid !== undefined) return;
      stop();
      resolve({
        code: error.code === 'ENOENT' ? EXIT_COMMAND_NOT_FOUND : EXIT_COMMAND_NOT_RUNNABLE,
        unrunnable: error.code ?? error.name,
      });
    });
    child.once('exit', (code, signal) => {
      stop();
      resolve({ code: signal === null ? (code ?? 0) : signalCode(signal) });
    });
  });
}

/**
 * The environment of the command.
 *
 * @param delivered - variables of the lease; undefined takes one away
 */
export function childEnvironment(
  own: Readonly<Record<string, string | undefined>>,
  delivered: ReadonlyMap<string, string | undefined>,
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...own };
  for (const [name, value] of delivered) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  return env;
}
