/** The messages of commits: a secret that was written into one is in the history as well. */

import type { Finding } from '@leasehold/core';
import { parseCommit } from '@leasehold/git/objects';
import type { BytesScan } from './blob-scan.ts';
import type { Objects } from './objects.ts';
import { authorship } from './provenance.ts';

/** What the messages gave. */
export interface ScannedMessages {
  readonly findings: readonly Finding[];
  readonly bytes: number;
}

/** Scans the messages of some commits; in the report they stand as files named `commit` and the beginning of the id. */
export async function scanMessages(ids: readonly string[], objects: Objects, scan: BytesScan): Promise<ScannedMessages> {
  const findings: Finding[] = [];
  let scanned = 0;
  for (const id of ids) {
    await objects.arrival(id);
    const bytes = objects.read(id);
    const message = bytes?.subarray(parseCommit(bytes)?.message ?? bytes.length);
    if (message === undefined) continue;
    scanned += message.length;
    for (const finding of scan(message, `commit ${id.slice(0, 12)}`).findings) {
      findings.push({ ...finding, commit: id, provenance: { object: id, ...authorship(id, objects) } });
    }
  }
  return { findings, bytes: scanned };
}
