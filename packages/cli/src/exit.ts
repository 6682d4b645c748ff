/** Exit codes, and the family of failure that each stands for. */

import { ConfigError, DeniedError } from '@leasehold/core';

/** What every exit code means; a command may say it more exactly in its own help. */
export const EXIT = {
  /** All is as it should be. */
  clean: 0,
  /** Findings, or a no. */
  denied: 1,
  /** The command line, the configuration or the policy file is wrong. */
  usage: 2,
  /** The other side failed, or we did. */
  failed: 3,
} as const;

/** Where the command of `exec` could not be found, as a shell says it. */
export const EXIT_COMMAND_NOT_FOUND = 127;

/** Where the command of `exec` could not be run, as a shell says it. */
export const EXIT_COMMAND_NOT_RUNNABLE = 126;

/** What a shell adds to a signal's number when a command dies of it. */
export const EXIT_SIGNAL_BASE = 128;

/** The exit code that follows from an error's family. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof DeniedError) return EXIT.denied;
  if (error instanceof ConfigError) return EXIT.usage;
  return EXIT.failed;
}
