/** The ledger for a terminal: what of each line tells the story. */

import type { LedgerEvent } from '@leasehold/core';

/** One row for each line about a lease, in columns. */
export function ledgerRows(lines: readonly string[], leaseId: string): readonly string[] {
  const events = lines.map((line) => JSON.parse(line) as LedgerEvent).filter(({ lease }) => lease === leaseId);
  const rows = events.map(({ time, event, lease, grant, owner, credential, ending }) => [
    time.slice(11, 19),
    event,
    lease,
    grant ?? '',
    owner ?? '',
    ending ?? '',
    credential?.publicId ?? '',
  ]);
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
