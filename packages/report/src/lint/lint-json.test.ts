/** What programs read of lint. */

import { describe, expect, test } from 'vitest';
import { lintJson } from './lint-json.ts';
import { REPORT } from './test-report.ts';

describe('the JSON document', () => {
  test('has the findings worst first', () => {
    const document = JSON.parse(lintJson(REPORT));
    expect(document).toMatchObject({ version: 1, failOn: 'prefixed', failing: 2, files: 1204, bytes: 12_345_678, allowed: 1 });
    expect(document.findings.map(({ path }: { path: string }) => path)).toEqual(['config/prod.env', 'docs/a b.md', 'web/app.js']);
    expect(document.findings[1]).toEqual({
      ruleId: 'acme-api-token',
      title: 'Acme API token',
      path: 'docs/a b.md',
      line: 9,
      column: 14,
      endLine: 9,
      endColumn: 53,
      tier: 'proven',
      severity: 'high',
      fails: true,
      fingerprint: 'k3x9qabc123def',
      preview: 'acme_12…9f2a',
      why: ['its checksum holds'],
      remedy: { rotate: 'revoke it under Settings, Tokens of Acme', provider: 'acme' },
      commit: '8f3c1b0d9a7e6f5c4b3a29181716151413121110',
    });
  });
});
