/** SARIF as code scanning takes it. */

import { describe, expect, test } from 'vitest';
import { lintSarif } from './lint-sarif.ts';
import { finding, REPORT, RUN, reportOf } from './test-report.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: object; readonly region: object } }[];
}

const runOf = (report: Parameters<typeof lintSarif>[0]): { tool: { driver: { rules: { id: string }[] } }; results: Result[] } =>
  JSON.parse(lintSarif(report, RUN)).runs[0];

describe('SARIF', () => {
  test('has each rule once, and results that point to theirs', () => {
    const { tool, results } = runOf(REPORT);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['acme-api-token', 'acme-public-key']);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(tool.driver.rules[0]).toMatchObject({
      fullDescription: { text: 'A token with all rights of its owner.' },
      helpUri: 'https://acme.example/docs/tokens',
      properties: { precision: 'very-high', 'security-severity': '8.0' },
    });
  });

  test('says where, with the end behind the last byte, and by level what fails', () => {
    const [, second, third] = runOf(REPORT).results;
    expect(second?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'docs/a%20b.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 9, startColumn: 14, endLine: 9, endColumn: 54 },
    });
    expect([second?.level, third?.level]).toEqual(['error', 'note']);
    expect(second?.message.text).toContain('Revoke it under Settings, Tokens of Acme');
  });

  test.each([
    ['a:b#c.env', { uri: 'a%3Ab%23c.env', uriBaseId: '%SRCROOT%' }],
    ['./a.env', { uri: 'a.env', uriBaseId: '%SRCROOT%' }],
    ['/srv/a.env', { uri: 'file:///srv/a.env' }],
  ])('names the file %s', (path, artifactLocation) => {
    expect(runOf(reportOf([finding({ path })])).results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual(
      artifactLocation,
    );
  });

  test('has fingerprints that lines do not move, and that tell two places of one secret apart', () => {
    const marks = (...lines: readonly number[]): readonly unknown[] =>
      runOf(reportOf(lines.map((line) => finding({ line })))).results.map(({ partialFingerprints }) => partialFingerprints);
    expect(marks(3, 8)).toEqual(marks(40, 41));
    expect(new Set(marks(3, 8).map((mark) => JSON.stringify(mark))).size).toBe(2);
  });

  test('never has more results than code scanning takes, and says how many it leaves out', () => {
    const document = lintSarif(reportOf(Array.from({ length: 25_002 }, (_, line) => finding({ line: line + 1 }))), RUN);
    expect(JSON.parse(document).runs[0].results).toHaveLength(25_000);
    expect(document).toContain('2 more findings are not listed');
  });
});
