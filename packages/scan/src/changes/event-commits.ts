/** What an event of GitHub says of the commits that it is about. */

import { ConfigError } from '@leasehold/core';

/** The commits that an event brings. */
export interface EventCommits {
  /** How messages call the change: `pull request 7`. */
  readonly title: string;
  /** Id of the last commit. */
  readonly head: string;
  /** Names under which the other side may still have it, from `refs/`. */
  readonly headRefs: readonly string[];
  /** Id of what it is compared with; undefined for a new branch. */
  readonly base: string | undefined;
  /** Names to compare with where that id is not to be had. */
  readonly baseRefs: readonly string[];
  /** How many commits there are, where the event says so. */
  readonly count: number | undefined;
}

/** An event that brings no commit, and why. */
export interface NoCommits {
  readonly nothing: string;
}

/** The commits that the payload of a push lists at most. */
const MOST_LISTED = 2048;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the payload of `pull_request`, `pull_request_target`, `merge_group` or `push`.
 *
 * Nothing of it is trusted to be of its form: whoever opens a pull request chooses the names of branches. Ids are hex, and names are whole references.
 *
 * @param event - name of the event
 * @returns undefined when the event is of another kind
 * @throws ConfigError `ERR_LINT_EVENT` when an id is missing or is none
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export function eventCommits(event: string, payload: unknown): EventCommits | NoCommits | undefined {
  if (/^pull_request(?:_target)?$/.test(event)) return ofPullRequest(event, at(payload, 'pull_request'));
  if (event === 'merge_group') return ofMergeGroup(at(payload, 'merge_group'));
  if (event === 'push') return ofPush(record(payload));
  return undefined;
}

function ofPullRequest(event: string, pull: Json): EventCommits {
  const { number, commits } = pull;
  const known = Number.isSafeInteger(number) && Number(number) > 0;
  return {
    title: known ? `pull request ${number}` : 'the pull request',
    head: id(event, at(pull, 'head').sha),
    headRefs: known ? [`refs/pull/${number}/head`] : [],
    base: id(event, at(pull, 'base').sha),
    baseRefs: branch(at(pull, 'base').ref),
    count: Number.isSafeInteger(commits) && Number(commits) > 0 ? Number(commits) : undefined,
  };
}

function ofMergeGroup(group: Json): EventCommits {
  return {
    title: 'the merge group',
    head: id('merge_group', group.head_sha),
    headRefs: reference(group.head_ref),
    base: id('merge_group', group.base_sha),
    baseRefs: reference(group.base_ref),
    count: undefined,
  };
}

function ofPush(push: Json): EventCommits | NoCommits {
  const [ref = ''] = reference(push.ref);
  const shown = ref.replace(/^refs\/(?:heads|tags)\//, '') || 'a branch';
  const after = id('push', push.after);
  if (push.deleted === true || isNone(after)) return { nothing: `the push deleted ${shown}` };
  const before = id('push', push.before);
  const isNew = isNone(before);
  const known = branch(at(push, 'repository').default_branch);
  const { commits } = push;
  return {
    title: `the push to ${shown}`,
    head: after,
    headRefs: ref === '' ? [] : [ref],
    base: isNew ? undefined : before,
    // What was pushed anew to another branch is compared with the one that all begin from.
    baseRefs: known.includes(ref) ? [] : known,
    // Of a push that was forced, the list holds what is new to the whole repository.
    count: !isNew && push.forced !== true && Array.isArray(commits) ? counted(commits.length) : undefined,
  };
}

/** Undefined when the list is empty, or as long as lists get. */
function counted(length: number): number | undefined {
  return length > 0 && length < MOST_LISTED ? length : undefined;
}

function at(value: unknown, key: string): Json {
  return record(record(value)[key]);
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function id(event: string, value: unknown): string {
  if (typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value)) return value;
  throw new ConfigError(`the payload of the event \`${event}\` does not say which commits it is about`, {
    code: 'ERR_LINT_EVENT',
    help: 'run this in a job of GitHub Actions, or name the commits with `--range`',
  });
}

function isNone(value: string): boolean {
  return /^0+$/.test(value);
}

function branch(name: unknown): readonly string[] {
  return typeof name === 'string' ? reference(`refs/heads/${name}`) : [];
}

/** A name is handed to git as a word of its own, and has none of the signs that mean something there. */
function reference(name: unknown): readonly string[] {
  return typeof name === 'string' && /^refs\/[^\s\0:*?[\\^~+]+$/.test(name) && !name.includes('..') ? [name] : [];
}
