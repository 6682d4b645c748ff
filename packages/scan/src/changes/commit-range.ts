/** A range of commits as a person writes it. */

import { ConfigError } from '@leasehold/core';

/** A range; names are what git calls a revision. */
export interface CommitRange {
  /** The words by which git lists its commits. */
  readonly revisions: readonly string[];
  /** What the range is compared with. */
  readonly base: string;
  /** Whether it is compared with where the two parted, rather than with the base as it is now. */
  readonly parted: boolean;
  readonly end: string;
}

/**
 * Reads `A..B`, `A...B`, `A..`, `..B`, or the name of one commit.
 *
 * What git would take for an option is refused, as is what names more than a range.
 *
 * @throws ConfigError `ERR_LINT_RANGE`
 * @see https://git-scm.com/docs/gitrevisions
 */
export function parseCommitRange(text: string): CommitRange {
  const dots = /\.{2,3}/.exec(text);
  if (dots === null) {
    const commit = named(text, text);
    return { revisions: [`${commit}^!`], base: `${commit}^1`, parted: false, end: commit };
  }
  const base = named(text.slice(0, dots.index) || 'HEAD', text);
  const end = named(text.slice(dots.index + dots[0].length) || 'HEAD', text);
  // The commits of `A...B` that only A has are none that B brings.
  return { revisions: [`${base}..${end}`], base, parted: dots[0].length === 3, end };
}

/** Neither an option, nor an exclusion, nor several words, nor a path or a search. */
const REVISION = /^(?![-^.])[^\s\0:*?[\\]+$/;

function named(name: string, range: string): string {
  if (REVISION.test(name) && !name.includes('..')) return name;
  throw new ConfigError(`\`${range}\` is not a range of commits`, {
    code: 'ERR_LINT_RANGE',
    help: 'write it as `main..HEAD`, or name one commit',
  });
}
