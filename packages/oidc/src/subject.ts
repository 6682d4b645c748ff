/** GitHub's `sub` in all its shapes: names, immutable with ids, customised. */

import type { Claims } from '@leasehold/core';
import { claimText } from './claim.ts';

/** A subject taken apart; works on patterns of trust policies as well. */
export interface ParsedSubject {
  /** `acme` of `repo:acme/site`, or of `repo:acme@1/site@2`. */
  readonly owner: string;
  readonly ownerId: string | undefined;
  readonly repository: string;
  readonly repositoryId: string | undefined;
  /** Whether it carries ids: the default for repositories created or renamed since 2026-07-15, never on GitHub Enterprise Server. */
  readonly immutable: boolean;
  /** What follows the repository; more than one, or other than these kinds, in a customised subject. */
  readonly context: readonly SubjectPart[];
  /** Whether it is not of a default shape: `include_claim_keys` is set, or it is a pattern. */
  readonly customised: boolean;
}

/** One key of a subject with its value; `pull_request` has none. */
export interface SubjectPart {
  readonly key: string;
  readonly value: string;
}

/** What the subject of a job is, or would be, in each of the two default shapes. */
export interface ExpectedSubjects {
  readonly names: string;
  /** Undefined when the token does not tell the ids. */
  readonly immutable: string | undefined;
}

const REPOSITORY = /^([^/@]+)(?:@([^/@]+))?\/([^/@]+)(?:@([^/@]+))?$/;
const DEFAULT_KEYS = ['ref', 'environment', 'pull_request'];

/**
 * Takes a subject apart.
 *
 * @param subject - the `sub` claim, or a pattern that a trust policy compares it with
 * @returns undefined when it does not begin with a repository
 * @see "OpenID Connect reference", section "Example subject claims", and "Customizing the token claims" in GitHub's documentation
 * @example parseSubject('repo:acme@1/site@2:environment:prod')?.immutable // true
 */
export function parseSubject(subject: string): ParsedSubject | undefined {
  const [scheme, place, ...rest] = subject.split(':');
  const found = scheme === 'repo' && place !== undefined ? REPOSITORY.exec(place) : null;
  if (found === null) return undefined;
  const [, owner, ownerId, repository, repositoryId] = found;
  const context = parts(rest);
  const [only] = context;
  return {
    owner: owner ?? '',
    ownerId,
    repository: repository ?? '',
    repositoryId,
    immutable: ownerId !== undefined || repositoryId !== undefined,
    context,
    customised: context.length !== 1 || only === undefined || !DEFAULT_KEYS.includes(only.key),
  };
}

/** A colon inside a value is written `%3A`, so that every colon that is left separates. */
function parts(words: readonly string[]): readonly SubjectPart[] {
  const found: SubjectPart[] = [];
  for (let at = 0; at < words.length; at++) {
    const key = words[at] ?? '';
    found.push(key === 'pull_request' || at + 1 === words.length ? { key, value: '' } : { key, value: words[++at] ?? '' });
  }
  return found;
}

/** Writes a subject; the inverse of {@link parseSubject}. */
export function printSubject(subject: Omit<ParsedSubject, 'immutable' | 'customised'>): string {
  const place = `${withId(subject.owner, subject.ownerId)}/${withId(subject.repository, subject.repositoryId)}`;
  const context = subject.context.map(({ key, value }) => (value === '' ? `:${key}` : `:${key}:${value}`));
  return `repo:${place}${context.join('')}`;
}

function withId(name: string, id: string | undefined): string {
  return id === undefined ? name : `${name}@${id}`;
}

/**
 * Tells both default subjects of a job, from its other claims.
 *
 * An environment wins over a pull request, and that over the ref: only one of them stands in a default subject.
 *
 * @returns undefined when the claims are not those of a GitHub job
 */
export function expectedSubjects(claims: Claims): ExpectedSubjects | undefined {
  const [owner, repository] = claimText(claims, 'repository')?.split('/') ?? [];
  if (owner === undefined || repository === undefined) return undefined;
  const part = contextOf(claims);
  if (part === undefined) return undefined;
  const ownerId = claimText(claims, 'repository_owner_id');
  const repositoryId = claimText(claims, 'repository_id');
  const context = [part];
  return {
    names: printSubject({ owner, ownerId: undefined, repository, repositoryId: undefined, context }),
    immutable:
      ownerId === undefined || repositoryId === undefined
        ? undefined
        : printSubject({ owner, ownerId, repository, repositoryId, context }),
  };
}

function contextOf(claims: Claims): SubjectPart | undefined {
  const environment = claimText(claims, 'environment');
  if (environment !== undefined) return { key: 'environment', value: environment.replaceAll(':', '%3A') };
  // The token of `pull_request_target` may say either; the real subject decides wherever it has a default shape.
  const real = parseSubject(claimText(claims, 'sub') ?? '');
  if (claimText(claims, 'event_name') === 'pull_request' || real?.context[0]?.key === 'pull_request') {
    return { key: 'pull_request', value: '' };
  }
  const ref = claimText(claims, 'ref');
  return ref === undefined ? undefined : { key: 'ref', value: ref };
}
