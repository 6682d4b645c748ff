/** The step as the runner runs it: annotations, outputs, summary, SARIF and how it ends. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleMaker, ruleById } from '@leasehold/checks';
import { type ActionRun, runAction, secretSearch } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readInputs } from './inputs.ts';

const RULE = 'github-token';
const entry = { main: join(import.meta.dirname, 'main.ts') };
const secret = (seed: number): string => ruleById(RULE)?.examples(exampleMaker(seed)).positive[0] as string;

let workspace: string;
beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'leasehold-secret-lint-'));
  await writeFile(join(workspace, 'clean.txt'), 'nothing\n');
  for (let at = 0; at < 12; at++) await writeFile(join(workspace, `${at}.env`), `TOKEN=${secret(at)}\n`);
});
afterAll(() => rm(workspace, { recursive: true }));

const step = (inputs: Readonly<Record<string, string>>): Promise<ActionRun> => runAction({ entry, workspace, inputs });

describe('the secret-lint step', () => {
  test('fails with annotations that the runner keeps, a summary and SARIF, and never shows a secret', async () => {
    const { main, outputs, summary, log } = await step({ paths: '.', 'sarif-file': 'secrets.sarif' });
    expect(log).toContain('note: the workspace is in no git repository');
    expect(main.code).toBe(1);
    const errors = main.stdout.match(/^::error /gm) ?? [];
    expect(errors).toHaveLength(9);
    expect(main.stdout).toMatch(/^::error title=.+,file=0\.env,line=1,endLine=1,col=7,endColumn=\d+::/m);
    expect(main.stdout).toMatch(/^::notice title=3 more findings::/m);
    expect(main.stdout).toMatch(
      /^::error::12 static secrets stand in what this job was to read \[ERR_LINT_FOUND\]%0A {2}help: /m,
    );
    expect(outputs).toEqual({ mode: 'tree', findings: '12', failing: '12', 'sarif-file': 'secrets.sarif' });
    expect(summary).toContain('### Static secrets');
    const sarif = await readFile(join(workspace, 'secrets.sarif'), 'utf8');
    expect(JSON.parse(sarif).runs[0].results).toHaveLength(12);
    for (let at = 0; at < 12; at++) expect(secretSearch(log + summary + sarif, secret(at))).toEqual([]);
  });

  test('passes where nothing is found, and adds no summary when none is wanted', async () => {
    const { main, outputs, summary } = await step({ paths: 'clean.txt', summary: 'false' });
    expect(main.code, main.stdout).toBe(0);
    expect(outputs).toEqual({ mode: 'tree', findings: '0', failing: '0' });
    expect(summary).toBe('');
  });

  test.each([
    [{ mode: 'range' }, 'this folder is in no git repository [ERR_LINT_REPOSITORY]'],
    [{ paths: 'clean.txt\nmissing' }, '`missing` could not be read and is not known to be clean: unreadable: '],
    [{ paths: 'clean.txt', 'sarif-file': 'no/such/folder' }, 'the report cannot be written to `no/such/folder`'],
  ])('%j fails and says what to change', async (inputs, message) => {
    const { main } = await step(inputs);
    expect(main.code).toBe(1);
    expect(main.stdout).toContain(`::error::${message}`);
  });

  test('says how many it found although the report cannot be written', async () => {
    const { outputs } = await step({ paths: '0.env', 'sarif-file': 'no/such/folder' });
    expect(outputs).toEqual({ mode: 'tree', findings: '1', failing: '1' });
  });
});

test.each([
  ['mode', 'commits'],
  ['fail-on', 'certain'],
  ['summary', 'maybe'],
  ['archives', '1'],
])('the input %s cannot be %s', (input, value) => {
  const message = `\`${value}\` is not a value of the input \`${input}\``;
  expect(() => readInputs((name) => (name === input ? value : ''))).toThrowCode('ERR_INPUT', message);
});

test('a history is not asked to look into archives, which it does not', () => {
  const given: Readonly<Record<string, string>> = { mode: 'history', archives: 'true' };
  expect(() => readInputs((name) => given[name] ?? '')).toThrowCode(
    'ERR_INPUT',
    'the inputs `archives: true` and `mode: history` exclude each other',
  );
});
