/** What stands in the versions of files, each scanned at most once. */

import type { Finding, SkippedFile } from '@leasehold/core';
import { readable } from '../byte-path.ts';
import type { BytesScan } from './blob-scan.ts';
import type { ChangedPaths } from './changed-paths.ts';
import type { Objects } from './objects.ts';

/** A content under a path; the path is latin1, from the top of the repository. */
export interface Version {
  readonly id: string;
  readonly path: string;
}

/** The findings of versions. */
export interface Versions {
  /** Says which versions will be asked for. */
  ready(versions: readonly Version[]): void;
  /** Waits until a version can be looked at without waiting. */
  arrival(version: Version): Promise<void>;
  /** Empty when nothing stands there; undefined when the content is not here. */
  findings(version: Version): readonly Finding[] | undefined;
  /** For each finding of a version, by {@link keyOf}, whether it fails there. */
  known(version: Version): ReadonlyMap<string, boolean>;
  /** How many different versions were scanned, and how many bytes they have. */
  readonly files: number;
  readonly bytes: number;
  /** What of archives was not scanned. */
  readonly skipped: readonly SkippedFile[];
}

/** What makes two findings the same secret. */
export function keyOf({ ruleId, fingerprint }: Finding): string {
  return `${ruleId} ${fingerprint}`;
}

function nameOf({ id, path }: Version): string {
  return `${id} ${path}`;
}

const NOTHING: ReadonlyMap<string, boolean> = new Map();

/** Versions whose contents are among these objects. */
export function newVersions(objects: Objects, scan: BytesScan, paths: ChangedPaths): Versions {
  const scanned = new Map<string, readonly Finding[] | undefined>();
  const skipped: SkippedFile[] = [];
  let files = 0;
  let bytes = 0;
  const versions: Versions = {
    skipped,
    ready: (wanted) => objects.ready(wanted.filter((version) => !scanned.has(nameOf(version))).map(({ id }) => id)),
    async arrival(version) {
      if (!scanned.has(nameOf(version))) await objects.arrival(version.id);
    },
    findings(version) {
      const { id, path } = version;
      const key = nameOf(version);
      if (scanned.has(key)) return scanned.get(key);
      const content = objects.read(id);
      const found = content && scan(content, readable(paths.shown(path)));
      const findings = found?.findings;
      if (found?.skipped) skipped.push(...found.skipped);
      scanned.set(key, findings);
      if (content !== undefined) {
        files++;
        bytes += content.length;
      }
      return findings;
    },
    known(version) {
      const findings = versions.findings(version) ?? [];
      if (findings.length === 0) return NOTHING;
      const known = new Map<string, boolean>();
      for (const finding of findings) known.set(keyOf(finding), finding.fails || known.get(keyOf(finding)) === true);
      return known;
    },
    get files() {
      return files;
    },
    get bytes() {
      return bytes;
    },
  };
  return versions;
}
