import { openKernel } from '@leasehold/kernel';
import { describe, expect, it } from 'vitest';
import { RULES, ruleById, SHORT_PREFIXES } from './catalogue.ts';
import { exampleMaker } from './example-maker.ts';
import type { SecretRule } from './rule.ts';
import { newScanner } from './scanner.ts';
import { bytesOf } from './test-rules.ts';

/** Of these one value in a hundred is cut into pieces so short that the kernel sees none; their prefixes are too plain to be told to it. */
const PLAIN_PREFIX = new Set(['entra-client-secret', 'x-bearer-token']);
const SEEDS = 12;
const FEW_SEEDS = 1;

/** Of what only its place tells there are hundreds of rules, all of one form. */
function isGuess({ tier }: SecretRule): boolean {
  return tier === 'contextual' || tier === 'heuristic';
}

describe('the catalogue', () => {
  it('names each rule once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.every((id) => ruleById(id)?.id === id)).toBe(true);
    expect(ruleById('nothing')).toBeUndefined();
  });

  it('tells the kernel of prefixes that it can look for', () => {
    expect(SHORT_PREFIXES.filter((prefix) => !/^[\x21-\x7e]{3,40}$/.test(prefix))).toEqual([]);
  });

  const scanner = newScanner(openKernel(SHORT_PREFIXES));
  const found = (value: string, word: string): readonly string[] =>
    scanner
      .scan(bytesOf(`# ${word}\nx = "${value}"\n`), 'a.txt')
      .map(({ rule, tier }) => (tier === 'heuristic' ? `${rule.id}?` : rule.id));

  it('finds the examples of every rule by what the kernel shows', () => {
    // Of several names for one place, such as a setting and its vendor, any does.
    const isFound = (rule: SecretRule, value: string): boolean => {
      const ids = found(value, rule.near?.[0] ?? '').map((id) => id.replace('?', ''));
      return isGuess(rule) ? ids.length > 0 : ids.includes(rule.id);
    };
    const missed = RULES.filter(({ id }) => !PLAIN_PREFIX.has(id)).flatMap((rule) =>
      Array.from({ length: isGuess(rule) ? FEW_SEEDS : SEEDS }, (_, seed) => rule.examples(exampleMaker(seed)).positive)
        .flat()
        .filter((value) => !isFound(rule, value))
        .map((value) => `${rule.id} ${value}`),
    );
    expect(missed).toEqual([]);
  });

  it('does not find the counter-examples', () => {
    const taken = RULES.flatMap((rule) =>
      Array.from({ length: isGuess(rule) ? FEW_SEEDS : SEEDS }, (_, seed) => rule.examples(exampleMaker(seed)).negative)
        .flat()
        .filter((value) => found(value, '').includes(rule.id))
        .map((value) => `${rule.id} ${value}`),
    );
    expect(taken).toEqual([]);
  });
});
