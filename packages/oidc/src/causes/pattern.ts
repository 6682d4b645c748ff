/** Causes that lie in how a condition is written: its operator, its wildcard, its letters. */

import { globMatches, isGlob } from '@leasehold/core';
import { claimValues } from '../claim.ts';
import { type Cause, own, quoted, type TrustCase, wanted } from '../trust-case.ts';

interface Tried {
  readonly claim: string;
  readonly value: string;
  readonly actual: string;
  readonly source: string;
}

/** Every value of every failed condition beside the claim that it was compared with. */
function tried({ claims, comparison }: TrustCase, operator?: 'equals' | 'like'): readonly Tried[] {
  if (claims === undefined) return [];
  const failed =
    comparison?.nearest?.failed.filter(
      (condition) => !condition.negated && (operator ?? condition.operator) === condition.operator,
    ) ?? [];
  return failed.flatMap(({ claim, values, source }) =>
    claimValues(claims, claim).flatMap((actual) => values.map((value) => ({ claim, value, actual, source }))),
  );
}

/** An equality compares letter by letter: a star in it stands for a star. */
export const wildcardWithEquals: Cause = {
  id: 'wildcard-with-equals',
  applies: (trustCase) => {
    const found = tried(trustCase, 'equals').find(({ value }) => isGlob(value));
    return (
      found && {
        message: `\`${found.source}\` compares letter by letter, so the wildcard in \`${found.value}\` matches only itself`,
        help: `compare \`${found.claim}\` by pattern (on AWS: \`StringLike\`), or write the value in full`,
      }
    );
  },
};

/** Names on GitHub are the same in any case; conditions are not, and the token has the case in which the owner wrote the name. */
export const letterCase: Cause = {
  id: 'letter-case',
  applies: (trustCase) => {
    const found = tried(trustCase).find(
      ({ value, actual }) => !globMatches(value, actual) && globMatches(value.toLowerCase(), actual.toLowerCase()),
    );
    return (
      found && {
        message: `\`${found.claim}\` is \`${found.actual}\`, and the trust admits \`${found.value}\`: upper and lower case differ`,
        help: 'write the value as the token has it',
      }
    );
  },
};

/** A pattern must cover the whole value. */
export const wildcardTooNarrow: Cause = {
  id: 'wildcard-too-narrow',
  applies: (trustCase) => {
    const found = tried(trustCase).find(({ value, actual }) => !globMatches(value, actual) && globMatches(`${value}*`, actual));
    return (
      found && {
        message: `\`${found.claim}\` is \`${found.actual}\`, and \`${found.value}\` matches only its beginning`,
        help: `a pattern must cover the whole value: write what follows, \`${found.actual.slice(literalPrefix(found))}\`, or a pattern for it`,
      }
    );
  },
};

function literalPrefix({ value, actual }: Tried): number {
  let length = 0;
  while (length < value.length && value[length] === actual[length]) length++;
  return length;
}

/** A colon separates the parts of a subject, so that one inside a value is written `%3A`. See "OpenID Connect reference". */
export const encodedColon: Cause = {
  id: 'encoded-colon',
  applies: (trustCase) => {
    const subject = own(trustCase, 'sub');
    if (subject?.includes('%3A') !== true) return undefined;
    const decoded = subject.replaceAll('%3A', ':');
    const meant = wanted(trustCase, 'sub').find(
      (value) => globMatches(value, decoded) || globMatches(value.replaceAll('%3a', '%3A'), subject),
    );
    if (meant === undefined && !trustCase.blind) return undefined;
    return {
      message: `a colon inside a value is written \`%3A\` in the subject, which is \`${subject}\``,
      help:
        meant === undefined
          ? 'write `%3A` for it in the trust policy'
          : `write ${quoted([subject])} instead of ${quoted([meant])}`,
    };
  },
};
