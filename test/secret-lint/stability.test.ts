/** An alert stays the same alert while the text around its secret moves, and a secret that is allowed stays so. */

import { ruleById } from '@leasehold/checks';
import { lintSarif } from '@leasehold/report/lint';
import { scanTree } from '@leasehold/scan';
import { describe, expect, it } from 'vitest';
import { madeSecret, secretTree } from './tree.ts';

const [ONE, OTHER] = [madeSecret(1), madeSecret(2)];
const TEXT = `# settings\nmain:\n  token: ${ONE}\n  again: "${ONE}"\n  other: '${OTHER}'\n`;
const RUN = { version: '0.0.0', startedAt: 0, endedAt: 0, rule: ruleById };

interface Result {
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly {
    readonly physicalLocation: { readonly region: { readonly startLine: number; readonly startColumn: number } };
  }[];
}

/** The results of a tree with this file. */
async function results(
  path: string,
  content: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly Result[]> {
  using tree = secretTree({ ...more, [path]: content });
  const report = await scanTree({ cwd: tree.root, paths: ['.'], failOn: 'prefixed' }, { now: () => 0 });
  return JSON.parse(lintSarif(report, RUN)).runs[0].results;
}

const marks = (found: readonly Result[]): readonly string[] =>
  found.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints)).sort();

const CHANGES: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  'lines are put above': (text) => `${'# more\n'.repeat(40)}${text}`,
  'lines are put between': (text) => text.replaceAll('\n', '\n\n\n'),
  'it is indented': (text) => text.replaceAll(/^/gm, '\t\t'),
  'it is reformatted': (text) => text.replaceAll(/['"]/g, '').replaceAll(': ', ' = '),
  'its line ends become those of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'it gets a byte order mark': (text) => `\ufeff${text}`,
  'it becomes UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'its lines change places': (text) => text.split('\n').reverse().join('\n'),
};

describe('the fingerprints of SARIF', () => {
  it.each(Object.entries(CHANGES))('are the same when %s', async (_what, change) => {
    expect(marks(await results('a.yml', change(TEXT)))).toEqual(marks(await results('a.yml', TEXT)));
  });

  it('are the same when the file gets another name, or others come beside it', async () => {
    const before = marks(await results('a.yml', TEXT));
    expect(marks(await results('b/c d.txt', TEXT))).toEqual(before);
    expect(marks(await results('z.yml', TEXT, { 'a.txt': 'nothing', 'b.txt': 'nothing' }))).toEqual(before);
  });

  it('tell two places of one value apart, and two values', async () => {
    const found = await results('a.yml', TEXT);
    expect(found).toHaveLength(3);
    expect(new Set(found.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)).size).toBe(3);
    expect(new Set(found.map(({ partialFingerprints }) => partialFingerprints['leaseholdSecret/v1'])).size).toBe(2);
    const places = found.map(({ locations }) => locations[0]?.physicalLocation.region);
    expect(places.map((region) => [region?.startLine, region?.startColumn]).toSorted()).toEqual([
      [3, 10],
      [4, 11],
      [5, 11],
    ]);
  });
});

describe('a secret that is allowed', () => {
  it.each(Object.entries(CHANGES))('is still so when %s, and another one is not', async (_what, change) => {
    using tree = secretTree({ 'a.yml': TEXT });
    tree.write('.git/HEAD', 'ref: refs/heads/main\n');
    const scan = async () => await scanTree({ cwd: tree.root, paths: ['.'], failOn: 'prefixed' }, { now: () => 0 });
    const [first] = (await scan()).findings;
    const entry = { rule: first?.ruleId, hash: first?.fingerprint, reason: 'a fixture' };
    tree.write('.leasehold/allow.jsonl', `${JSON.stringify(entry)}\n`);
    tree.write('moved/b.yml', change(TEXT));
    const { findings, allowed } = await scan();
    expect([findings.length, allowed]).toEqual([2, 4]);
  });
});
