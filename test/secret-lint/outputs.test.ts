/** What the built command writes in each format, of trees with no secret, one, and thousands, under names that are made to break it. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretSearch } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../repository.ts';
import { madeSecret, type SecretTree, secretTree } from './tree.ts';
import { type Elements, readXml } from './xml.ts';

/** Or as many as are asked for. */
const MANY = Number(process.env.LEASEHOLD_MANY ?? 400);
const NAMES = [
  '<script>alert(1)</script>',
  '%0A::error::x',
  'with space',
  '"quoted" \'and\' &amp;',
  ']]>',
  'a\nb',
  '##[error]c',
  '\u202ed',
  '-e',
  'f:1:2',
  '{{g}}',
  '`h`|i',
];
const SECRETS = Array.from({ length: MANY }, (_, seed) => madeSecret(seed));

/** Each tree, with the number of findings in it. */
const trees = new Map<number, SecretTree>();
let reports: SecretTree;

beforeAll(() => {
  reports = secretTree();
  trees.set(0, secretTree({ 'a.txt': 'nothing\n' }));
  trees.set(1, secretTree({ 'a.txt': 'nothing\n', [NAMES[0] as string]: `x ${SECRETS[0]}\n` }));
  const each = Math.ceil(MANY / NAMES.length);
  trees.set(
    MANY,
    secretTree(Object.fromEntries(NAMES.map((name, at) => [name, SECRETS.slice(at * each, (at + 1) * each).join('\n')]))),
  );
});
afterAll(() => {
  for (const tree of [reports, ...trees.values()]) tree[Symbol.dispose]();
});

/** Tells how many findings a report lists, and throws where it is not well-formed. */
const READERS: Readonly<Record<string, (report: string) => number>> = {
  text: (report) => (report.match(/^ {2}id: {2}/gm) ?? []).length,
  json: (report) => JSON.parse(report).findings.length,
  jsonl: (report) => {
    const lines = report.trimEnd().split('\n');
    return lines.filter((line) => JSON.parse(line).type === 'finding').length;
  },
  sarif: (report) => JSON.parse(report).runs[0].results.length,
  github: (report) => {
    const commands = report
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '');
    for (const command of commands)
      expect(command).toMatch(/^::(?:error|warning|notice) (?:[a-zA-Z]+=[^\s,:][^,:\r\n]*,?)+::[^\r\n]+$/);
    const hidden = Number((/title=((?:\d|%2C)+) more finding/.exec(report)?.[1] ?? '0').replaceAll('%2C', ''));
    return commands.filter((line) => !line.startsWith('::notice')).length + hidden;
  },
  junit: (report) => {
    const elements: Elements = readXml(report);
    expect(elements.testsuites).toBe(1);
    return elements.failure ?? 0;
  },
  gitlab: (report) => JSON.parse(report).vulnerabilities.length,
  'gitlab-codequality': (report) => JSON.parse(report).length,
};

/** Formats in which nothing looks other than something. */
const BARE = ['json', 'github', 'junit'];
const RUNS = Object.keys(READERS).flatMap((format) =>
  (BARE.includes(format) ? [0, 1, MANY] : [MANY]).map((count) => [format, count] as const),
);

describe('the built command', () => {
  it.each(RUNS)('writes %s of a tree with %i secrets that its readers can read, and shows none of them', (format, count) => {
    const { root } = trees.get(count) as SecretTree;
    const file = join(reports.root, `${count}.${format}`);
    const words = ['lint', '--format', format, '--output', file];
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'packages/cli/dist/leasehold.js'), ...words], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect([status, stderr]).toEqual([count === 0 ? 0 : 1, '']);
    const report = readFileSync(file, 'utf8');
    expect(READERS[format]?.(report)).toBe(count);
    const said = report + stdout;
    const words36 = new Set(said.match(/[A-Za-z0-9_]{30,}/g));
    expect(SECRETS.slice(0, count).filter((secret) => words36.has(secret))).toEqual([]);
    for (const at of [0, MANY - 1].filter((place) => place < count))
      expect(secretSearch(said, SECRETS[at] as string)).toEqual([]);
    // No name of a file speaks to a runner that reads the log.
    expect(stdout).not.toMatch(/^(?:::|##\[)/m);
  });
});
