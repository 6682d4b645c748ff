/** The list of denied sessions as policy documents: read, pruned, written compactly. Pure. */

import { leaseIdExpiry } from '@leasehold/core';

/** The statement that is ours in a policy which may hold others. */
export const DENY_SID = 'LeaseholdEnded';

/** Characters of all inline policies of a role together, white space not counted (IAM quotas). */
export const INLINE_LIMIT = 10_240;

/** Characters of one managed policy, white space not counted (IAM quotas). */
export const MANAGED_LIMIT = 6_144;

/** How long an entry outlives its lease: AWS accepts signatures whose clock is five minutes off. */
export const PRUNE_MARGIN_MS = 300_000;

const FOLD_SID = /^Folding([0-9a-z]{7})$/;
const USER_ID = 'aws:userid';
/** What stands for an entry that may come. */
const ROOM = /^-+$/;

/** A statement as far as we touch it; everything else in it is kept as it is. */
interface Statement {
  readonly Sid?: unknown;
  readonly Effect?: unknown;
  readonly Condition?: { readonly StringEquals?: Readonly<Record<string, unknown>> };
}

/** What one of our policies says. */
export interface DenyList {
  /** `<role id>:<session name>`, each once. */
  readonly entries: readonly string[];
  /** Seconds since the epoch at which the policy's owner began to rewrite the shared list; undefined when it does not. */
  readonly foldingSince: number | undefined;
}

/**
 * Reads the denied sessions of a document.
 *
 * @param document - JSON, as IAM keeps it
 * @returns undefined when it is not JSON, or has no statement of ours
 */
export function readDenyList(document: string): DenyList | undefined {
  const own = statementsOf(parse(document)).find(isOurs);
  if (own === undefined) return undefined;
  const listed = own.Condition?.StringEquals?.[USER_ID] ?? [];
  const entries = [listed].flat().filter((entry): entry is string => typeof entry === 'string' && !ROOM.test(entry));
  const since = FOLD_SID.exec(String(own.Sid))?.[1];
  return { entries: [...new Set(entries)], foldingSince: since === undefined ? undefined : Number.parseInt(since, 36) };
}

/** Entries that a session's own policy keeps room for. */
const SPARE_ENTRIES = 3;

/**
 * Writes a policy that denies everything to one session, and holds room for a few more entries of its length.
 *
 * A role that is full to the last character has no room to list anything in before something else is deleted; giving this up makes some.
 *
 * @param foldingSince - see {@link DenyList}
 */
export function roomyDenyPolicy(entry: string, foldingSince?: number): string {
  const quotesAndComma = 3;
  return denyPolicy([entry, '-'.repeat(SPARE_ENTRIES * (entry.length + quotesAndComma) - quotesAndComma)], foldingSince);
}

/**
 * Writes a policy that denies everything to the listed sessions and does nothing else.
 *
 * @param foldingSince - see {@link DenyList}; a mark does not change the length
 */
export function denyPolicy(entries: readonly string[], foldingSince?: number): string {
  const sid = foldingSince === undefined ? DENY_SID : `Folding${Math.floor(foldingSince).toString(36).padStart(7, '0')}`;
  return JSON.stringify({ Version: '2012-10-17', Statement: [denyStatement(sid, entries)] });
}

/**
 * Puts the entries into the statement of ours and keeps all other statements of the document.
 *
 * @param document - one that {@link readDenyList} can read
 */
export function replaceEntries(document: string, entries: readonly string[]): string {
  const policy = parse(document);
  const statements = statementsOf(policy).map((each) => (isOurs(each) ? denyStatement(DENY_SID, entries) : each));
  return JSON.stringify({ ...policy, Statement: statements });
}

/** Characters as IAM counts them. */
export function policySize(document: string): number {
  return document.replace(/\s/g, '').length;
}

/** The value of `aws:userid` in the session's requests. */
export function denyEntry(roleId: string, sessionName: string): string {
  return `${roleId}:${sessionName}`;
}

/**
 * Reads from an entry when its lease is over.
 *
 * @returns milliseconds since the epoch, or undefined when the entry is not ours
 */
export function entryExpiry(entry: string): number | undefined {
  const session = entry.slice(entry.indexOf(':') + 1);
  return session.startsWith('lh-') ? leaseIdExpiry(session.slice(session.lastIndexOf('-') + 1)) : undefined;
}

/** Whether an entry still has to be denied; one that is not ours always has. */
export function isLiveEntry(entry: string, now: number): boolean {
  const expiry = entryExpiry(entry);
  return expiry === undefined || expiry + PRUNE_MARGIN_MS >= now;
}

/** All entries that still have to be denied, each once, in the order first met. */
export function mergeEntries(lists: readonly (readonly string[])[], now: number): readonly string[] {
  return [...new Set(lists.flat())].filter((entry) => isLiveEntry(entry, now));
}

function denyStatement(sid: string, entries: readonly string[]): Statement {
  return {
    Sid: sid,
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: { [USER_ID]: entries } },
  } as Statement;
}

function isOurs(statement: Statement): boolean {
  return statement.Effect === 'Deny' && (statement.Sid === DENY_SID || FOLD_SID.test(String(statement.Sid)));
}

function statementsOf(policy: Readonly<Record<string, unknown>> | undefined): readonly Statement[] {
  return [policy?.Statement ?? []].flat().filter((each): each is Statement => typeof each === 'object' && each !== null);
}

function parse(document: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(document);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
