/** Puts together what a scan gave. */

import type { Finding, LintReport, SkippedFile, Tier } from '@leasehold/core';
import type { ListedEntry } from './allow-entry.ts';
import { type Allowance, allowNotes } from './allowance.ts';
import { inOrder, inTextOrder } from './finding-order.ts';

/** The report, with the entries of the allow list that its owner should look at. */
export interface ScanReport extends LintReport {
  /** They allow nothing any more. */
  readonly expired: readonly ListedEntry[];
  /** In force and without a finding; empty when only a part of the repository was scanned, since that cannot tell. */
  readonly unused: readonly ListedEntry[];
  /** What was compared with what, in one sentence without a full stop, where not all that stands there was looked at. */
  readonly about?: string;
}

/** What was come upon, in any order. */
export interface Harvest {
  readonly findings: readonly Finding[];
  readonly skipped: readonly SkippedFile[];
  readonly files: number;
  readonly bytes: number;
  /** Whether `files` counts versions of files. */
  readonly versions?: boolean;
  /** Whether the whole repository was scanned. */
  readonly whole: boolean;
  /** What was compared with what. */
  readonly about?: string;
  /** What the reader should know besides. */
  readonly notes?: readonly string[];
}

/**
 * Takes out what is allowed, and brings the rest into its order.
 *
 * @param now - milliseconds since the epoch
 */
export function lintReport(harvest: Harvest, allowance: Allowance, failOn: Tier, now: number): ScanReport {
  const { findings, allowed, expired, unused } = allowance.apply(harvest.findings.toSorted(inOrder), now);
  const told = { expired, unused: harvest.whole ? unused : [] };
  return {
    findings,
    files: harvest.files,
    ...(harvest.versions === undefined ? {} : { versions: harvest.versions }),
    bytes: harvest.bytes,
    skipped: harvest.skipped.toSorted((a, b) => inTextOrder(a.path, b.path)),
    allowed,
    notes: [...(harvest.notes ?? []), ...allowNotes(told)],
    failOn,
    ...told,
    ...(harvest.about === undefined ? {} : { about: harvest.about }),
  };
}
