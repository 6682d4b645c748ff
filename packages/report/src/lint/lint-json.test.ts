/** What programs read of lint. */

import { describe, expect, test } from 'vitest';
import { lintCodeQuality, lintGitlab } from './lint-gitlab.ts';
import { lintJson } from './lint-json.ts';
import { finding, REPORT, RUN, reportOf } from './test-report.ts';

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

describe('the reports of GitLab', () => {
  test('of secret detection says what, where and where to read on', () => {
    const [first] = JSON.parse(lintGitlab(REPORT, RUN)).vulnerabilities;
    expect(first).toMatchObject({
      id: 'k3x9qabc123def:1:config/prod.env',
      name: 'Acme API token',
      severity: 'High',
      identifiers: [{ type: 'leasehold_rule_id', value: 'acme-api-token', url: 'https://acme.example/docs/tokens' }],
      location: { file: 'config/prod.env', start_line: 3, end_line: 3, commit: { sha: '0000000' } },
    });
  });

  test('of code quality has a fingerprint of its own for each place, none of which is a line', () => {
    const report = reportOf([finding({ line: 3 }), finding({ line: 8 }), finding({ path: 'other', fails: false })]);
    const places = JSON.parse(lintCodeQuality(report)) as { fingerprint: string; severity: string }[];
    expect(places.map(({ fingerprint }) => fingerprint)).toEqual([
      'k3x9qabc123def:1:config/prod.env',
      'k3x9qabc123def:2:config/prod.env',
      'k3x9qabc123def:1:other',
    ]);
    expect(places.map(({ severity }) => severity)).toEqual(['critical', 'critical', 'info']);
  });
});
