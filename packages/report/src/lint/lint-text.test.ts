/** What a person reads at a terminal: worst first, one block a secret. */

import { describe, expect, test } from 'vitest';
import { lintText } from './lint-text.ts';
import { finding, REPORT, reportOf } from './test-report.ts';

describe('the text', () => {
  test('has one block a secret, worst first, and ends with the numbers', () => {
    expect(lintText(REPORT)).toBe(`config/prod.env:3:14  Acme API token  [proven, high]
docs/a b.md:9:14 in 8f3c1b0d9a7e
  acme_12…9f2a
  why: its checksum holds
  do:  revoke it under Settings, Tokens of Acme; the provider \`acme\` of Leasehold makes it needless
  id:  acme-api-token k3x9qabc123def

web/app.js:3:14  Acme public key  [heuristic, info, does not fail]
  pk_…11
  why: public by design
  do:  nothing to do
  id:  acme-public-key f2

3 findings: 2 fail (2 proven), 1 does not (1 heuristic)
1,204 files, 12.3 MB scanned; 3 files not scanned: 2 too large, 1 unreadable: EACCES; 1 finding allowed
note: the allow entry \`f9\` expired on 2026-11-01`);
  });

  test.each([
    [[], 'no static secret found'],
    [[finding()], '1 finding, which fails: 1 proven'],
    [[finding(), finding({ tier: 'paired' })], '2 findings, all of which fail: 1 proven, 1 paired'],
    [[finding({ fails: false, tier: 'contextual' })], '1 finding, which does not fail: 1 contextual'],
  ])('sums up %#', (findings, sentence) => {
    expect(lintText(reportOf(findings)).split('\n').at(-2)).toBe(sentence);
  });

  test('names eight places of one secret and counts the rest', () => {
    const text = lintText(reportOf(Array.from({ length: 11 }, (_, line) => finding({ line: line + 1 }))));
    expect(text.match(/^config/gm)).toHaveLength(8);
    expect(text).toContain('\nand at 3 more places\n');
  });

  test('is in colour only where it is asked for', () => {
    expect(lintText(REPORT, (style, text) => `<${style}>${text}</>`)).toContain('<red>[proven, high]</>');
  });
});
