/** Custom rules on the command line: checked, listed, used, and allowed like all others. */

import { exampleMaker } from '@leasehold/checks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeTree, type Tree } from '../lint/test-tree.ts';
import { called } from '../spawned.ts';

// Each waits for other processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const RULE = `id: acme-token
title: Acme API token
description: Opens the account that made it.
severity: critical
anchor: acme_
pattern: 'acme_[a-z0-9]{24}'
remedy: revoke it under Settings, Tokens of Acme
reference: https://acme.example/tokens
examples:
  positive: [[acme_, k3j2h4g5f6d7s8a9q1w2e3r4]]
  negative: [acme_short]
`;
const VALUE = `acme_${exampleMaker(5).chars('a-z0-9', 24)}`;
const FILE = '.leasehold/rules/acme.yml';

const home = process.cwd();
let tree: Tree;
beforeEach(async () => {
  tree = await madeTree({ [FILE]: RULE, 'a.txt': `x = ${VALUE}\n` });
  process.chdir(tree.path);
});
afterEach(async () => {
  process.chdir(home);
  await tree[Symbol.asyncDispose]();
});

describe('rules check', () => {
  it('tells each rule with its place and its examples', async () => {
    expect(await called(['rules', 'check'])).toEqual({
      code: 0,
      out: `ok ${FILE}:1  acme-token  Acme API token: 1 example found, 1 passed over\n`,
      err: '',
    });
  });

  it('exits with 1 when an example says something else than its rule', async () => {
    await tree.write(FILE, RULE.replace('acme_short', `acme_${'z'.repeat(3)}${'k4j5h6g7f8d9s0a1q2w3e'}`));
    const { code, out, err } = await called(['rules', 'check']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${FILE}:11:14: \`acme-token\` finds this example, which it must not [ERR_RULES_EXAMPLE]\n  help: `);
  });

  it('exits with 2 when a rule is wrong, and tells every mistake', async () => {
    await tree.write('mine/b.yml', RULE.replace('{24}', '{24,}').replace('severity: critical', 'severity: hihg'));
    const { code, err } = await called(['rules', 'check', 'mine']);
    expect(code).toBe(2);
    expect(err).toContain('mine/b.yml:4:11: `hihg` is no severity of a rule [ERR_RULES_VALUE]\n  help: did you mean `high`?\n');
    expect(err).toContain(
      'mine/b.yml:6:24: `{24,}` has no upper bound [ERR_RULES_PATTERN]\n  help: say how many there are at most: `{24,48}`\n',
    );
  });

  it('answers a machine in JSON', async () => {
    const { code, out } = await called(['rules', 'check', FILE, '--format', 'json']);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        valid: true,
        rules: [{ id: 'acme-token', title: 'Acme API token', file: FILE, line: 1, positive: 1, negative: 1 }],
        problems: [],
      },
    ]);
    await tree.write('mine.yml', RULE.replace('critical', 'hihg'));
    const wrong = await called(['rules', 'check', 'mine.yml', '--format', 'json']);
    expect([wrong.code, JSON.parse(wrong.out)]).toMatchObject([
      2,
      { valid: false, problems: [{ at: { file: 'mine.yml', line: 4 } }] },
    ]);
  });

  it('says so where there are none, and refuses a path that names none', async () => {
    await using other = await madeTree();
    process.chdir(other.path);
    expect((await called(['rules', 'check'])).out).toBe('there are no custom rules in .leasehold/rules\n');
    expect(await called(['rules', 'check', 'none'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('there are no rules at `none`') as string,
    });
  });
});

describe('a custom rule', () => {
  it('is used by lint, told in SARIF, and allowed by its id', async () => {
    const { code, out } = await called(['lint', 'a.txt', '--format', 'sarif']);
    expect(code).toBe(1);
    const [run] = (
      JSON.parse(out) as {
        runs: [{ tool: { driver: { rules: object[] } } }];
      }
    ).runs;
    expect(run.tool.driver.rules).toMatchObject([
      {
        id: 'acme-token',
        fullDescription: { text: expect.stringContaining('Opens the account') as string },
        helpUri: 'https://acme.example/tokens',
      },
    ]);
    const hash = (
      JSON.parse((await called(['lint', 'a.txt', '--format', 'json'])).out) as { findings: [{ fingerprint: string }] }
    ).findings[0].fingerprint;
    expect(await called(['lint', 'allow', hash, '--rule', 'acme-token', '--reason', 'x'])).toMatchObject({
      code: 0,
      err: expect.stringContaining('merge=union') as string,
    });
    expect((await called(['lint', 'a.txt'])).code).toBe(0);
  });

  it('is used from the folder that is named, and not without it', async () => {
    await tree.write('mine.yml', RULE.replaceAll('acme_', 'emca_').replace('acme-token', 'emca-token'));
    await tree.write('b.txt', VALUE.replace('acme_', 'emca_'));
    expect((await called(['lint', 'b.txt'])).code).toBe(0);
    expect((await called(['lint', 'b.txt', '--rules', 'mine.yml'])).out).toContain('emca-token');
  });

  it('is listed with its file, and suggested when it is misspelt', async () => {
    expect((await called(['lint', 'rules'])).out).toMatch(/^acme-token +Acme API token {2}\(\.leasehold\/rules\/acme\.yml\)$/m);
    expect((await called(['lint', 'rules', 'acme-token'])).out).toContain(`custom rule of: ${FILE}`);
    expect((await called(['lint', 'rules', 'acme-tokn'])).err).toContain('did you mean `acme-token`?');
    expect(JSON.parse((await called(['lint', 'rules', 'acme-token', '--format', 'json'])).out)).toMatchObject({
      id: 'acme-token',
      file: FILE,
    });
  });

  it('that is wrong stops lint', async () => {
    await tree.write(FILE, RULE.replace('anchor', 'ancor'));
    const { code, err } = await called(['lint', 'a.txt']);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(`${FILE}:5:1: \`ancor\` is not a key of a rule [ERR_RULES_KEY]\n  help: did you mean \`anchor\`?`),
    ]);
  });
});
