/** What GitLab reads of lint. */

import { describe, expect, test } from 'vitest';
import { lintCodeQuality } from './lint-code-quality.ts';
import { lintGitlab } from './lint-gitlab.ts';
import { finding, REPORT, RUN, reportOf } from './test-report.ts';

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
