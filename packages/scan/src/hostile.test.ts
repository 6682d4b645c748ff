/** Trees that are made to stop a scan, or to take it elsewhere: it ends, says what it did not look at, and finds what is beside it. */

import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { exampleMaker, ruleById } from '@leasehold/checks';
import { describe, expect, it } from 'vitest';
import { fileSource } from './archives/byte-source.ts';
import { openFile } from './open-file.ts';
import { openScanner } from './open-scanner.ts';
import { scanBytes } from './scan-bytes.ts';
import { newFileScanner } from './scan-file.ts';
import { scanTree } from './scan-tree.ts';
import { type TestTree, testTree, walked } from './test-tree.ts';
import { walk } from './walk.ts';

const SECRET = ruleById('github-token')?.examples(exampleMaker(5)).positive[0] as string;
const ENV = `TOKEN=${SECRET}\n`;
const LINUX = process.platform === 'linux';

/** What a scan of the tree found, and what it did not look at. */
async function scanned(
  tree: TestTree,
  ...paths: readonly string[]
): Promise<{ found: readonly string[]; skipped: Readonly<Record<string, string>> }> {
  const report = await scanTree(
    { cwd: tree.root, paths: paths.length === 0 ? ['.'] : paths, failOn: 'prefixed' },
    { now: () => 0 },
  );
  return {
    found: report.findings.map(({ at }) => at.path),
    skipped: Object.fromEntries(report.skipped.map(({ path, reason }) => [path, reason])),
  };
}

describe('a tree', () => {
  it('with links that go round is walked once, and each is said', async () => {
    using tree = testTree({ 'a/b/c.env': ENV });
    symlinkSync('..', join(tree.root, 'a/b/up'));
    symlinkSync(tree.root, join(tree.root, 'a/top'));
    symlinkSync('self', join(tree.root, 'self'));
    symlinkSync('other', join(tree.root, 'one'));
    symlinkSync('one', join(tree.root, 'other'));
    const { found, skipped } = await scanned(tree);
    expect(found).toEqual(['a/b/c.env']);
    expect(skipped).toEqual(
      Object.fromEntries(['a/b/up', 'a/top', 'self', 'one', 'other'].map((path) => [path, 'symbolic link'])),
    );
    expect((await scanned(tree, 'self', 'a')).skipped).toMatchObject({ self: 'unreadable: ELOOP' });
  });

  it.runIf(LINUX)('with a pipe and a socket does not wait for them', async () => {
    using tree = testTree({ 'a.env': ENV });
    execFileSync('mkfifo', [join(tree.root, 'pipe')]);
    const server = createServer();
    await new Promise<void>((ready) => server.listen(join(tree.root, 's'), ready));
    const { found, skipped } = await scanned(tree);
    const named = await scanned(tree, 'pipe', 's', 'a.env');
    await new Promise((closed) => server.close(closed));
    expect(found).toEqual(['a.env']);
    expect(skipped).toEqual({ pipe: 'not a regular file', s: 'not a regular file' });
    const reason = 'unreadable: not a regular file';
    expect(named).toEqual({ found, skipped: { pipe: reason, s: reason } });
  });

  it.runIf(LINUX)('whose file has become a pipe or a link since it was seen is not taken elsewhere', () => {
    using tree = testTree({ 'secret.env': ENV, a: 'a', b: 'b', c: 'c' });
    const scanner = newFileScanner(openScanner(), 'prefixed');
    const found: number[] = [];
    const errors: unknown[] = [];
    rmSync(join(tree.root, 'a'));
    execFileSync('mkfifo', [join(tree.root, 'a')]);
    rmSync(join(tree.root, 'b'));
    symlinkSync('secret.env', join(tree.root, 'b'));
    rmSync(join(tree.root, 'c'));
    mkdirSync(join(tree.root, 'c'));
    for (const name of ['a', 'b', 'c', 'gone']) {
      try {
        found.push(scanner.scan(join(tree.root, name), name).findings.length);
      } catch (error) {
        errors.push((error as NodeJS.ErrnoException).code);
      }
    }
    expect([found, errors]).toEqual([[], ['ESPIPE', 'ELOOP', 'EISDIR', 'ENOENT']]);
    expect(() => fileSource(join(tree.root, 'b'))).toThrow('ELOOP');
  });

  it('whose folder becomes a link upwards while it is walked is walked to its end', () => {
    using tree = testTree({ 'in/a/x.env': ENV, 'in/b/y.env': ENV });
    const seen: string[] = [];
    walk(tree.root, ['in'], {
      file: (_absolute, shown) => {
        seen.push(shown);
        const other = shown.startsWith('in/a') ? 'in/b' : 'in/a';
        if (seen.length > 1) return;
        renameSync(join(tree.root, other), join(tree.root, 'moved'));
        symlinkSync('..', join(tree.root, other));
      },
      skipped: () => undefined,
    });
    expect(seen.length).toBeLessThan(4);
  });

  it('whose files are removed while it is scanned is scanned to its end', () => {
    using tree = testTree({ a: 'a', b: 'b', c: ENV });
    const touched: string[] = [];
    const scanner = newFileScanner(openScanner(), 'prefixed');
    const errors: unknown[] = [];
    walk(tree.root, ['.'], {
      file: (absolute, shown) => {
        if (touched.length === 0)
          for (const name of ['a', 'b', 'c'].filter((other) => other !== shown)) rmSync(join(tree.root, name));
        touched.push(shown);
        try {
          scanner.scan(absolute, shown);
        } catch (error) {
          errors.push((error as NodeJS.ErrnoException).code);
        }
      },
      skipped: () => undefined,
    });
    expect([touched.length, errors]).toEqual([3, ['ENOENT', 'ENOENT']]);
  });

  it.runIf(LINUX)('with names of any bytes tells each as it is', async () => {
    using tree = testTree({
      'a\nb.env': ENV,
      'c"d\'e`.env': ENV,
      '%0A::error::f': ENV,
      '<script>': ENV,
      ' ': ENV,
      '-rf': ENV,
      '$(x)': ENV,
      'é\u202e': ENV,
    });
    writeFileSync(Buffer.concat([Buffer.from(`${tree.root}/g`), Buffer.from([0xff, 0xfe])]), ENV);
    const { found, skipped } = await scanned(tree);
    expect(found.toSorted()).toEqual(
      [' ', '$(x)', '%0A::error::f', '-rf', '<script>', 'a\nb.env', 'c"d\'e`.env', 'g\ufffd\ufffd', 'é\u202e'].toSorted(),
    );
    expect(skipped).toEqual({});
  });

  it.runIf(LINUX)('deeper than a path may be long is walked as far as the system lets it, and the rest is said', async () => {
    using tree = testTree({ 'a.env': ENV });
    // Longer than the system takes in one piece, so that it is made step by step.
    execFileSync(
      'sh',
      [
        '-c',
        'i=0; while [ $i -lt 30 ]; do mkdir "$1" && cd -P "$1" || exit 1; i=$((i+1)); done; echo x > f',
        'sh',
        'd'.repeat(200),
      ],
      { cwd: tree.root },
    );
    const { found, skipped } = await scanned(tree);
    expect(found).toEqual(['a.env']);
    expect(Object.values(skipped)).toEqual(['unreadable: ENAMETOOLONG']);
  });

  it('with very many files in one folder is walked to its end', () => {
    using tree = testTree();
    const many = Number(process.env.LEASEHOLD_MANY ?? 300);
    for (let at = 0; at < many; at++) closeSync(openSync(join(tree.root, `${at}`), 'w'));
    expect(walked(tree.root, '.').files).toHaveLength(many);
  });
});

describe('a file', () => {
  const scanner = newFileScanner(openScanner(), 'prefixed');

  it.runIf(LINUX)('that has content though its size is told as none is read', () => {
    const { bytes } = scanner.scan('/proc/self/status', 'status');
    expect(bytes).toBeGreaterThan(100);
  });

  it('that is cut or grows between two reads is scanned as far as it goes', () => {
    using tree = testTree();
    const path = join(tree.root, 'f');
    writeFileSync(path, `${'word '.repeat(5 << 19)}\n${ENV}`);
    const file = openFile(path);
    const part = new Uint8Array(1 << 20);
    expect(file.fill(part)).toBe(part.length);
    truncateSync(path, (1 << 20) + 7);
    expect(file.fill(part)).toBe(7);
    appendFileSync(path, 'more');
    expect(file.fill(part)).toBe(4);
    expect(file.fill(part)).toBe(0);
    file.close();
  });

  it('of nothing but holes costs memory for one window', () => {
    using tree = testTree();
    const path = join(tree.root, 'f');
    const descriptor = openSync(path, 'w');
    ftruncateSync(descriptor, 24 << 20);
    closeSync(descriptor);
    appendFileSync(path, `\n${ENV}`);
    const { findings, bytes } = scanner.scan(path, 'f');
    expect(bytes).toBe((24 << 20) + 1 + ENV.length);
    expect(findings.map(({ at }) => [at.line, at.column])).toEqual([[2, 7]]);
  });
});

describe('bytes that were handed over', () => {
  it.each<[what: string, bytes: Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from([0xff])],
    ['a mark and nothing behind it', Buffer.from([0xff, 0xfe])],
    ['half a unit of UTF-16', Buffer.from([0xff, 0xfe, 0x41])],
    ['NULs', Buffer.alloc(100_000)],
    ['what is no UTF-8', Buffer.alloc(100_000, 0xc3)],
    ['a packed file that is cut', Buffer.from([0x1f, 0x8b, 0x08])],
  ])('are scanned: %s', (_what, bytes) => {
    using tree = testTree();
    const report = scanBytes({ cwd: tree.root, bytes, path: '(stdin)', failOn: 'prefixed' }, { now: () => 0 });
    expect([report.findings, report.bytes]).toEqual([[], bytes.length]);
  });
});
