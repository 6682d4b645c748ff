/** `leasehold lint` as people and hooks call it: what it says, how it ends, and what it never shows. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleMaker, RULES } from '@leasehold/checks';
import { secretSearch } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { called, leasehold, type SpawnedResult } from '../spawned.ts';
import { LINT_FORMATS } from './format-names.ts';
import { madeSecret, madeTree, type Tree } from './test-tree.ts';

const RULE = 'github-token';
const SECRET = madeSecret(RULE);

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

  test('says what could not be read', async () => {
    expect((await lint('missing')).err).toMatch(/^error: `missing` is not known to be clean, unreadable: .+\n$/);
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

  test('never shows a secret of any rule', () =>
    within({}, async ({ write }) => {
      const made = RULES.flatMap((rule, at) => rule.examples(exampleMaker(at + 1)).positive.slice(0, 1));
      const secrets = made.filter(({ length }) => length >= 16);
      await write('s/all.txt', Buffer.from(secrets.join('\n\n'), 'latin1'));
      let said = '';
      for (const format of LINT_FORMATS) {
        const { out, err } = await lint('--fail-on', 'heuristic', '--format', format);
        said += out + err;
      }
      expect(said).toContain('"s/all.txt"');
      expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
      for (const secret of secrets.slice(0, 20)) expect(secretSearch(said, secret)).toEqual([]);
    }));
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
