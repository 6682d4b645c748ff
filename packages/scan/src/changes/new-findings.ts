/** Tells what a change adds from what stood there before, wherever its line moved. */

import type { Finding, SkippedFile } from '@leasehold/core';
import { readable } from '../byte-path.ts';
import type { Brought, ChangeSet, Gone } from './change-set.ts';
import type { ChangedPaths } from './changed-paths.ts';
import { keyOf, type Version, type Versions } from './versions.ts';

/** The two ends of what is compared; asked only about files in which something was found. */
export interface Ends {
  /** The version of a file that the change is compared with. */
  readonly base: (path: string) => Version | undefined;
  /** The version of a file after the change. */
  readonly end: (path: string) => Version | undefined;
}

/** A finding that a change adds. */
export interface NewFinding {
  /** With its place at the end, if it still is there, else with that in the version that brought it. */
  readonly finding: Finding;
  readonly by: Brought;
  readonly still: boolean;
  /** Id of the commit that took it out, where it is known. */
  readonly removedBy: string | undefined;
}

/** What a change adds. */
export interface NewFindings {
  readonly findings: readonly NewFinding[];
  readonly skipped: readonly SkippedFile[];
  /** How many versions were scanned, without those that were only compared with. */
  readonly files: number;
  readonly bytes: number;
}

/** A staged change has no other ends than the versions it names. */
const NO_ENDS: Ends = { base: () => undefined, end: () => undefined };

/** Why a version was not scanned. */
export const NOT_HERE = 'unreadable: its content is not in this clone, or too large';

/**
 * Scans what was brought, and leaves out what was known: a secret that an earlier version of the file has, or that of a file which a new one replaces, or the base's. What did not fail there and does now is new.
 *
 * @param changes - with contents that were said to be read
 * @param progress - called with totals so far
 */
export async function newFindings(
  changes: ChangeSet,
  versions: Versions,
  paths: ChangedPaths,
  ends: Ends = NO_ENDS,
  progress?: (files: number, bytes: number) => void,
): Promise<NewFindings> {
  const skipped: SkippedFile[] = [];
  const suspects: Brought[] = [];
  for (const one of changes.brought) {
    progress?.(versions.files, versions.bytes);
    await versions.arrival(one);
    const findings = versions.findings(one);
    const mark = findings === undefined || findings.length > 0 ? paths.marked(one.path) : undefined;
    const reason = mark ? `marked ${mark}` : NOT_HERE;
    if (mark !== undefined || findings === undefined) skipped.push({ path: readable(paths.shown(one.path)), reason });
    else if (findings.length > 0) suspects.push(one);
  }
  // What was only compared with is scanned after this, and counts for nothing here.
  const looked = { files: versions.files, bytes: versions.bytes, skipped: [...skipped, ...versions.skipped] };
  return { findings: suspects.length === 0 ? [] : await judge(suspects, changes, versions, ends), ...looked };
}

async function judge(
  suspects: readonly Brought[],
  changes: ChangeSet,
  versions: Versions,
  { base, end }: Ends,
): Promise<readonly NewFinding[]> {
  await scanned(
    versions,
    suspects.flatMap(({ before }) => before),
  );
  // Most of what a file has was there before: the ends are asked about the rest.
  const unknown = suspects.filter((by) => versions.findings(by)?.some((finding) => !isKnown(finding, by.before, versions)));
  const replaced = ({ before, order }: Brought): readonly Version[] =>
    before.length === 0 ? changes.gone.filter((one) => one.order <= order) : [];
  await scanned(
    versions,
    unknown.flatMap((one) => [...replaced(one), ...present(base(one.path)), ...present(end(one.path))]),
  );
  /** Whether what was told is the last word. */
  const tellings = new Map<string, boolean>();
  const findings: NewFinding[] = [];
  for (const by of unknown) {
    const before = [...by.before, ...present(base(by.path)), ...replaced(by)];
    for (const finding of versions.findings(by) ?? []) {
      const key = `${keyOf(finding)} ${by.path}`;
      const settled = tellings.get(key);
      if ((settled !== undefined && (settled || !finding.fails)) || isKnown(finding, before, versions)) continue;
      const isSame = (other: Finding): boolean => keyOf(other) === keyOf(finding);
      const last = present(end(by.path)).flatMap((version) => (versions.findings(version) ?? []).filter(isSame));
      const still = last.length > 0;
      const then = (versions.findings(by) ?? []).filter(isSame);
      const removedBy = still ? undefined : remover(finding, by, changes, versions);
      for (const place of still ? last : then) findings.push({ finding: place, by, still, removedBy });
      tellings.set(key, still || then.some(({ fails }) => fails));
    }
  }
  return findings;
}

/** Scans versions as they come, so that what is asked of them next is at hand. */
async function scanned(versions: Versions, wanted: readonly Version[]): Promise<void> {
  versions.ready(wanted);
  for (const version of wanted) {
    await versions.arrival(version);
    versions.findings(version);
  }
}

/** Whether one of the versions has it; a finding that did not fail there and does now is not known. */
function isKnown(finding: Finding, before: readonly Version[], versions: Versions): boolean {
  return before.some((version) => {
    const failed = versions.known(version).get(keyOf(finding));
    return failed !== undefined && (failed || !finding.fails);
  });
}

/** The first commit after which the file has not got it. */
function remover(finding: Finding, by: Brought, { brought, gone }: ChangeSet, versions: Versions): string | undefined {
  const later = ({ path, order }: Gone): boolean => path === by.path && order > by.order;
  const lacks = (version: Version): boolean => !versions.known(version).has(keyOf(finding));
  const changed = brought.find((one) => later(one) && lacks(one));
  const deleted = gone.find(later);
  return (deleted !== undefined && (changed === undefined || deleted.order < changed.order) ? deleted : changed)?.commit;
}

function present(version: Version | undefined): readonly Version[] {
  return version === undefined ? [] : [version];
}
