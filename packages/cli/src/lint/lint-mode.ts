/** What `leasehold lint` is to look at, as the words of its call say. */

import { ConfigError } from '@leasehold/core';
import type { RangeListing } from '@leasehold/scan/listing';
import { flagOf, type Input, textOf } from '../input.ts';

/** One of the things that can be scanned. */
export type LintMode =
  | { readonly kind: 'files' | 'staged' | 'pr'; readonly paths: readonly string[] }
  | { readonly kind: 'range'; readonly range: string; readonly paths: readonly string[]; readonly listing?: RangeListing }
  | { readonly kind: 'stdin'; readonly path: string }
  | { readonly kind: 'history'; readonly repository: string | undefined };

/** The options that choose, in the order of the help. */
const CHOICES = ['stdin', 'staged', 'range', 'pr', 'history'] as const;
/** Those that paths would say nothing to. */
const WITHOUT_PATHS: readonly string[] = ['stdin', 'history'];

/** What standard input is called in the report. */
const STDIN = 'stdin';

/**
 * Reads what is to be scanned.
 *
 * @throws ConfigError `ERR_USAGE` when two options, or an option and paths, exclude each other
 */
export function lintMode(input: Input): LintMode {
  const paths = input.positional.filter((path) => path !== undefined);
  const chosen = CHOICES.filter((name) => flagOf(input, name) || textOf(input, name) !== undefined);
  const [first, second] = chosen;
  if (second !== undefined) throw excluded(`\`--${first}\` cannot be combined with \`--${second}\``, 'run lint once for each');
  if (first !== undefined && WITHOUT_PATHS.includes(first) && paths.length > 0) {
    throw excluded(`\`--${first}\` cannot be combined with paths`, HELP[first as keyof typeof HELP]);
  }
  if (first === 'history' && flagOf(input, 'archives')) {
    throw excluded(
      '`--history` cannot be combined with `--archives`',
      'archives are looked into in files, in what is staged and in ranges',
    );
  }
  const named = textOf(input, 'stdin-path') ?? STDIN;
  if (first !== 'stdin' && named !== STDIN) {
    throw excluded('`--stdin-path` names nothing without `--stdin`', 'add `--stdin`, or name the file as a path');
  }
  switch (first) {
    case undefined:
      return { kind: 'files', paths: paths.length > 0 ? paths : ['.'] };
    case 'stdin':
      return { kind: 'stdin', path: named };
    case 'range':
      return { kind: 'range', range: textOf(input, 'range') as string, paths };
    case 'history':
      return { kind: 'history', repository: textOf(input, 'history') };
    default:
      return { kind: first, paths };
  }
}

const HELP = {
  stdin: 'read files or standard input; `--stdin-path` names what standard input holds',
  history: 'the whole history is scanned, whatever its paths; `--history <repo>` names another repository',
} as const;

function excluded(message: string, help: string): ConfigError {
  return new ConfigError(message, { code: 'ERR_USAGE', help });
}
