/** Files of custom rules: every mistake at its place, and rules that find what they say. */

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleMaker } from '@leasehold/checks';
import type { ConfigError, Problem } from '@leasehold/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openScanner } from '../open-scanner.ts';
import { scanTree } from '../scan-tree.ts';
import { testTree } from '../test-tree.ts';
import { checkRules } from './check-rules.ts';
import { readRuleFile } from './read-rule-file.ts';
import { placedRules, readyRules, ruleLookup } from './rule-loader.ts';
import { ruleJsonSchema } from './rule-schema.ts';
import { scannerSource } from './scanner-source.ts';

const RULE = `id: acme-token
title: Acme API token
description: Opens the account that made it.
severity: critical
anchor: acme_
pattern: 'acme_(?:live|test)_[a-z0-9]{24}'
remedy: revoke it under Settings, Tokens of Acme
examples:
  positive:
    - [acme_, live_, k3j2h4g5f6d7s8a9q1w2e3r4]
  negative:
    - acme_live_short
`;

/** The rule with some lines in place of those with the same key. */
function changed(...lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => text.replace(new RegExp(`^${/^\w+/.exec(line)?.[0]}:.*\n`, 'm'), line === '' ? '' : `${line}\n`),
    RULE,
  );
}

const told = ({ code, message, at, help }: Problem): string => `${at.line}:${at.column} ${code} ${message} | ${help ?? ''}`;
const problems = (text: string): readonly string[] => readRuleFile(text, 'a.yml').problems.map(told);

describe('a file of rules', () => {
  it('may hold one rule, or a list', () => {
    const list = RULE.replace(/^(?=.)/gm, '  ').replace('  id', '- id');
    for (const text of [RULE, list, list + list.replaceAll('acme-token', 'acme-other')]) expect(problems(text)).toEqual([]);
    expect(readRuleFile(list, 'a.yml').rules[0]?.at).toEqual({ file: 'a.yml', line: 1, column: 7 });
  });

  it('gives rules with what they say', () => {
    const [read] = readRuleFile(`${RULE}near: [Acme, corp]\nreference: https://acme.example/tokens\n`, 'a.yml').rules;
    expect(read?.rule).toMatchObject({
      id: 'acme-token',
      severity: 'critical',
      tier: 'prefixed',
      prefixes: ['acme_'],
      near: ['acme', 'corp'],
      remedy: { rotate: 'revoke it under Settings, Tokens of Acme' },
      reference: 'https://acme.example/tokens',
    });
    expect(read?.positive[0]).toEqual({ text: 'acme_live_k3j2h4g5f6d7s8a9q1w2e3r4', at: { file: 'a.yml', line: 10, column: 7 } });
    const [named] = readRuleFile(
      changed('anchor: x').replace('anchor: x', 'name: [A_B, a.b]').replace('acme_(?:live|test)_', ''),
      'b',
    ).rules;
    expect(named?.rule).toMatchObject({ tier: 'contextual', prefixes: ['A_B', 'a.b'] });
  });

  it('takes text as it is written', () => {
    const [read] = readRuleFile(RULE.replace('- acme_live_short', '- 0123_4\n    - 1e3\n    - true'), 'a').rules;
    expect(read?.negative.map(({ text }) => text)).toEqual(['0123_4', '1e3', 'true']);
  });

  it.each<[what: string, text: string, problem: string]>([
    ['no YAML', 'id: [', '1:6 ERR_RULES_FILE not readable as YAML: '],
    ['two documents', 'id: a\n---\nid: b', '2:1 ERR_RULES_FILE a second document begins here'],
    ['nothing', '# empty\n', '1:1 ERR_RULES_FILE the file holds no rule'],
    ['text', 'x', '1:1 ERR_RULES_VALUE a rule is a map of keys and values'],
    ['an alias', `${RULE}near: &a [x]\nreference: *a\n`, '13:10 ERR_RULES_FILE anchors and tags are not accepted in a rule'],
    ['a key twice', `${RULE}id: b\n`, '13:1 ERR_RULES_KEY `id` stands twice'],
    [
      'an unknown key',
      changed('remedy: x').replace('remedy', 'remedi'),
      '7:1 ERR_RULES_KEY `remedi` is not a key of a rule | did you mean `remedy`?',
    ],
    ['a key that is missing', RULE.replace(/^title.*\n/m, ''), '1:1 ERR_RULES_MISSING `title` is missing'],
    ['a key without a value', changed('title:'), '2:7 ERR_RULES_MISSING `title` is missing'],
    ['a list where there is one text', changed('title: [a]'), '2:8 ERR_RULES_VALUE `title` is not of its kind'],
    [
      'an unknown severity',
      changed('severity: critcal'),
      '4:11 ERR_RULES_VALUE `critcal` is no severity of a rule | did you mean `critical`?',
    ],
    ['a tier that cannot be reached', `${RULE}tier: proven\n`, '13:7 ERR_RULES_VALUE `proven` is no tier of a rule'],
    ['an id in capitals', changed('id: Acme'), '1:5 ERR_RULES_VALUE `Acme` is not of the form of `id`'],
    ['an id of the catalogue', changed('id: github-token'), '1:5 ERR_RULES_DUPLICATE `github-token` is a rule of the catalogue'],
    ['an anchor of two bytes', changed('anchor: ac'), '5:9 ERR_RULES_VALUE `ac` is not of the form of `anchor` | it is 3 to 40'],
    ['no anchor', RULE.replace(/^anchor.*\n/m, ''), '1:1 ERR_RULES_MISSING a rule needs `anchor` or `name`'],
    ['two kinds of anchor', `${RULE}name: ACME\n`, '13:7 ERR_RULES_VALUE `anchor` and `name` exclude each other'],
    ['an anchor of addresses', changed('anchor: ://acme'), '5:9 ERR_RULES_VALUE `://acme` begins no value'],
    ['a pattern without a bound', changed("pattern: 'acme_[a-z]+'"), '6:21 ERR_RULES_PATTERN `+` has no bound'],
    ['a pattern in double quotes', changed('pattern: "acme_[\\\\w]+"'), '6:10 ERR_RULES_PATTERN `+` has no bound'],
    [
      'a pattern that begins otherwise',
      changed('pattern: akme_x{20}'),
      '6:10 ERR_RULES_PATTERN no match of the pattern begins with `acme_`',
    ],
    [
      'a reference that is no address',
      `${RULE}reference: acme\n`,
      '13:12 ERR_RULES_VALUE `acme` is not of the form of `reference`',
    ],
    [
      'an escape sequence',
      changed('title: "a\\e[2J"'),
      '2:8 ERR_RULES_VALUE `a\u001b[2J` is not of the form of `title` | it is one line',
    ],
    ['a word of nothing', `${RULE}near: [' ']\n`, '13:8 ERR_RULES_VALUE `near` is empty'],
    ['no examples', RULE.slice(0, RULE.indexOf('examples')), '1:1 ERR_RULES_MISSING `examples` is missing'],
    ['no negative example', RULE.replace(/ {2}negative:\n.*\n/, ''), '8:1 ERR_RULES_MISSING there is no negative example'],
    [
      'an unknown list of examples',
      RULE.replace('  negative', '  negativ: []\n  negative'),
      '11:3 ERR_RULES_KEY `negativ` is not a key of `examples` | did you mean `negative`?',
    ],
    [
      'an example that is a map',
      RULE.replace('- acme_live_short', '- { a: b }'),
      '12:7 ERR_RULES_VALUE the example is not of its kind',
    ],
    ['more than fits', `# ${'x'.repeat(1 << 17)}\n${RULE}`, '1:1 ERR_RULES_FILE the file is larger than 128 KiB'],
    ['brackets without end', '['.repeat(9000), 'ERR_RULES_FILE the file is nested too deeply'],
    ['lists of lists of lists', `id: ${'['.repeat(20)}`, ' ERR_RULES_FILE '],
  ])('is told at its place that it holds %s', (_what, text, problem) => {
    expect(problems(text).join('\n')).toContain(problem);
  });

  it('is told to be wrong at a place within it, or is read, whatever stands in it', () => {
    const pieces = fc.constantFrom(
      '- ',
      ': ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '!x ',
      '|\n',
      '"',
      "'",
      '#',
      '?',
      'id',
      '\u0000',
      '\ud800',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(RULE.length), pieces), { minLength: 1, maxLength: 4 }), (cuts) => {
        const text = cuts.reduce((all, [at, piece]) => all.slice(0, at) + piece + all.slice(at), RULE);
        const { rules, problems: found } = readRuleFile(text, 'a.yml');
        expect(rules.length + found.length).toBeGreaterThan(0);
        const lines = text.split('\n').length;
        for (const { at } of found) expect(at.line >= 1 && at.line <= lines + 1 && at.column >= 1).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is not read further where YAML would call back into it', () => {
    const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n`;
    expect(problems(bomb).every((line) => line.includes('ERR_RULES_FILE'))).toBe(true);
  });
});

describe('the schema of a file of rules', () => {
  const accepts = new Ajv2020({ allErrors: true }).compile(ruleJsonSchema());
  it.each([RULE, `[${JSON.stringify(parse(RULE))}]`, `${RULE}near: x\n`])('accepts what is read', (text) => {
    expect(accepts(parse(text)), JSON.stringify(accepts.errors)).toBe(true);
  });
  it.each([
    changed('id: Acme'),
    `${RULE}name: ACME\n`,
    `${RULE}x: y\n`,
    changed('severity: x'),
    RULE.replace(/^title.*\n/m, ''),
    '[]',
  ])('refuses what is refused', (text) => {
    expect(accepts(parse(text))).toBe(false);
  });
});

/** A repository with these files of rules. */
function repository(files: Readonly<Record<string, string>>): ReturnType<typeof testTree> {
  const tree = testTree();
  tree.git('init', '-q');
  mkdirSync(join(tree.root, '.leasehold/rules'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(tree.root, '.leasehold/rules', name), text);
  return tree;
}

const value = `acme_live_${exampleMaker(3).chars('a-z0-9', 24)}`;

describe('custom rules', () => {
  it('find what stands in the repository, from any folder of it', async () => {
    using tree = repository({ 'acme.yml': RULE });
    tree.write({ 'deep/er/a.txt': `x ${value} y\n` });
    const cwd = join(tree.root, 'deep');
    await readyRules(scannerSource({ cwd }));
    const { findings } = scanTree({ cwd, paths: ['.'], failOn: 'prefixed' }, { now: () => 0 });
    expect(findings).toMatchObject([
      { ruleId: 'acme-token', tier: 'prefixed', fails: true, at: { path: 'er/a.txt', line: 1, column: 3 } },
    ]);
    expect(ruleLookup(scannerSource({ cwd }))('acme-token')?.title).toBe('Acme API token');
    expect(ruleLookup(scannerSource({ cwd }))('github-token')?.id).toBe('github-token');
  });

  it('are found without a digit and within other text', async () => {
    using tree = repository({ 'a.yaml': changed('anchor: tk!', "pattern: 'tk![a-z]{6}'").replace(/\[acme_.*/, '[tk!, abcxyz]') });
    const source = scannerSource({ cwd: tree.root });
    await readyRules(source);
    const scanner = openScanner(source);
    expect(scanner.scan(new TextEncoder().encode('say=[tk!abcxyz]'), '').map(({ rule }) => rule.id)).toEqual(['acme-token']);
  });

  it('are read from the folder that is named, and from one file', async () => {
    using tree = testTree({
      'mine/b.yml': RULE,
      'mine/a.yml': changed('id: acme-first'),
      'mine/.c.yml': 'x',
      'mine/readme.md': 'x',
    });
    for (const [rules, ids] of [
      ['mine', ['acme-first', 'acme-token']],
      ['mine/b.yml', ['acme-token']],
    ] as const) {
      const source = scannerSource({ cwd: tree.root, rules });
      await readyRules(source);
      expect(placedRules(source).map(({ rule }) => rule.id)).toEqual(ids);
    }
    expect(() => scannerSource({ cwd: tree.root, rules: 'yours' })).toThrow('there are no rules at `yours`');
    tree.write({ 'empty/rules.md': '' });
    expect(() => scannerSource({ cwd: tree.root, rules: 'empty' })).toThrow('there are no rules at `empty`');
  });

  it('cost nothing where there are none', () => {
    using tree = testTree();
    tree.git('init', '-q');
    expect(scannerSource({ cwd: tree.root })).toEqual({});
    tree.write({ '.leasehold/rules/readme.md': 'x' });
    expect(scannerSource({ cwd: tree.root })).toEqual({});
  });

  it('are not read through links, so that no message quotes files of others', async () => {
    using tree = testTree({ 'elsewhere/a.yml': RULE, '.leasehold/x': '' });
    tree.git('init', '-q');
    symlinkSync(join(tree.root, 'elsewhere'), join(tree.root, '.leasehold/rules'));
    expect(() => scannerSource({ cwd: tree.root })).toThrow('`.leasehold/rules` is a link that leads elsewhere');
    tree.write({ 'mine/b.yml': RULE });
    symlinkSync(join(tree.root, 'elsewhere/a.yml'), join(tree.root, 'mine/a.yml'));
    const source = scannerSource({ cwd: tree.root, rules: 'mine' });
    await readyRules(source);
    expect(() => placedRules(source)).toThrow('the rules `mine/a.yml` cannot be read: not a regular file');
  });

  it('that are wrong stop the scan, with every mistake of every file', async () => {
    using tree = repository({ 'a.yml': RULE, 'b.yml': RULE, 'c.yml': changed('severity: x') });
    const source = scannerSource({ cwd: tree.root });
    await readyRules(source);
    const error = await Promise.resolve()
      .then(() => openScanner(source))
      .catch((caught: unknown) => caught as ConfigError);
    expect((error as ConfigError).problems.map(({ message, at }) => `${at.file}: ${message}`)).toEqual([
      '.leasehold/rules/c.yml: `x` is no severity of a rule',
      '.leasehold/rules/b.yml: `acme-token` is the id of two rules',
    ]);
  });
});

describe('checking custom rules', () => {
  const check = async (text: string): Promise<readonly string[]> => {
    using tree = repository({ 'a.yml': text });
    const { problems: found } = await checkRules(scannerSource({ cwd: tree.root }));
    return found.map(told);
  };

  it('tells what was tried', async () => {
    using tree = repository({ 'a.yml': RULE });
    expect(await checkRules(scannerSource({ cwd: tree.root }))).toEqual({
      rules: [{ id: 'acme-token', title: 'Acme API token', file: '.leasehold/rules/a.yml', line: 1, positive: 1, negative: 1 }],
      problems: [],
    });
  });

  it('tells an example that is missed, and one that is found', async () => {
    const text = RULE.replace('- [acme_,', '- acme_live_nothing\n    - [acme_,').replace(
      '- acme_live_short',
      "- ['acme_', 'test_abcdefghijkl012345678901']",
    );
    expect(await check(text)).toEqual([
      '10:7 ERR_RULES_EXAMPLE `acme-token` does not find this example | look at its anchor, its length, and what stands around it',
      '13:7 ERR_RULES_EXAMPLE `acme-token` finds this example, which it must not | make the pattern narrower, or move the example to `positive`',
    ]);
  });

  it('tells an example that a rule of the catalogue finds', async () => {
    const text = changed('anchor: ghp_', "pattern: 'ghp_[A-Za-z0-9]{36}'").replace(
      /\[acme_.*/,
      "['ghp_', 'abcdefghijklmnopqrstuvwxyz0123456789']",
    );
    expect((await check(text))[0]).toContain('does not find this example, `github-token` does | the rule may not be needed');
  });

  it('tries nothing as long as a file is wrong', async () => {
    expect(await check(changed('severity: x').replace('live_, k3', 'k3'))).toHaveLength(1);
  });
});
