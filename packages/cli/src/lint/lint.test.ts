/** `leasehold lint` as people and hooks call it: what it says, how it ends, and what it never shows. */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleMaker, RULES } from '@leasehold/checks';
import { scanBytes } from '@leasehold/scan';
import { secretSearch } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { called, leasehold, type SpawnedResult } from '../spawned.ts';
import { LINT_FORMATS } from './format-names.ts';
import { RENDERERS } from './formats.ts';
import { madeSecret, madeTree, type Tree } from './test-tree.ts';

const RULE = 'github-token';
const SECRET = madeSecret(RULE);

const ACME_KEY = ['acme_key', exampleMaker(1).chars('a-z0-9', 32)].join('_');
const ACME_RULE = `- id: acme-key
  title: Acme key
  description: Opens what Acme keeps.
  severity: high
  anchor: acme_key_
  pattern: 'acme_key_[a-z0-9]{32}'
  remedy: make another one
  examples:
    positive: [${ACME_KEY}]
    negative: [acme_key_]
`;

const home = process.cwd();
let tree: Tree;
beforeAll(async () => {
  tree = await madeTree({
    'clean/a.txt': 'nothing to see\n',
    'config/prod.env': `HOST=example.org\n\nTOKEN=${SECRET}\n`,
    'docs/b.md': `again: ${SECRET}\n`,
  });
  process.chdir(tree.path);
});
afterAll(async () => {
  process.chdir(home);
  await tree[Symbol.asyncDispose]();
});

const lint = (...words: string[]): Promise<SpawnedResult> => called(['lint', ...words]);

/** Works in a folder of its own. */
async function within<T>(files: Readonly<Record<string, string>>, work: (own: Tree) => Promise<T>): Promise<T> {
  await using own = await madeTree(files);
  process.chdir(own.path);
  try {
    return await work(own);
  } finally {
    process.chdir(tree.path);
  }
}

describe('lint', () => {
  test('tells a secret once with its places, fails, and never shows it', async () => {
    const { code, out, err } = await leasehold(['lint'], { cwd: tree.path });
    expect(out).toMatch(
      /^config\/prod\.env:3:7 {2}.+ {2}\[proven, \w+\]\ndocs\/b\.md:1:8\n {2}ghp?.*…..\n {2}why: .+\n(?: {2}why: .+\n)* {2}do: {2}.+\n {2}id: {2}github-token [0-9a-f]{32}\n\n/,
    );
    expect(out).toMatch(/\n2 findings, all of which fail: 2 proven\n3 files, 0\.1 kB scanned\n$/);
    expect(secretSearch(out + err, SECRET)).toEqual([]);
    expect([code, err]).toEqual([1, '']);
  });

  test.each([
    [['clean'], 0],
    [['clean/a.txt'], 0],
    [['clean', 'docs/b.md'], 1],
    [['docs', '--fail-on', 'proven'], 1],
    [['missing'], 3],
    [['missing', 'docs'], 1],
  ])('%j exits with %i', async (words, code) => {
    expect((await lint(...words)).code).toBe(code);
  });

  test.each([[['missing']], [['missing', 'docs']]])('says what could not be read: %j', async (words) => {
    expect((await lint(...words)).err).toMatch(/^error: `missing` is not known to be clean, unreadable: .+\n$/);
  });

  test('reads standard input under the name that it is given', async () => {
    const { code, out } = await piped(`x ${SECRET}`, '--stdin', '--stdin-path', 'staged.diff', '--format', 'json');
    expect(JSON.parse(out).findings).toMatchObject([{ path: 'staged.diff', line: 1, column: 3 }]);
    expect(code).toBe(1);
    expect((await piped('nothing', '--stdin')).code).toBe(0);
  });

  test('writes the report to a file, and the text to stdout', async () => {
    const file = join(tree.path, 'report.sarif');
    const { code, out } = await lint('docs', '--format', 'sarif', '--output', file);
    expect(JSON.parse(await readFile(file, 'utf8')).runs[0].results).toHaveLength(1);
    expect(out).toMatch(/^docs\/b\.md:1:8 /);
    expect(code).toBe(1);
  });

  test.each([
    [
      ['--fail-on', 'proof'],
      /^error: option `--fail-on <tier>` argument `proof` is invalid\. .+ \[ERR_USAGE\]\n {2}help: see `leasehold lint --help`\n$/,
    ],
    [['--stdin-path', 'a.env'], /^error: `--stdin-path` names nothing without `--stdin` \[ERR_USAGE\]\n {2}help: .+\n$/],
    [['--history', '--archives'], /^error: `--history` cannot be combined with `--archives` \[ERR_USAGE\]\n {2}help: .+\n$/],
    [['--history', 'missing'], /^error: there is no folder at `missing` \[ERR_LINT_REPOSITORY\]\n {2}help: .+\n$/],
    [['--stdin', 'docs'], /^error: `--stdin` cannot be combined with paths \[ERR_USAGE\]\n {2}help: .+\n$/],
    [
      ['docs', '--output', 'no/such/folder'],
      /^error: the report cannot be written to `no\/such\/folder`.* \[ERR_LINT_OUTPUT\]\n {2}help: .+\n$/,
    ],
    [
      ['rules', 'github-tokn'],
      /^error: there is no rule `github-tokn` \[ERR_LINT_RULE_UNKNOWN\]\n {2}help: did you mean `github-token`\?\n$/,
    ],
    [['--formt', 'json'], /^error: unknown option `--formt` \[ERR_USAGE\]\n {2}help: did you mean `--format`\?\n$/],
  ])('%j is refused with exit code 2', async (words, message) => {
    const { code, err } = await lint(...words);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});

/** Runs lint with something on its standard input. */
async function piped(text: string, ...words: string[]): Promise<SpawnedResult> {
  const main = join(home, 'packages/cli/src/main.ts');
  const child = spawn(process.execPath, [main, 'lint', ...words], { cwd: tree.path, stdio: ['pipe', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said.err += part;
  });
  child.stdin.end(text);
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...said };
}

describe('what changes', () => {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main', ...words], {
      encoding: 'utf8',
    });

  test('is looked at when it is staged, as a range, and in the history, each with what was compared', () =>
    within({ 'a.env': 'A=\n' }, async ({ write }) => {
      git('init', '-q');
      git('add', '.');
      git('commit', '-q', '-m', 'first');
      await write('b.env', `B=${SECRET}\n`);
      expect(await lint('--staged')).toMatchObject({ code: 0, err: 'compared what is staged with the last commit\n' });
      git('add', '.');
      expect((await lint('--staged')).out).toMatch(/^b\.env:1:3 {2}/);
      expect((await lint('--staged', 'a.env')).code).toBe(0);
      git('commit', '-q', '-m', 'second');
      git('rm', '-q', 'b.env');
      git('commit', '-q', '-m', 'third');
      expect(await lint()).toMatchObject({ code: 0, err: '' });
      const range = await lint('--range', 'HEAD~2..HEAD');
      expect(range.err).toBe('scanned the 2 commits of HEAD~2..HEAD, and left out what HEAD~2 has\n');
      expect(range.out).toMatch(/^b\.env:1:3 in [0-9a-f]{12} {2}.+\n {2}how: commit [0-9a-f]{12} of a on .+ took it out/s);
      expect((await lint('--range', 'HEAD~1..HEAD')).code).toBe(0);
      expect((await lint('--history')).out).toMatch(/^b\.env:1:3 in [0-9a-f]{12} /);
    }));

  test('in the history of another repository is told by the rules of that one', () =>
    within({}, async ({ write }) => {
      await write('other/.leasehold/rules/acme.yml', ACME_RULE);
      await write('other/a.env', `KEY=${ACME_KEY}\n`);
      git('init', '-q', 'other');
      git('-C', 'other', 'add', '.');
      git('-C', 'other', 'commit', '-q', '-m', 'first');
      const { runs } = JSON.parse((await lint('--history', 'other', '--format', 'sarif')).out);
      const rule = runs[0].tool.driver.rules.find(({ id }: { readonly id: string }) => id === 'acme-key');
      expect(rule.fullDescription).toEqual({ text: 'Opens what Acme keeps.' });
    }));

  test.each([
    [['--staged', '--pr'], '`--staged` cannot be combined with `--pr`', 'ERR_USAGE'],
    [['--range', 'a..b', '--stdin'], '`--stdin` cannot be combined with `--range`', 'ERR_USAGE'],
    [['--history', '.', 'docs'], '`--history` cannot be combined with paths', 'ERR_USAGE'],
    [['--range', '--output=x'], '`--output=x` is not a range of commits', 'ERR_LINT_RANGE'],
    [['--staged'], 'this folder is in no git repository', 'ERR_LINT_REPOSITORY'],
    [['--pr'], 'this folder is in no git repository', 'ERR_LINT_REPOSITORY'],
    [['--rules', 'nowhere'], 'there are no rules at `nowhere`', 'ERR_RULES_FOLDER'],
  ])('%j is refused with exit code 2', async (words, message, errorCode) => {
    const { code, err } = await lint(...words);
    expect(err).toMatch(new RegExp(`^error: ${message.replaceAll('.', '\\.')} \\[${errorCode}\\]\n {2}help: `));
    expect(code).toBe(2);
  });
});

describe('every format', () => {
  const shapes: Readonly<Record<(typeof LINT_FORMATS)[number], (out: string) => unknown>> = {
    text: (out) => expect(out).toContain('config/prod.env:3:7'),
    json: (out) =>
      expect(JSON.parse(out)).toMatchObject({ version: 1, failing: 2, findings: [{ ruleId: RULE }, { ruleId: RULE }] }),
    jsonl: (out) =>
      expect(
        out
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).type),
      ).toEqual(['finding', 'finding', 'summary']),
    sarif: (out) => expect(JSON.parse(out).runs[0].tool.driver.rules).toMatchObject([{ id: RULE }]),
    github: (out) =>
      expect(out).toMatch(
        /^::error file=config\/prod\.env,line=3,endLine=3,col=7,endColumn=\d+,title=.+\n::error file=docs\/b\.md,/,
      ),
    junit: (out) => expect(out).toMatch(/^<\?xml .*<testsuites .* tests="2" failures="2".*<\/testsuites>\n$/s),
    gitlab: (out) => expect(JSON.parse(out).vulnerabilities).toHaveLength(2),
    'gitlab-codequality': (out) => expect(JSON.parse(out)).toMatchObject([{ check_name: RULE }, { check_name: RULE }]),
  };

  test.each(LINT_FORMATS)('%s is what its readers expect', async (format) => {
    const { code, out, err } = await lint('config', 'docs', '--format', format);
    shapes[format](out);
    expect([code, err]).toEqual([1, '']);
  });

  test('never shows a secret of any rule', () => {
    const made = RULES.flatMap((rule, at) => rule.examples(exampleMaker(at + 1)).positive.slice(0, 1));
    const secrets = made.filter(({ length }) => length >= 16);
    const run = { version: '1', startedAt: 0, endedAt: 0, rule: () => undefined };
    let findings = 0;
    for (let at = 0; at < secrets.length; at += 64) {
      const some = secrets.slice(at, at + 64);
      const bytes = Buffer.from(some.join('\n\n'), 'latin1');
      const report = scanBytes({ cwd: tree.path, bytes, path: 'all.txt', failOn: 'heuristic' }, { now: Date.now });
      const said = LINT_FORMATS.map((format) => RENDERERS[format](report, run)).join('\n');
      findings += report.findings.length;
      expect(some.filter((secret) => said.includes(secret))).toEqual([]);
      if (at === 0) for (const secret of some.slice(0, 20)) expect(secretSearch(said, secret)).toEqual([]);
    }
    expect(findings).toBeGreaterThan(secrets.length / 2);
  });
});

describe('lint rules', () => {
  test('lists every rule once', async () => {
    const { code, out } = await lint('rules');
    expect(out.trim().split('\n')).toHaveLength(RULES.length);
    expect(JSON.parse((await lint('rules', '--format', 'json')).out)).toHaveLength(RULES.length);
    expect(code).toBe(0);
  });

  test('shows one with what to do and where to read on', async () => {
    const { out } = await lint('rules', RULE);
    expect(out).toMatch(
      /^github-token {2}.+\n {2}.+\n {2}severity: \w+\n {2}to do: .+\n(?: {2}made needless by: .+\n)? {2}reference: https:.+\n$/,
    );
    expect(JSON.parse((await lint('rules', RULE, '--format', 'json')).out)).toMatchObject({
      id: RULE,
      severity: expect.any(String),
    });
  });
});

describe('lint allow', () => {
  test('puts an entry in the place of one for the same secret and path', () =>
    within({}, async ({ path }) => {
      const allow = ['allow', '0'.repeat(32), '--rule', RULE, '--reason', 'x'];
      await lint(...allow, '--expires', '2998-01-01');
      await lint(...allow, '--path', 'test/*');
      await lint(...allow, '--expires', '2999-01-01');
      const lines = (await readFile(join(path, '.leasehold/allow.jsonl'), 'utf8')).trim().split('\n');
      expect(lines.map((line) => JSON.parse(line).expires)).toEqual([undefined, '2999-01-01']);
    }));

  test('allows the secret wherever it stands, and nothing else; without the list it counts again', () =>
    within({ 'a.env': `A=${SECRET}\n` }, async ({ write }) => {
      const [finding] = JSON.parse((await lint('--format', 'json')).out).findings;
      const allow = ['allow', finding.fingerprint, '--rule', finding.ruleId, '--reason', 'a fixture', '--owner', '@acme/web'];
      const added = await lint(...allow);
      expect(added.out).toMatch(/^added to .*allow\.jsonl: \{"rule":"github-token",/);
      expect((await lint(...allow)).out).toMatch(/^there already in /);
      await write('b/moved.env', `\n\n  B=${SECRET}\n`);
      expect(await lint()).toMatchObject({ code: 0, out: expect.stringMatching(/; 2 findings allowed\n$/) });
      expect((await lint('--no-allow-list')).code).toBe(1);
      await write('a.env', `A=${madeSecret(RULE, 2)}\n`);
      expect((await lint()).code).toBe(1);
    }));

  test.each([
    [['zz', '--rule', RULE, '--reason', 'x'], /^error: the fingerprint is not of its form \[ERR_USAGE\]/],
    [
      ['0'.repeat(32), '--rule', RULE, '--reason', 'x', '--expires', 'soon'],
      /^error: `expires` is not of its form \[ERR_USAGE\]/,
    ],
    [
      ['0'.repeat(32), '--rule', RULE, '--reason', 'x', '--expires', '2020-02-29'],
      /^error: `expires` is a day that is over \[ERR_USAGE\]/,
    ],
    [
      ['0'.repeat(32), '--rule', 'no-such-rule', '--reason', 'x'],
      /^error: there is no rule `no-such-rule` \[ERR_LINT_RULE_UNKNOWN\]/,
    ],
    [['0'.repeat(32), '--rule', RULE], /^error: required option `--reason <text>` not specified \[ERR_USAGE\]/],
  ])('%j is refused, and nothing is written', (words, message) =>
    within({}, async ({ path }) => {
      const { code, err } = await lint('allow', ...words);
      expect(err).toMatch(message);
      expect(code).toBe(2);
      await expect(readFile(join(path, '.leasehold/allow.jsonl'))).rejects.toThrow('ENOENT');
    }),
  );
});
