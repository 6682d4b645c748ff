import { type Choice, headTables, type Kernel, openKernel } from '@leasehold/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsValue } from './boundary.ts';
import { RULES, SHORT_PREFIXES } from './catalogue.ts';
import { exampleMaker } from './example-maker.ts';
import { prefixHeads } from './prefix-heads.ts';
import { isAddress } from './prefix-index.ts';
import type { SecretRule } from './rule.ts';
import { runChoiceOf } from './run-heads.ts';
import { randomMatch } from './test-match.ts';
import { bytesOf, PLAIN } from './test-rules.ts';

/** How often all rules are gone over. */
const RUNS = process.env.LEASEHOLD_FUZZ === undefined ? 4 : 100;

/** The kernel's choice of runs for the rules. */
function choiceOf(...rules: readonly Partial<SecretRule>[]): Choice | undefined {
  return runChoiceOf(rules.map((rule) => ({ ...PLAIN, ...rule })));
}

describe('the choice of runs', () => {
  it.each([
    ['a prefix within a run', 'tst_', '\n0000000000\ttst_\n'],
    ['a prefix before a run', 'Test v1_', '\n0500000000\tTest v1_\n'],
    ['a prefix that other characters join to a run', 'tst.', '\n0000000000\ttst.\n'],
  ])('has as a head %s', (_, prefix, table) => {
    expect(choiceOf({ prefixes: [prefix] })?.heads).toEqual([table]);
  });

  it('has a prefix of one character with everything that may follow it', () => {
    const heads =
      choiceOf({ prefixes: ['t'] })
        ?.heads.join('')
        .match(/\tt./g) ?? [];
    expect(heads).toContain('\tta');
    expect(heads).not.toContain('\tt ');
    expect(heads).toHaveLength(72);
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

  it('is the table of the catalogue, and beside it what others begin with', () => {
    const catalogue = runChoiceOf(RULES);
    const own = { ...PLAIN, prefixes: ['own_'] };
    expect(runChoiceOf([...RULES, own])?.heads).toEqual([...(catalogue?.heads ?? []), '\n0000000000\town_\n']);
    expect(runChoiceOf(RULES.filter(({ prefixes }) => prefixes.length > 0))?.heads).toEqual(catalogue?.heads);
    expect(runChoiceOf([own, ...RULES])?.heads).not.toContain(catalogue?.heads[0]);
  });
});

describe('the table of the catalogue', () => {
  const byPrefix: Choice = {
    heads:
      headTables(
        prefixHeads(
          RULES,
          (prefix) => !isAddress(prefix),
          () => [[]],
        ),
      ) ?? [],
    wholes: [],
  };
  const table = runChoiceOf(RULES);
  const kernels = [openKernel(SHORT_PREFIXES), openKernel(SHORT_PREFIXES)] as const;

  function headsIn(kernel: Kernel, bytes: Uint8Array, choice: Choice | undefined): ReadonlySet<number> {
    const places = new Set<number>();
    kernel.room(bytes.length).set(bytes);
    kernel.scan(bytes.length, (anchor, start) => anchor === 'head' && places.add(start), choice);
    return places;
  }

  /** Where a value of a rule stands by its prefix and its shape. */
  function placesOf({ prefixes, shape }: SecretRule, text: string): readonly number[] {
    const bytes = bytesOf(text);
    return Array.from(text, (_, at) => at)
      .filter((at) => prefixes.some((prefix) => text.startsWith(prefix, at)))
      .filter((at) => {
        shape.lastIndex = at;
        const matched = shape.exec(text);
        if (matched === null) return false;
        const value = matched.groups?.secret ?? matched[0];
        const start = at + matched[0].lastIndexOf(value);
        return endsValue(bytes, start, start + value.length);
      });
  }

  const BEFORE = fc.constantFrom('', 'token=', 'key = "', "secret: '", '\n', ' ', '\\n', '(', 'x="a/', '%3D');
  const BEHIND = fc.constantFrom('', '"', '\n', "',", ' ', '.', '-', '/x', '&b', '\0', '\xe9', '\\', '`', '=');

  it('lets through whatever has the shape of a value', () => {
    const prefixed = RULES.filter(({ prefixes }) => prefixes.length > 0 && !prefixes.every(isAddress));
    let seen = 0;
    const missed = new Set<string>();
    fc.assert(
      fc.property(BEFORE, BEHIND, fc.nat(), (before, behind, seed) => {
        const make = exampleMaker(seed);
        for (const rule of prefixed) {
          const values = seed % 4 === 0 ? rule.examples(make).positive : [randomMatch(rule, make)];
          for (const value of values) {
            const text = before + value + behind;
            const bytes = bytesOf(text);
            const places = placesOf(rule, text);
            if (places.length === 0) continue;
            const told = headsIn(kernels[0], bytes, table);
            const all = headsIn(kernels[1], bytes, byPrefix);
            seen += places.filter((at) => all.has(at)).length;
            if (places.some((at) => all.has(at) && !told.has(at))) missed.add(`${rule.id} ${JSON.stringify(text)}`);
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect([...missed]).toEqual([]);
    expect(seen).toBeGreaterThan(200 * RUNS);
  }, 300_000);
});
