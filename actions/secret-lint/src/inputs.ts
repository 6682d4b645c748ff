/** The inputs of one use of the action, read and validated before anything else happens. */

import { ConfigError, suggest, TIERS, type Tier } from '@leasehold/core';

/** What can be read; `auto` is decided by the event. */
export const MODES = ['auto', 'tree', 'range', 'pull-request', 'history'] as const;

/** One of them. */
export type Mode = (typeof MODES)[number];

/** Reads one input by its name; the empty string when it was not given. */
export type ReadInput = (name: string) => string;

/** What the author of the workflow asked for. */
export interface Inputs {
  /** Never empty. */
  readonly paths: readonly string[];
  readonly mode: Mode;
  readonly failOn: Tier;
  /** File or folder of custom rules. */
  readonly config: string | undefined;
  readonly archives: boolean;
  readonly sarifFile: string | undefined;
  readonly summary: boolean;
}

/**
 * Reads the inputs.
 *
 * @throws ConfigError `ERR_INPUT` naming the input and what to write
 */
export function readInputs(read: ReadInput): Inputs {
  const paths = read('paths')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const mode = oneOf('mode', read('mode').trim() || 'auto', MODES);
  const archives = truth(read, 'archives', 'false');
  if (archives && mode === 'history') {
    throw new ConfigError('the inputs `archives: true` and `mode: history` exclude each other', {
      code: 'ERR_INPUT',
      help: 'leave `archives` out: of a history no archive is looked into',
    });
  }
  return {
    paths: paths.length > 0 ? paths : ['.'],
    mode,
    config: read('config').trim() || undefined,
    archives,
    failOn: oneOf('fail-on', read('fail-on').trim() || 'prefixed', TIERS),
    sarifFile: read('sarif-file').trim() || undefined,
    summary: truth(read, 'summary', 'true'),
  };
}

function truth(read: ReadInput, name: string, otherwise: 'true' | 'false'): boolean {
  return oneOf(name, read(name).trim() || otherwise, ['true', 'false']) === 'true';
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((choice) => choice === value);
  if (found) return found;
  const near = suggest(value, allowed);
  throw new ConfigError(`\`${value}\` is not a value of the input \`${name}\``, {
    code: 'ERR_INPUT',
    help: near ? `did you mean \`${near}\`?` : `write one of ${allowed.map((choice) => `\`${choice}\``).join(', ')}`,
  });
}
