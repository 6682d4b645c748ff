import {
  ConfigError,
  DeniedError
} from "./chunk-UWWLZZC2.js";

// packages/cli/src/exit.ts
var EXIT = {
  /** All is as it should be. */
  clean: 0,
  /** Findings, or a no. */
  denied: 1,
  /** The command line, the configuration or the policy file is wrong. */
  usage: 2,
  /** The other side failed, or we did. */
  failed: 3
};
var EXIT_COMMAND_NOT_FOUND = 127;
var EXIT_COMMAND_NOT_RUNNABLE = 126;
var EXIT_SIGNAL_BASE = 128;
function exitCodeOf(error) {
  if (error instanceof DeniedError) return EXIT.denied;
  if (error instanceof ConfigError) return EXIT.usage;
  return EXIT.failed;
}

export {
  EXIT,
  EXIT_COMMAND_NOT_FOUND,
  EXIT_COMMAND_NOT_RUNNABLE,
  EXIT_SIGNAL_BASE,
  exitCodeOf
};
