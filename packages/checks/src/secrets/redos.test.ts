import { openKernel } from '@leasehold/kernel';
import { describe, expect, it } from 'vitest';
import { RULES, SHORT_PREFIXES } from './catalogue.ts';
import { patternTree } from './pattern-tree.ts';
import { newScanner } from './scanner.ts';
import { stepsOf } from './test-counted.ts';
import { hostileTexts } from './test-hostile-text.ts';
import { bytesOf } from './test-rules.ts';
import { stepMatcher } from './test-steps.ts';

/** How often one attempt may go over what it was shown; forwards, backwards and once for each optional part of a key is some twenty. */
const MOST_STEPS_A_BYTE = 32;
/** Of all rules together, where nearly every byte belongs to a finding. */
const MOST_STEPS_OF_SCAN = 1000;
/** Shapes of neighbours are alike: every so many rules are enough for a text of many. */
const SAMPLE = process.env.LEASEHOLD_FUZZ === undefined ? 9 : 1;

/** The most steps a byte that a text made for it costs a pattern. */
function costOf(shape: RegExp, unbounded: number = 50): number {
  const pattern = patternTree(shape);
  const attempt = stepMatcher(pattern, 2_000_000);
  return Math.max(...[...hostileTexts(pattern, unbounded)].map((text) => attempt(text).steps / text.length));
}

describe('one attempt of a rule', () => {
  it('goes over a text that is made to cost it time a few times only', () => {
    const costly = RULES.filter(({ shape }) => costOf(shape) > MOST_STEPS_A_BYTE).map(({ id }) => id);
    expect(costly).toEqual([]);
  }, 60_000);

  it.each([
    /x[a-z]{1,500}[a-z]{1,500}!/y,
    /x(?:[a-z]{1,30}){1,30}!/y,
    /x(?:a|[a-z]){1,300}!/y,
    /x[a-z]+[a-z0-9]+!/y,
    /x(?:[a-z]+)+!/y,
    /x[0-9a-f]{8,400}(?=[a-z0-9]{0,400}!)/y,
    /x[a-z]{0,300}y?[a-z]{0,300}(?<!a)/y,
  ])('would be caught with %s', (shape) => {
    expect(costOf(shape, 400)).toBeGreaterThan(MOST_STEPS_A_BYTE);
  });

  it('is counted as the engine runs it', () => {
    const different = RULES.filter(({ shape }) => {
      const pattern = patternTree(shape);
      const attempt = stepMatcher(pattern);
      return [...hostileTexts(pattern, 9)].slice(0, 6).some((text) => {
        shape.lastIndex = 0;
        return shape.exec(text)?.[0].length !== attempt(text).length;
      });
    });
    expect(different.map(({ id }) => id)).toEqual([]);
  });
});

describe('a whole scan', () => {
  const scanner = newScanner(openKernel(SHORT_PREFIXES), RULES);
  const stepsFor = (text: string): number => stepsOf(() => scanner.scan(bytesOf(text), 'a.env'));
  const sample = RULES.filter((_, at) => at % SAMPLE === 0);
  const beginnings = sample.flatMap(({ prefixes }) => prefixes);
  const texts = sample
    .map(({ shape }) => patternTree(shape))
    .map((pattern) => [...hostileTexts(pattern, 40)].filter(({ length }) => length < 700));

  it.each<[what: string, text: string]>([
    ['the beginnings of rules', beginnings.join('')],
    ['the beginnings of rules, each assigned', beginnings.map((prefix) => `key="${prefix}`).join(' ')],
    ['the longest text of each rule, with a wrong byte behind it', texts.flatMap((some) => some.slice(0, 1)).join('')],
    ['the longest text of each rule, cut short', texts.flatMap((some) => some.slice(-1)).join(' ')],
    ['words that announce a credential', 'password = passwd: secret token key="auth '.repeat(60)],
    ['operators', 'key==:=>= "\' '.repeat(600)],
    ['addresses', 'https://user:pass@://a:b@'.repeat(200)],
    ['the second halves of pairs', `aws_secret_access_key = ${'aB3/'.repeat(10)}\n`.repeat(25)],
  ])(
    'takes twice the steps for twice the text: %s',
    (_what, text) => {
      const once = stepsFor(text);
      expect(once).toBeLessThan(MOST_STEPS_OF_SCAN * text.length);
      expect(stepsFor(text + text)).toBeLessThan(2.3 * once + 10 * text.length);
    },
    60_000,
  );
});
