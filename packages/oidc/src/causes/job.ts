/** Causes that are no mistake of writing: another repository, branch or environment than those that are trusted. */

import { globMatches, type TrustCause } from '@leasehold/core';
import {
  type Cause,
  failedOn,
  matchesInAnyCase,
  own,
  quoted,
  sameName,
  stated,
  type TrustCase,
  wanted,
  wantedSubjects,
} from '../trust-case.ts';

/** The values of this kind that the failed subject wanted, where the job's subject is of the same kind and has another. */
function otherInSubject(trustCase: TrustCase, key: string): readonly string[] {
  const actual = trustCase.subject?.context.find((part) => part.key === key)?.value;
  if (actual === undefined) return [];
  // A colon that was not encoded splits the wanted value in the wrong place; that is a cause of its own.
  const decoded = own(trustCase, 'sub')?.replaceAll('%3A', ':') ?? '';
  const readable = wantedSubjects(trustCase).filter(({ text }) => !globMatches(text, decoded));
  const values = readable.flatMap(({ parsed }) => parsed.context.filter((part) => part.key === key).map(({ value }) => value));
  return matchesInAnyCase(values, actual) ? [] : values;
}

function differs(
  trustCase: TrustCase,
  claim: string,
  key: string,
  help: (expected: string) => string,
): Omit<TrustCause, 'id'> | undefined {
  const expected = [...new Set([...wanted(trustCase, claim), ...otherInSubject(trustCase, key)])];
  if (expected.length === 0 || matchesInAnyCase(expected, own(trustCase, claim))) return undefined;
  return {
    message: `${stated(trustCase, claim)}, and the trust admits ${quoted(expected)}`,
    help: help(quoted(expected)),
  };
}

/** Another repository, or the same name after it was deleted and created again. */
export const repositoryNotTrusted: Cause = {
  id: 'repository-not-trusted',
  applies: (trustCase) => {
    const { subject } = trustCase;
    const byClaim = failedOn(trustCase, 'repository', 'repository_id', 'repository_owner', 'repository_owner_id').find(
      ({ claim, values }) => !matchesInAnyCase(values, own(trustCase, claim)),
    );
    const foreign = wantedSubjects(trustCase).filter(({ parsed }) => subject !== undefined && !sameRepository(parsed, subject));
    const all = wantedSubjects(trustCase).length;
    if (byClaim === undefined && (foreign.length === 0 || foreign.length < all)) return undefined;
    const claim = byClaim?.claim ?? 'sub';
    return {
      message: `${stated(trustCase, claim)}, and the trust admits ${quoted(byClaim?.values ?? foreign.map(({ text }) => text))}`,
      help: 'if the repository was renamed, moved or created anew, trust it by its `repository_id`; else this refusal is right',
    };
  },
};

function sameRepository(wantedOne: NonNullable<TrustCase['subject']>, actual: NonNullable<TrustCase['subject']>): boolean {
  const sameId = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || sameName(a, b);
  return (
    sameName(wantedOne.owner, actual.owner) &&
    sameName(wantedOne.repository, actual.repository) &&
    sameId(wantedOne.ownerId, actual.ownerId) &&
    sameId(wantedOne.repositoryId, actual.repositoryId)
  );
}

/** Another environment than the one that is trusted, or none. */
export const environmentNotTrusted: Cause = {
  id: 'environment-not-trusted',
  applies: (trustCase) =>
    differs(
      trustCase,
      'environment',
      'environment',
      (expected) => `give the job one of these environments: ${expected}; a job has none unless it names one`,
    ),
};

/** Another branch or tag than those that are trusted. */
export const refNotTrusted: Cause = {
  id: 'ref-not-trusted',
  applies: (trustCase) =>
    differs(
      trustCase,
      'ref',
      'ref',
      (expected) => `run the job from ${expected}, or admit this ref if it may have what the role gives`,
    ),
};

const TOLD_ELSEWHERE = [
  'sub',
  'aud',
  'iss',
  'ref',
  'environment',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'job_workflow_ref',
  'workflow_ref',
];

/** Any other claim: an actor, an event, a workflow. */
export const claimNotTrusted: Cause = {
  id: 'claim-not-trusted',
  applies: (trustCase) => {
    const first = trustCase.comparison?.nearest?.failed.find(
      ({ claim, negated, values }) =>
        negated || (!TOLD_ELSEWHERE.includes(claim) && !matchesInAnyCase(values, own(trustCase, claim))),
    );
    if (first === undefined) return undefined;
    return {
      message: `${stated(trustCase, first.claim)}, and \`${first.source}\` ${first.negated ? 'keeps out' : 'admits'} ${quoted(first.values)}`,
      help: 'let the right job ask, or change the condition if this one may have what the role gives',
    };
  },
};

/** One deny that holds outweighs every allow. */
export const deniedByStatement: Cause = {
  id: 'denied-by-statement',
  applies: ({ comparison }) => {
    const ids = comparison?.denying.map(({ id }) => id) ?? [];
    return ids.length === 0
      ? undefined
      : {
          message: `the job is kept out by the deny of ${quoted(ids)}, whatever else admits it`,
          help: 'change the conditions of that deny if this job may have what the role gives; no allow can outweigh it',
        };
  },
};
