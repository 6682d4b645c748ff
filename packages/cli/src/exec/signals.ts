/** The signals that would end this process, held back until the lease has ended. */

import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { isatty } from 'node:tty';
import { EXIT_SIGNAL_BASE } from '../exit.ts';

/** What a terminal, a CI system or a user sends to end a command. */
const HELD: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Signals caught for as long as a lease lives. */
export interface HeldSignals {
  /** The first that came, if one did. */
  readonly first: () => NodeJS.Signals | undefined;
  /** Sends what comes from now on to the command; returns a function that stops it. */
  readonly forwardTo: (child: Pick<ChildProcess, 'kill'>) => () => void;
  /** Lets signals end this process again. */
  readonly release: () => void;
}

/**
 * Catches SIGINT, SIGTERM and SIGHUP, however often they come.
 *
 * @param told - called at every signal that finds no command running
 */
export function holdSignals(told: (signal: NodeJS.Signals) => void): HeldSignals {
  let first: NodeJS.Signals | undefined;
  let child: Pick<ChildProcess, 'kill'> | undefined;
  const caught = (signal: NodeJS.Signals): void => {
    first ??= signal;
    if (child === undefined) told(signal);
    else if (!sentByTerminal(signal)) child.kill(signal);
  };
  for (const signal of HELD) process.on(signal, caught);
  return {
    first: () => first,
    forwardTo: (target) => {
      child = target;
      return () => {
        child = undefined;
      };
    },
    release: () => {
      for (const signal of HELD) process.off(signal, caught);
    },
  };
}

/** The exit code of a command that died of a signal, as shells count it. */
export function signalCode(signal: NodeJS.Signals): number {
  return EXIT_SIGNAL_BASE + constants.signals[signal];
}

/** Ctrl-C reaches the whole foreground group: forwarded, it would come twice, and tools such as terraform take the second as an order to drop everything. */
function sentByTerminal(signal: NodeJS.Signals): boolean {
  return signal === 'SIGINT' && [0, 1, 2].some((descriptor) => isatty(descriptor));
}
