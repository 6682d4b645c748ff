/** The table of a job summary. */

import { describe, expect, test } from 'vitest';
import { lintSummary } from './lint-summary.ts';
import { finding, REPORT, reportOf } from './test-report.ts';

describe('the summary', () => {
  test('is a table of secrets with what to do', () => {
    expect(lintSummary(REPORT)).toBe(`### Static secrets

> [!CAUTION]
> **3 findings: 2 fail (2 proven), 1 does not (1 heuristic)**

|  | Secret | Where | Why | What to do |
| --- | --- | --- | --- | --- |
| **fails** | Acme API token<br>\`acme_12…9f2a\`<br>proven, high | \`config/prod.env:3:14\`<br>\`docs/a b.md:9:14\` | its checksum holds | revoke it under Settings, Tokens of Acme; the provider \`acme\` of Leasehold makes it needless |
| reported | Acme public key<br>\`pk_…11\`<br>heuristic, info | \`web/app.js:3:14\` | public by design | nothing to do |

1,204 files, 12.3 MB scanned; 3 files not scanned: 2 too large, 1 unreadable: EACCES; 1 finding allowed.

- the allow entry \`f9\` expired on 2026-11-01
`);
  });

  test('is a table of a hundred rows at most', () => {
    const secrets = Array.from({ length: 120 }, (_, at) => finding({ fingerprint: `f${at}` }));
    expect(lintSummary(reportOf(secrets))).toContain('\n20 more secrets are not shown here.\n');
  });
});
