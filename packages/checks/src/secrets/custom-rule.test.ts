/** Patterns of custom rules: what is taken runs in linear time, and what is refused is refused with a way out. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './byte-set.ts';
import { type CustomRule, customPatternFault, secretRuleOf } from './custom-rule.ts';
import { canBegin, costOf } from './custom-rule-cost.ts';
import { type PatternPiece, readPattern } from './custom-rule-pattern.ts';
import { find } from './test-find.ts';

const fault = (pattern: string, ...anchors: string[]): ReturnType<typeof customPatternFault> =>
  customPatternFault({ pattern, anchors: anchors.length > 0 ? anchors : ['acme'], anchoredBy: 'value' });

describe('a pattern is taken', () => {
  it.each([
    ['of fixed counts', 'acme_[A-Za-z0-9]{40}'],
    ['of a count with a bound at its end', 'acme_[\\w-]{20,255}'],
    ['of parts with separators', 'acme_[a-z0-9]{4,60}\\.[a-z0-9]{4,60}\\.[A-Z]{4,60}'],
    ['of a repeated group whose rounds end with a character of their own', 'acme(?:-[a-z0-9]{1,12}){4,8}'],
    ['of alternatives that begin differently', 'acme_(?:live|test)_[0-9a-f]{32}'],
    ['with a part that may be left out', 'acme(?:_eu)?:[0-9]{12}'],
    ['with a group for the secret', 'acme=(?<secret>[!-~]{16})'],
    ['with escapes of every kind', 'acme\\x2d[\\d\\]^-]{9}[^\\s"]{3}.\\/'],
    ['that can be read in a few ways', 'acme_[a-z]{20,30}[a-z0-9]{4}'],
  ])('%s', (_what, pattern) => {
    expect(fault(pattern)).toBeUndefined();
  });
});

describe('a pattern is refused', () => {
  it.each([
    ['without a bound', 'acme_[a-z]+', 10, '`+` has no bound', 'say how many there are at most: `{1,64}`'],
    ['without an upper bound', 'acme_[a-z]{20,}', 10, '`{20,}` has no upper bound', 'say how many there are at most: `{20,40}`'],
    ['that looks ahead', 'acme(?=x)', 4, 'a pattern cannot look ahead or behind', 'name the words that stand near under `near`'],
    ['that looks behind', '(?<!a)acme', 0, 'a pattern cannot look ahead or behind', undefined],
    ['that refers back', '(acme)\\1', 6, 'a pattern cannot refer back to itself', 'write out what is to be there'],
    ['with a boundary', '\\bacme', 0, '`\\b` is not for patterns of secrets', undefined],
    ['with an end', 'acme[0-9]{9}$', 12, '`$` is not for patterns of secrets', undefined],
    ['with a lazy quantifier', 'acme[0-9]{3,9}?', 14, 'a quantifier stands behind a quantifier', undefined],
    ['with a flag', '(?i:acme)', 0, '`(?i` begins no group that is known', undefined],
    ['with a group of another name', 'acme(?<token>[0-9]{9})', 4, '`(?<token>` begins no group that is known', undefined],
    [
      'with a secret in a group',
      'acme(?:(?<secret>[0-9]{9}))',
      7,
      'the group `secret` stands within another, or twice',
      undefined,
    ],
    ['with a group that is open', 'acme(x', 4, 'the group is not closed', 'write `\\(` for the character itself'],
    ['with a group that is closed twice', 'acme)x', 4, '`)` closes nothing', undefined],
    ['with a class that is open', 'acme[a-z', 4, 'the class is not closed', undefined],
    ['with a class of nothing', 'acme[]', 4, 'the class holds nothing', undefined],
    ['with a range backwards', 'acme[z-a]', 6, 'the range has no beginning or no end', undefined],
    ['with a count of nothing', 'acme[a-z]{0}', 9, '`{0}` counts nothing', undefined],
    ['with a brace alone', 'acme{x}', 4, '`{` begins no count', undefined],
    ['with a letter of many bytes', 'acmeé', 4, '`é` is more than one byte', undefined],
    ['with an escape that means nothing', 'acme\\q', 4, '`\\q` is not known', undefined],
    ['that is cut off', 'acme\\', 4, '`\\` is not known', undefined],
    ['with nested quantifiers', 'acme(?:[a-z]{1,9}){1,9}', 4, 'a group is repeated that can be read in several ways', undefined],
    [
      'with alternatives alike in a repeated group',
      'acme(?:a|a){30}',
      4,
      'a group is repeated that can be read in several ways',
      undefined,
    ],
    ['that repeats what may be empty', 'acme(?:[a-z]?){9}', 4, 'what may be empty is repeated', undefined],
    [
      'that has counts side by side',
      'acme[a-z]{1,99}[a-z0-9]{1,99}',
      4,
      'what is repeated can go on as what follows it, so that its end is tried at every character',
      undefined,
    ],
    [
      'that has them across what may be empty',
      'acme[a-z]{1,99}-?[a-z]{9}',
      4,
      'what is repeated can go on as what follows it, so that its end is tried at every character',
      undefined,
    ],
    [
      'of many small ways',
      'acme[a-c]{1,3}[a-c]{1,3}[a-c]{1,3}[a-c]{1,3}',
      0,
      'the pattern can read one text in 27 ways',
      undefined,
    ],
    ['that is too long in all', 'acme[a-z]{5000}', 0, 'a match can be longer than 4096 bytes', undefined],
    ['that begins otherwise', 'akme_[a-z]{20}', 0, 'no match of the pattern begins with `acme`', undefined],
    ['that ends before its anchor', 'acm', 0, 'no match of the pattern begins with `acme`', undefined],
    ['too long to be read', 'acme'.repeat(251), 0, 'the pattern has more than 1000 characters', undefined],
  ])('%s', (_what, pattern, offset, message, help) => {
    expect(fault(pattern)).toEqual({ offset, message, help: help ?? expect.stringMatching(/\S/) });
  });

  it('when one of its anchors begins no match', () => {
    expect(fault('(?:foo|bar)_[a-z]{9}', 'foo_', 'bar_')).toBeUndefined();
    expect(fault('(?:foo|bar)_[a-z]{9}', 'foo_', 'baz_')?.message).toBe('no match of the pattern begins with `baz_`');
  });

  it('when a value that is found by its name may be empty', () => {
    const named = { anchors: ['ACME'], anchoredBy: 'name' } as const;
    expect(customPatternFault({ ...named, pattern: '[a-z]{0,9}' })?.message).toBe('the pattern matches nothing at all, too');
    expect(customPatternFault({ ...named, pattern: '(?<secret>[a-z]{9})' })?.message).toContain('`secret`');
    expect(customPatternFault({ ...named, pattern: '[a-z]{1,9}' })).toBeUndefined();
  });
});

/** Patterns of every form that is read, most of which are taken. */
const PATTERNS: fc.Arbitrary<string> = fc.letrec<{ piece: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b', 'c', '-', '[ab]', '[a-c]', '[^a]', '\\d', '.', '\\.'),
    fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((parts) => `(?:${parts.join('')})`),
    fc.array(tie('piece'), { minLength: 2, maxLength: 3 }).map((parts) => `(?:${parts.join('|')})`),
  ),
  piece: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '?', '{2}', '{1,3}', '{0,4}', '{3,9}'))
    .map(([atom, times]) => (atom as string) + times),
})).piece;

const WHOLE = fc.array(PATTERNS, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const TEXTS = fc.string({ unit: fc.constantFrom('a', 'a', 'a', 'b', 'c', '-', '0', '.'), maxLength: 60 });

function taken(pattern: string): PatternPiece | undefined {
  const read = readPattern(pattern);
  return 'piece' in read && costOf(read.piece).fault === undefined ? read.piece : undefined;
}

/** Matches as a backtracking engine does, and counts the bytes that it looks at; `end` is -1 where there is no match. */
function stepsOf(piece: PatternPiece, text: string): { readonly steps: number; readonly end: number } {
  let steps = 0;
  const goes = (current: PatternPiece, at: number, on: (at: number) => number): number => {
    if (steps > 1_000_000) return -1;
    if (current.kind === 'set') {
      steps++;
      return at < text.length && holds(current.set, text.charCodeAt(at)) ? on(at + 1) : -1;
    }
    if (current.kind === 'either') {
      for (const branch of current.branches) {
        const end = goes(branch, at, on);
        if (end >= 0) return end;
      }
      return -1;
    }
    if (current.kind === 'sequence') {
      const from = (index: number, place: number): number => {
        const part = current.parts[index];
        return part === undefined ? on(place) : goes(part, place, (next) => from(index + 1, next));
      };
      return from(0, at);
    }
    const { piece: inner, least, most } = current;
    const round = (times: number, place: number): number => {
      const further = times < most ? goes(inner, place, (next) => round(times + 1, next)) : -1;
      return further < 0 && times >= least ? on(place) : further;
    };
    return round(0, at);
  };
  const end = goes(piece, 0, (at) => at);
  return { steps, end };
}

describe('a pattern that is taken', () => {
  it('means what the engine of the language makes of it', () => {
    fc.assert(
      fc.property(WHOLE, TEXTS, (pattern, text) => {
        const read = readPattern(pattern);
        if (!('piece' in read) || costOf(read.piece).fault !== undefined) return;
        const matched = new RegExp(pattern, 'y').exec(text);
        expect(stepsOf(read.piece, text).end).toBe(matched === null ? -1 : matched[0].length);
      }),
      { numRuns: 1000 },
    );
  });

  it('looks at each byte a few times, whatever the text', () => {
    fc.assert(
      fc.property(WHOLE, TEXTS, (pattern, text) => {
        const piece = taken(pattern);
        if (piece === undefined) return;
        // Sixteen ways, in each of which a byte is looked at once by every character of the pattern at most.
        expect(stepsOf(piece, text).steps).toBeLessThanOrEqual(16 * (text.length + 1) * pattern.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('can begin with the beginning of its matches', () => {
    fc.assert(
      fc.property(WHOLE, TEXTS, (pattern, text) => {
        const piece = taken(pattern);
        const matched = piece && new RegExp(pattern, 'y').exec(text)?.[0];
        if (piece && matched)
          for (let length = 1; length <= matched.length; length++) expect(canBegin(piece, matched.slice(0, length))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a custom rule', () => {
  const RULE: CustomRule = {
    id: 'acme-password',
    title: 'Acme password',
    description: 'Opens it.',
    severity: 'high',
    tier: 'contextual',
    anchors: ['acme.password', 'ACME_PASSWORD'],
    anchoredBy: 'name',
    pattern: '[!#-&(-~]{6,40}',
    remedy: 'change it',
    examples: { positive: [], negative: [] },
  };

  it.each([
    ['ACME_PASSWORD=pa55word', 'pa55word'],
    ['export MY_ACME_PASSWORD="pa55word"', 'pa55word'],
    ["{ 'ACME_PASSWORD': 'pa55word' }", 'pa55word'],
    ['env["ACME_PASSWORD"] = "pa55word"', 'pa55word'],
    ['acme.password := `pa55-w.rd`', 'pa55-w.rd`'],
    ['"ACME_PASSWORD" => "pa55word"', 'pa55word'],
    ['acmexpassword=pa55word', undefined],
    ['ACME_PASSWORD is pa55word', undefined],
    ['ACME_PASSWORD=\npa55word', undefined],
  ])('finds by its name what %s assigns', (text, value) => {
    expect(find(secretRuleOf(RULE), text)?.value).toBe(value);
  });

  it.each([
    ['acme_[a-z]{20}', 1],
    ['acme_[a-z]{20,30}[a-z0-9]{4}', 11],
    ['acme_(?:a|ab)', 2],
  ])('says in how many ways it can be read, so that its attempts are booked: %s', (pattern, ways) => {
    expect(secretRuleOf({ ...RULE, anchoredBy: 'value', pattern }).ways).toBe(ways);
  });

  it('is found by its anchor, and narrows the value to its group', () => {
    const rule = secretRuleOf({ ...RULE, anchoredBy: 'value', anchors: ['acme:'], pattern: 'acme:[a-z]{2}:(?<secret>[0-9]{8})' });
    expect(find(rule, 'x acme:eu:12345678')?.value).toBe('12345678');
    expect(rule).toMatchObject({ id: 'acme-password', tier: 'contextual', remedy: { rotate: 'change it' } });
  });
});
