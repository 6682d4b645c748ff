import { describe, expect, it } from 'vitest';
import { OPENERS, opened } from './openers.ts';
import { armRules, newPrefixIndex } from './resolver.ts';
import type { SecretRule } from './rule.ts';
import { runChoiceOf } from './run-heads.ts';
import { PLAIN } from './test-rules.ts';

/** What the kernel is told of rules. */
function choiceOf(...rules: readonly Partial<SecretRule>[]): ReturnType<typeof runChoiceOf> {
  return runChoiceOf(newPrefixIndex(armRules(rules.map((rule) => ({ ...PLAIN, ...rule }))), () => true));
}

describe('what the kernel is told of the rules', () => {
  it.each([
    ['a prefix within a run', 'tst_', [['tst_', 0]]],
    ['a prefix before a run', 'Test v1_', [['Test v1_', 5]]],
    ['a prefix that other signs join to a run', 'tst.', [['tst.', 0]]],
  ])('is %s', (_, prefix, heads) => {
    expect(choiceOf({ prefixes: [prefix] })?.heads.map(({ text, lead }) => [text, lead])).toEqual(heads);
  });

  it('is a prefix of one sign with everything that may follow it', () => {
    const heads = choiceOf({ prefixes: ['t'] })?.heads.map(({ text }) => text) ?? [];
    expect(heads).toContain('ta');
    expect(heads).not.toContain('t ');
    expect(heads).toHaveLength(72);
  });

  it('is how long a run behind an opener has to be', () => {
    const rule = { prefixes: OPENERS, shape: opened('[a-z0-9]{40}(?:XY|Z[A-Z])={0,2}') };
    expect(new Set(choiceOf(rule)?.heads.map(({ need }) => need))).toEqual(new Set([42]));
    expect(new Set(choiceOf({ ...rule, shape: opened('[a-z.]{40}') })?.heads.map(({ need }) => need))).toEqual(new Set([0]));
  });

  it.each([
    [/[0-9a-f]{32}-us[0-9]{1,2}/y, { least: 36, most: 37, mark: '-us' }],
    [/(?:eu01xx)?[0-9a-f]{30,36}(?:FFFF)?NRAL/y, { least: 34, most: 50, mark: 'NRAL' }],
    [/[0-9a-f]{32}/y, { least: 32, most: 32, mark: '' }],
    [/[0-9a-f]{20}(?:aa|bb)x?cc[a-z]/y, { least: 25, most: 26, mark: 'cc' }],
    [/AAAA[0-9]{20}|BB[0-9]{20}/y, { least: 22, most: 24, mark: '' }],
    [/A\.B[0-9]{20}/y, { least: 23, most: 23, mark: '' }],
    [/AAAA[0-9]{20}/iy, { least: 24, most: 24, mark: '' }],
  ])('is the length of a whole value and what stands in it: %s', (shape, whole) => {
    expect(choiceOf({ prefixes: [''], shape })?.wholes).toEqual([whole]);
  });

  it('is nothing where a rule asks for all runs', () => {
    expect(choiceOf({ prefixes: [''], shape: /[a-z0-9]{12,40}/y })).toBeUndefined();
    expect(choiceOf({ prefixes: [`${'a b'.repeat(30)}`] })).toBeUndefined();
  });
});
