/** `leasehold lint import`: what other scanners ignore becomes entries by content, and each entry is accounted for. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readAllowFile } from '@leasehold/scan';
import { secretSearch } from '@leasehold/testkit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeSecret, madeTree, type Tree } from '../lint/test-tree.ts';
import { called, type SpawnedResult } from '../spawned.ts';

// Each waits for other processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const [GITHUB, NPM, OLD] = [madeSecret('github-token'), madeSecret('npm-access-token'), madeSecret('github-token', 9)] as const;
const PASSWORD = ['h4rd', 'to', 'guess'].join('-');
const SETTINGS = ['user.name=a', 'user.email=a@example.com', 'commit.gpgSign=false', 'init.defaultBranch=main'].flatMap(
  (setting) => ['-c', setting],
);

const home = process.cwd();
let tree: Tree;
beforeEach(async () => {
  tree = await madeTree({
    'src/a.env': `# a\nTOKEN=${GITHUB}\nNPM_TOKEN=${NPM}\nx=1\n`,
    'src/old.txt': `first\nkey: "${OLD}"\n`,
    '.gitattributes': '.leasehold/allow.jsonl merge=union\n',
  });
  process.chdir(tree.path);
});
afterEach(async () => {
  process.chdir(home);
  await tree[Symbol.asyncDispose]();
});

const git = (...words: readonly string[]): string =>
  execFileSync('git', [...SETTINGS, ...words], { cwd: tree.path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const load = (...words: readonly string[]): Promise<SpawnedResult> =>
  called(['lint', 'import', ...words], { PATH: process.env.PATH ?? '' });
const entries = (): readonly string[] =>
  readAllowFile(join(tree.path, '.leasehold/allow.jsonl')).map(({ rule, reason }) => `${rule}: ${reason}`);
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
const lint = async (): Promise<number | null> => (await called(['lint', 'src'])).code;

describe('a .gitleaksignore', () => {
  it('is taken over line by line', async () => {
    await tree.write(
      '.gitleaksignore',
      '# known\n\nsrc/a.env:github-pat:2\nsrc\\a.env:npm-access-token:3\nsrc/a.env:generic-api-key:4\nsrc/a.env:x:99\nsrc/none:x:1\nnonsense\n',
    );
    const { code, out, err } = await load();
    expect(out.replaceAll(/[0-9a-f]{32}/g, 'HASH')).toBe(
      [
        '.gitleaksignore:3  imported: github-pat in src/a.env as github-token HASH',
        '.gitleaksignore:4  imported: npm-access-token in src/a.env as npm-access-token HASH',
        '.gitleaksignore:5  nothing that lint finds: generic-api-key in src/a.env',
        '.gitleaksignore:6  gone: x in src/a.env',
        '.gitleaksignore:7  gone: x in src/none',
        '.gitleaksignore:8  not understood',
        '2 imported, 2 gone, 1 nothing that lint finds, 1 not understood; 2 new entries in .leasehold/allow.jsonl\n',
      ].join('\n'),
    );
    expect([code, err]).toEqual([0, '']);
    expect(entries()).toEqual([
      'github-token: imported from .gitleaksignore, as `github-pat`',
      'npm-access-token: imported from .gitleaksignore, as `npm-access-token`',
    ]);
    expect(secretSearch(out, GITHUB)).toEqual([]);
  });

  it('finds in the commit what is gone from the files', async () => {
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
    const id = git('rev-parse', 'HEAD');
    await rm(join(tree.path, 'src/old.txt'));
    await tree.write('list', `${id}:src/old.txt:github-pat:2\n${'0'.repeat(40)}:src/a.env:github-pat:2\n`);
    expect((await load('list')).out).toContain('2 imported; 2 new entries');
  });

  it('is written where what stands in the allow list holds for other files only, or no more', async () => {
    await tree.write('list', 'src/a.env:github-pat:2\n');
    await load('list');
    const [{ line: _, ...entry } = { line: 0 }] = readAllowFile(join(tree.path, '.leasehold/allow.jsonl'));
    for (const [more, count] of [
      [{ path: 'other/*' }, 2],
      [{ expires: '2020-02-29' }, 1],
    ] as const) {
      await tree.write('.leasehold/allow.jsonl', JSON.stringify({ ...entry, ...more }));
      expect((await load('list')).out).toContain('1 imported; 1 new entry');
      expect(entries()).toHaveLength(count);
      expect((await load('list')).out).toContain('1 imported; 0 new entries');
    }
  });

  it('reads nothing outside of the repository', async () => {
    await using other = await madeTree({ secret: `TOKEN=${GITHUB}\n` });
    await tree.write('list', `../${other.path.split('/').at(-1)}/secret:x:1\n${other.path}/secret:x:1\n`);
    expect((await load('list')).out).toContain('0 imported, 2 gone');
  });
});

describe('a .secrets.baseline', () => {
  const baseline = (...items: readonly object[]): string => JSON.stringify({ version: '1.5.0', results: { 'src/a.env': items } });

  it('is matched by the hash of the value, wherever it has moved', async () => {
    await tree.write(
      '.secrets.baseline',
      baseline(
        { type: 'GitHub Token', hashed_secret: sha1(GITHUB), line_number: 77 },
        { type: 'Secret Keyword', hashed_secret: sha1('gone'), line_number: 3 },
      ),
    );
    expect((await load()).out).toContain('1 imported, 1 nothing that lint finds;');
    expect(entries()).toEqual(['github-token: imported from .secrets.baseline, as `GitHub Token`']);
  });

  it('says of what was marked as a real secret that it is to be rotated', async () => {
    await tree.write(
      'b.json',
      baseline({ type: 'T', hashed_secret: sha1(NPM), is_secret: true }, { type: 'T', hashed_secret: 'x' }),
    );
    const { out } = await load('b.json');
    expect(out).toContain('it is marked as a real secret, so rotate it');
    expect(out).toContain('1 imported, 1 not understood');
    expect(entries()).toEqual(['npm-access-token: imported from b.json, as `T`, where it is marked as a real secret']);
  });

  it.each<[what: string, text: string, piece: string]>([
    ['the password of an address', `url = "postgres://app:${PASSWORD}@db.internal/x"`, PASSWORD],
    ['the address', `url = "postgres://app:${PASSWORD}@db.internal/x"`, `postgres://app:${PASSWORD}@db.internal/x`],
    ['what stands in quotes', `header = 'Bearer ${NPM}'`, `Bearer ${NPM}`],
    ['what is assigned', `header: Bearer ${NPM}`, `Bearer ${NPM}`],
    ['a part between blanks', `run --token=${NPM} now`, `--token=${NPM}`],
  ])('is matched where the other scanner took for the value %s', async (_what, text, piece) => {
    await tree.write('src/a.env', `# first\n${text}\n`);
    await tree.write('b.json', baseline({ type: 'X', hashed_secret: sha1(piece), line_number: 9 }));
    expect((await load('b.json')).out).toContain('1 imported');
  });

  it('is matched by its line where only the head of a key was hashed', async () => {
    const [one, two] = [madeSecret('private-key', 1), madeSecret('private-key', 2)];
    const [head = ''] = /BEGIN [A-Z ]*PRIVATE KEY/.exec(one) ?? [];
    const wanted = { type: 'Private Key', hashed_secret: sha1(head) };
    await tree.write('src/a.env', `x\n\n${one}\n`);
    await tree.write('b.json', baseline({ ...wanted, line_number: 1 }));
    expect((await load('b.json', '--dry-run')).out).toContain('1 imported');
    await tree.write('src/a.env', `x\n\n${one}\n${two}\n`);
    expect((await load('b.json', '--dry-run')).out).toContain('0 imported, 1 nothing that lint finds');
    await tree.write('b.json', baseline({ ...wanted, line_number: 3 }));
    expect((await load('b.json')).out).toContain('1 imported; 1 new entry');
  });
});

describe('a report of gitleaks', () => {
  it('is matched by the value, or by the place where that was taken out', async () => {
    const about = { RuleID: 'github-pat', File: 'src/a.env', Commit: '', Match: 'x' };
    await tree.write(
      'r.json',
      JSON.stringify([
        { ...about, StartLine: 50, EndLine: 50, Secret: GITHUB },
        { ...about, StartLine: 3, EndLine: 3, Secret: 'REDACTED' },
        { RuleID: 'x' },
      ]),
    );
    expect((await load('r.json')).out).toContain('2 imported, 1 not understood; 2 new entries');
    expect(await lint()).toBe(1);
  });
});

describe('comments', () => {
  beforeEach(async () => {
    await tree.write('src/a.env', `A=${GITHUB} # gitleaks:allow\n# pragma: allowlist nextline secret\nB=${NPM}\n`);
    await tree.write('src/old.txt', `key: "${OLD}"\n`);
  });

  it('of other scanners do not count before they are imported', async () => {
    await tree.write('src/old.txt', '');
    expect(await lint()).toBe(1);
    const { out } = await load('--comments', 'src', '--owner', '@acme/web', '--expires', '2099-12-31');
    expect(out.replaceAll(/[0-9a-f]{32}/g, 'HASH')).toBe(
      'src/a.env:1  imported: gitleaks:allow as github-token HASH\nsrc/a.env:3  imported: pragma: allowlist nextline secret as npm-access-token HASH\n2 imported; 2 new entries in .leasehold/allow.jsonl\n',
    );
    expect(await lint()).toBe(0);
    expect((await load('--comments')).out).toContain('0 new entries');
  });

  it('are only told with --dry-run', async () => {
    expect((await load('--comments', '--dry-run')).out).toContain('2 imported; 2 new entries for');
    expect(entries()).toEqual([]);
  });
});

describe('bad usage', () => {
  it.each([
    [[], 'there is no list of ignored secrets here'],
    [['none'], 'the file `none` does not exist'],
    [['src/a.env'], '`src/a.env` is no list of ignored secrets that is known here'],
    [['x.json'], '`x.json` is no list of ignored secrets that is known here'],
    [['--comments', '--expires', '2027-02-30'], '`expires` is not of its form'],
    [['--comments', '--reason', ' '], '`reason` is not of its form'],
  ])('%j is refused', async (words, message) => {
    await tree.write('x.json', '{"a": 1}');
    const { code, err } = await load(...words);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});
