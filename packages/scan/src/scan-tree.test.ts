import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { exampleMaker, RULES } from '@leasehold/checks';
import { describe, expect, it } from 'vitest';
import { addToAllowFile, readAllowFile } from './allow-file.ts';
import type { ScanReport } from './lint-report.ts';
import { scanBytes } from './scan-bytes.ts';
import { scanTree } from './scan-tree.ts';
import { testTree } from './test-tree.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const ports = { now: () => NOW };

/** Text with a secret of one kind, another one for each seed. */
function secretText(seed: number): string {
  const rule = RULES.find(({ id }) => id === 'github-token') ?? RULES[0];
  return `value = ${rule?.examples(exampleMaker(seed)).positive[0]}\n`;
}

function scan(cwd: string, ...paths: readonly string[]): ScanReport {
  return scanTree({ cwd, paths: paths.length > 0 ? paths : ['.'], failOn: 'prefixed' }, ports);
}

const places = ({ findings }: ScanReport) => findings.map(({ at }) => `${at.path}:${at.line}`);

describe('scanTree', () => {
  it('tells what it found by path and place, and how much it looked at', () => {
    using tree = testTree({ 'b/z': secretText(1), a: `\n${secretText(2)}${secretText(3)}`, 'b/a': 'nothing', é: secretText(4) });
    const report = scan(tree.root);
    expect(places(report)).toEqual(['a:2', 'a:3', 'b/z:1', 'é:1']);
    const { files, bytes, skipped, allowed, notes, failOn } = report;
    expect({ files, skipped, allowed, notes, failOn }).toEqual({
      files: 4,
      skipped: [],
      allowed: 0,
      notes: [],
      failOn: 'prefixed',
    });
    expect(bytes).toBe(4 * secretText(1).length + 8);
  });

  it('never tells the secret itself', () => {
    using tree = testTree({ a: secretText(1) });
    const secret = secretText(1).slice('value = '.length, -1);
    expect(JSON.stringify(scan(tree.root))).not.toContain(secret);
  });

  it('tells what is named and not there, and scans the rest', () => {
    using tree = testTree({ a: secretText(1) });
    const report = scan(tree.root, 'a', 'b');
    expect(places(report)).toEqual(['a:1']);
    expect(report.skipped).toEqual([{ path: 'b', reason: 'unreadable: not there' }]);
  });

  it('waits for no pipe, and reads none', () => {
    using tree = testTree({ a: '' });
    execFileSync('mkfifo', [join(tree.root, 'pipe')]);
    expect(scan(tree.root).skipped).toEqual([{ path: 'pipe', reason: 'not a regular file' }]);
    expect(scan(tree.root, 'pipe').skipped).toEqual([{ path: 'pipe', reason: 'unreadable: not a regular file' }]);
  });

  it('survives files that vanish or become something else between the walk and the reading', () => {
    const names = Array.from({ length: 400 }, (_, at) => `f${at}`);
    using tree = testTree(Object.fromEntries(names.map((name) => [name, 'x'])));
    const path = (name: string) => join(tree.root, name);
    let done = false;
    const progress = (): void => {
      if (done) return;
      done = true;
      for (const [at, name] of names.entries()) {
        rmSync(path(name));
        if (at % 4 === 1) mkdirSync(path(name));
        if (at % 4 === 2) symlinkSync('f3', path(name));
      }
      execFileSync('mkfifo', names.filter((_, at) => at % 4 === 3).map(path));
    };
    const { files, skipped } = scanTree({ cwd: tree.root, paths: ['.'], failOn: 'prefixed' }, { ...ports, progress });
    expect(files + skipped.length).toBe(400);
    const reasons = new Set(skipped.map(({ reason }) => reason));
    expect([...reasons].sort()).toEqual(['EISDIR', 'ELOOP', 'ESPIPE', 'not there'].map((why) => `unreadable: ${why}`));
  });

  it('says now and then how far it has come', () => {
    using tree = testTree(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`f${at}`, 'xy'])));
    const said: (readonly number[])[] = [];
    scanTree({ cwd: tree.root, paths: ['.'], failOn: 'prefixed' }, { ...ports, progress: (...totals) => said.push(totals) });
    expect(said).toEqual([
      [128, 256],
      [256, 512],
    ]);
  });

  describe('with an allow list', () => {
    const other = { rule: 'npm-token', hash: 'f'.repeat(32), reason: 'was a fixture', owner: '@acme/web' };

    it('leaves out what is allowed, by value: the secret may move, and a new one on its line is found', () => {
      using tree = testTree({ 'in/a': secretText(1) });
      tree.git('init', '-q');
      const [finding] = scan(tree.root).findings;
      const entry = { rule: finding?.ruleId ?? '', hash: finding?.fingerprint ?? '', path: 'in/*', reason: 'a fixture' };
      addToAllowFile(join(tree.root, '.leasehold/allow.jsonl'), [entry]);
      tree.write({ 'in/a': `\n\n${secretText(1)}`, 'in/b': secretText(2) });
      expect(scan(tree.root)).toMatchObject({ allowed: 1, findings: [{ at: { path: 'in/b' } }], unused: [], notes: [] });
      expect(scan(join(tree.root, 'in'), 'a')).toMatchObject({ allowed: 1, findings: [] });
    });

    it('tells unused entries when the whole repository was scanned, and expired ones always', () => {
      using tree = testTree({ 'in/a': '' });
      tree.git('init', '-q');
      addToAllowFile(join(tree.root, '.leasehold/allow.jsonl'), [
        other,
        { ...other, hash: 'e'.repeat(32), expires: '2026-11-01' },
      ]);
      const expired = 'line 1 of `.leasehold/allow.jsonl` expired on 2026-11-01: `npm-token` of @acme/web';
      expect(scan(tree.root, 'in').notes).toEqual([expired]);
      expect(scan(tree.root).notes).toEqual([
        expired,
        'line 2 of `.leasehold/allow.jsonl` allows nothing that was found: `npm-token` of @acme/web',
      ]);
    });

    it('stops at one that is wrong', () => {
      using tree = testTree({ '.leasehold/allow.jsonl': '{}' });
      expect(() => scan(tree.root)).toThrowCode('ERR_ALLOW_LIST');
    });

    it('adds entries in their order, each once', () => {
      using tree = testTree();
      const path = join(tree.root, '.leasehold/allow.jsonl');
      const first = { ...other, hash: '0'.repeat(32) };
      addToAllowFile(path, [other]);
      addToAllowFile(path, [first, other]);
      expect(readAllowFile(path)).toEqual([
        { ...first, line: 1 },
        { ...other, line: 2 },
      ]);
    });
  });
});

describe('scanBytes', () => {
  it('scans what was handed over as one file', () => {
    using tree = testTree();
    const bytes = Buffer.from(`\n${secretText(1)}`);
    const report = scanBytes({ cwd: tree.root, bytes, path: '(stdin)', failOn: 'prefixed' }, ports);
    expect(places(report)).toEqual(['(stdin):2']);
    expect(report).toMatchObject({ files: 1, bytes: bytes.length, skipped: [] });
  });

  it('leaves out what the allow list allows', () => {
    using tree = testTree();
    const bytes = Buffer.from(secretText(1));
    const request = { cwd: tree.root, bytes, path: '(stdin)', failOn: 'prefixed' } as const;
    const [finding] = scanBytes(request, ports).findings;
    addToAllowFile(join(tree.root, '.leasehold/allow.jsonl'), [
      { rule: finding?.ruleId ?? '', hash: finding?.fingerprint ?? '', reason: 'a fixture' },
    ]);
    expect(scanBytes(request, ports)).toMatchObject({ allowed: 1, findings: [], unused: [] });
  });
});
