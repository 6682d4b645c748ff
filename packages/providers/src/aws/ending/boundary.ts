/** Denies one session in the role's permissions boundary, a managed policy whose versions are a log. */

import { type Log, UpstreamError } from '@leasehold/core';
import { entryExpiry, isLiveEntry, MANAGED_LIMIT, mergeEntries, policySize, readDenyList, replaceEntries } from '../deny-list.ts';
import { type Denial, type DeniedSession, listFull, pause, SETTLE_MS, type Waiting } from './denial.ts';
import type { Iam } from './iam.ts';

/** AWS keeps this many versions of a policy. */
const VERSIONS = 5;

/** A version of the boundary, as it was read. */
interface LogEntry {
  /** The number in its id. */
  readonly number: number;
  readonly id: string;
  readonly isDefault: boolean;
  readonly document: string;
  readonly entries: readonly string[];
}

/**
 * Tells whether a boundary is one of ours: its default version has the statement `LeaseholdEnded`.
 */
export async function isDenyBoundary(arn: string, iam: Iam): Promise<boolean> {
  const current = (await iam.versions(arn)).find((version) => version.isDefault);
  const document = current === undefined ? undefined : await iam.version(arn, current.id);
  return document !== undefined && readDenyList(document) !== undefined;
}

/**
 * Denies a session in the boundary.
 *
 * INVARIANT: a denied session is listed in a version that exists until its lease is over. Versions are never changed and their numbers never used again; every writer lists the sessions of *all* versions, not of the default alone; and a version is deleted only when the default, which is always the newest, lists all that it lists. So a writer that started from an older version takes nothing out of the log, and finds what came in between when it looks again.
 *
 * What remains: the default is the version written last, so between such a writer's write and its next one, some milliseconds, the default may lack a session. Its job writes again when it still looks; when it is done already and the other job dies just then, the session lives until the next lease of the role ends. When all four other versions list what the default does not, which takes a crowd, the oldest is deleted all the same, right before its sessions are written again.
 */
export function boundaryDenial(arn: string, session: DeniedSession, iam: Iam, ports: Waiting & { readonly log: Log }): Denial {
  const { clock } = ports;
  const { entry, deadline } = session;
  const documents = new Map<string, string>();
  let contended = false;
  /** The version that our last write started from. */
  let base: LogEntry | undefined;

  /** The versions in order of their numbers; nothing when the default was followed by others and deleted while they were read. */
  const readLog = async (): Promise<readonly LogEntry[] | undefined> => {
    const versions = await iam.versions(arn);
    const read = await Promise.all(
      versions.map(async ({ id, isDefault }): Promise<readonly LogEntry[]> => {
        const document = documents.get(id) ?? (await iam.version(arn, id));
        if (document === undefined) return [];
        documents.set(id, document);
        return [{ number: Number(id.slice(1)), id, isDefault, document, entries: readDenyList(document)?.entries ?? [] }];
      }),
    );
    const log = read.flat().sort((a, b) => a.number - b.number);
    const moved = versions.some(({ isDefault }) => isDefault) && !log.some(({ isDefault }) => isDefault);
    return moved ? undefined : log;
  };

  /** All that the log says must be denied; entries that are not ours count only where they are in force. */
  const wanted = (log: readonly LogEntry[], current: LogEntry): readonly string[] => {
    const now = iam.now();
    const known = log.flatMap((version) => (version === current ? [] : version.entries.filter((each) => isLease(each))));
    return mergeEntries([current.entries, known, [entry]], now);
  };

  /** The document to write into: the default's, unless somebody edited the rest of the policy while we wrote from an older version. */
  const frame = (log: readonly LogEntry[], current: LogEntry): string => {
    const from = base;
    if (from === undefined) return current.document;
    const rest = (version: LogEntry): string => replaceEntries(version.document, []);
    const edited = log.filter(
      (version) => version.number > from.number && readDenyList(version.document) && rest(version) !== rest(from),
    );
    return (edited.at(-1) ?? current).document;
  };

  const step = async (): Promise<'standing' | 'written' | 'busy'> => {
    const log = await readLog();
    if (log === undefined) return 'busy';
    const current = log.find((version) => version.isDefault);
    if (current === undefined || readDenyList(current.document) === undefined) throw replaced();
    const entries = wanted(log, current);
    const target = frame(log, current);
    const listed = new Set(current.entries);
    if (entries.every((each) => listed.has(each)) && target === current.document) return 'standing';
    const document = replaceEntries(target, entries);
    if (policySize(document) > MANAGED_LIMIT)
      throw listFull('the permissions boundary of the role', MANAGED_LIMIT, entries.length - 1);
    if (log.length >= VERSIONS) await iam.deleteVersion(arn, spare(log, current, iam.now()).id);
    base = current;
    const outcome = await iam.createVersion(arn, document);
    if (outcome === 'gone') throw replaced();
    return outcome === 'full' ? 'busy' : outcome;
  };

  /** Writes until the default lists everything that any version does, at two looks that are {@link SETTLE_MS} apart when others write too. */
  const deny = async (): Promise<'denied'> => {
    let writes = 0;
    let settled = false;
    for (;;) {
      const reached = await step();
      if (reached === 'standing') {
        if (settled || !contended) return 'denied';
        settled = true;
      } else {
        settled = false;
        writes++;
        // One write and one look is what it takes alone; what remains to be written after it came from others.
        if (reached === 'busy' || writes > 1) contended = true;
        if (reached === 'written') continue;
      }
      if (clock.now() + 2 * SETTLE_MS >= deadline) {
        if (reached === 'standing') return 'denied';
        throw busy();
      }
      await pause(settled ? SETTLE_MS : SETTLE_MS / 4, ports);
    }
  };

  return {
    deny,
    contended: () => contended,
    async confirm() {
      const current = (await readLog())?.find((version) => version.isDefault);
      if (current?.entries.includes(entry)) return true;
      contended = true;
      await deny();
      return false;
    },
    tidy: async () => false,
  };
}

/** The version that can go: the oldest whose sessions the default lists too. */
function spare(log: readonly LogEntry[], current: LogEntry, now: number): LogEntry {
  const candidates = log.filter((version) => version !== current);
  const listed = new Set(current.entries);
  const merged = candidates.find((version) =>
    version.entries.every((each) => listed.has(each) || !isLease(each) || !isLiveEntry(each, now)),
  );
  const oldest = merged ?? candidates[0];
  if (oldest === undefined) throw busy();
  return oldest;
}

function isLease(entry: string): boolean {
  return entryExpiry(entry) !== undefined;
}

function replaced(): UpstreamError {
  return new UpstreamError(
    'the permissions boundary of the role was taken away, or its statement `LeaseholdEnded` was, while the lease was being ended',
    {
      code: 'ERR_AWS_BOUNDARY_CHANGED',
      help: 'put the boundary back as `leasehold trust aws` prints it, and ask the credential whether it is alive',
      retryable: false,
    },
  );
}

function busy(): UpstreamError {
  return new UpstreamError('the permissions boundary of the role was rewritten by others each time', {
    code: 'ERR_AWS_DENY_LOST',
    help: 'let fewer jobs end on one role at the same time',
    retryable: false,
  });
}
