/** What an entry of the allow list outlives in a real repository, and what it does not hide. */

import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleMaker, ruleById } from '@leasehold/checks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AllowEntry } from './allow-entry.ts';
import { ALLOW_FILE, addToAllowFile, readAllowFile } from './allow-file.ts';
import { MERGE_LINE, mergesAsUnion } from './allow-merge.ts';
import type { ScanReport } from './lint-report.ts';
import { scanTree } from './scan-tree.ts';
import { type TestTree, testTree } from './test-tree.ts';

// Each waits for other processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.parse('2026-11-24');
const secret = (seed: number): string => ruleById('github-token')?.examples(exampleMaker(seed)).positive[0] as string;
const [KNOWN, OTHER, THIRD] = [secret(1), secret(2), secret(3)] as const;

let tree: TestTree;
beforeEach(() => {
  tree = testTree({ '.gitattributes': `${MERGE_LINE}\n`, 'app/main.js': source(KNOWN) });
});
afterEach(() => tree[Symbol.dispose]());

function source(token: string): string {
  return `const a = 1;\nconst token = '${token}';\nconst b = 2;\n`;
}
function begin(): void {
  tree.git('init', '-q');
  commit();
}
function commit(): void {
  tree.git('add', '-A');
  tree.git('commit', '-qm', 'x');
}
const scan = (): ScanReport => scanTree({ cwd: tree.root, paths: ['.'], failOn: 'prefixed' }, { now: () => NOW });
const file = (): string => join(tree.root, ALLOW_FILE);
/** Allows all that is found. */
function allow(more: Partial<AllowEntry> = {}): void {
  addToAllowFile(
    file(),
    scan().findings.map(({ ruleId, fingerprint }) => ({ rule: ruleId, hash: fingerprint, reason: 'a fixture', ...more })),
  );
}
const outcome = ({ findings, allowed, notes }: ScanReport): readonly [number, number, readonly string[]] => [
  findings.length,
  allowed,
  notes,
];

describe('an entry that was made on a branch', () => {
  beforeEach(() => {
    begin();
    tree.git('checkout', '-qb', 'topic');
    writeFileSync(join(tree.root, 'app/more.js'), source(OTHER));
    commit();
    allow();
    commit();
    tree.git('checkout', '-q', 'main');
    writeFileSync(join(tree.root, 'app/main.js'), `// moved\n\n${source(KNOWN)}`);
    commit();
  });

  it('still allows after a squash merge', () => {
    tree.git('merge', '-q', '--squash', 'topic');
    commit();
    expect(outcome(scan())).toEqual([0, 2, []]);
  });

  it('still allows after a rebase', () => {
    tree.git('checkout', '-q', 'topic');
    tree.git('rebase', '-q', 'main');
    expect(outcome(scan())).toEqual([0, 2, []]);
  });

  it('still allows after the history was written anew', () => {
    tree.git('checkout', '-q', 'topic');
    tree.git('checkout', '-q', '--orphan', 'fresh');
    commit();
    expect(outcome(scan())).toEqual([0, 2, []]);
  });
});

describe('an entry', () => {
  beforeEach(() => allow());

  it.each<[what: string, change: () => void]>([
    ['moved to another line', () => writeFileSync(join(tree.root, 'app/main.js'), `${'\n'.repeat(99)}${source(KNOWN)}`)],
    ['indented', () => writeFileSync(join(tree.root, 'app/main.js'), source(KNOWN).replaceAll(/^/gm, '\t\t'))],
    ['put between other quotes', () => writeFileSync(join(tree.root, 'app/main.js'), source(KNOWN).replaceAll("'", '"'))],
    ['given other ends of lines', () => writeFileSync(join(tree.root, 'app/main.js'), source(KNOWN).replaceAll('\n', '\r\n'))],
    [
      'put behind another name',
      () => writeFileSync(join(tree.root, 'app/main.js'), source(KNOWN).replace('token =', 'tokens.main =')),
    ],
    ['moved to another file', () => renameSync(join(tree.root, 'app/main.js'), join(tree.root, 'elsewhere.ts'))],
    ['written as UTF-16', () => writeFileSync(join(tree.root, 'app/main.js'), Buffer.from(`\ufeff${source(KNOWN)}`, 'utf16le'))],
    [
      'encoded',
      () => writeFileSync(join(tree.root, 'app/main.js'), `x: ${Buffer.from(`token: ${KNOWN}\n`).toString('base64')}\n`),
    ],
  ])('still allows what was %s', (_what, change) => {
    change();
    expect(outcome(scan())).toEqual([0, 1, []]);
  });

  it('hides no new secret on the line of an old one', () => {
    writeFileSync(
      join(tree.root, 'app/main.js'),
      source(KNOWN).replace(';', `; const other = '${OTHER}';`).replace(`'${KNOWN}'`, `['${KNOWN}', '${THIRD}']`),
    );
    const { findings, allowed } = scan();
    expect([findings.map(({ fails }) => fails), allowed]).toEqual([[true, true], 1]);
  });

  it('hides no secret that took the place of the old one, and is told as unused', () => {
    writeFileSync(join(tree.root, 'app/main.js'), source(OTHER));
    expect(outcome(scan())).toEqual([1, 0, [`line 1 of \`${ALLOW_FILE}\` allows nothing that was found: \`github-token\``]]);
  });

  it('that has expired hides nothing, and is told', () => {
    addToAllowFile(file(), []);
    const text = readFileSync(file(), 'utf8').replace('}', ',"owner":"@acme/web","expires":"2026-11-23"}');
    writeFileSync(file(), text);
    expect(outcome(scan())).toEqual([1, 0, [`line 1 of \`${ALLOW_FILE}\` expired on 2026-11-23: \`github-token\` of @acme/web`]]);
    writeFileSync(file(), text.replace('2026-11-23', '2026-11-24'));
    expect(outcome(scan())).toEqual([0, 1, []]);
  });

  it('that is there already is not written twice', () => {
    const before = readFileSync(file(), 'utf8');
    addToAllowFile(file(), readAllowFile(file()));
    expect(readFileSync(file(), 'utf8')).toBe(before);
    appendFileSync(file(), before);
    expect(outcome(scan())).toEqual([0, 1, []]);
    addToAllowFile(file(), []);
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });
});

describe('two branches that each allow a secret', () => {
  beforeEach(() => {
    begin();
    allow();
    commit();
    for (const [branch, token] of [
      ['one', OTHER],
      ['two', THIRD],
    ] as const) {
      tree.git('checkout', '-q', 'main');
      tree.git('checkout', '-qb', branch);
      writeFileSync(join(tree.root, `${branch}.js`), source(token));
      allow();
      commit();
    }
  });

  it('merge without a conflict, as the attribute says', () => {
    expect(mergesAsUnion(tree.root)).toBe(true);
    tree.git('merge', '-q', '--no-edit', 'one');
    expect(readAllowFile(file())).toHaveLength(3);
    expect(outcome(scan())).toEqual([0, 3, []]);
  });

  it('are told of a merge that was left half done', () => {
    writeFileSync(join(tree.root, '.gitattributes'), '');
    expect(mergesAsUnion(tree.root)).toBe(false);
    commit();
    expect(() => tree.git('merge', '-q', '--no-edit', 'one')).toThrow();
    expect(scan).toThrow('is not right');
  });
});
