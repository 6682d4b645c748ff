import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { features } from './features.ts';
import { isPlain, lettersOf, readLetters } from './letters.ts';
import { type FileKind, fileKind, type Operand } from './operand.ts';
import { LEAST, oddsOf, sharesOf } from './score.ts';
import { SURPRISE, TRIPLES, WEIGHTS } from './weights.ts';

const letters = lettersOf(TRIPLES, SURPRISE);
const operand: Operand = {
  ...{
    start: 0,
    end: 8,
    value: 'abcdefgh',
    name: 'password',
    tie: '=',
    quoted: true,
    called: false,
    scheme: '',
    around: () => ({ before: '', after: '' }),
  },
};

describe('the weights', () => {
  it('are numbers of a likely size, and the tables as long as they must be', () => {
    expect([...WEIGHTS.values()].every((weight) => Number.isFinite(weight) && Math.abs(weight) < 12)).toBe(true);
    expect(WEIGHTS.size).toBeGreaterThan(50);
    expect(letters.triples).toHaveLength(Math.ceil(27 ** 3 / 8));
    expect(letters.surprise).toHaveLength(27 * 27);
    expect(letters.surprise.every((bits) => bits >= 0 && bits < 12)).toBe(true);
  });

  it('are of features that there are', () => {
    const noted = new Set<string>();
    const kinds: readonly FileKind[] = ['code', 'config', 'data', 'doc', 'shell', 'other'];
    for (const name of ['password', 'api_key', 'key', 'keying', 'secret', 'token', 'salt', 'auth', 'other', 'Bearer'])
      for (const value of ['abcdefgh', '0123456789abcdef0123', 'Ab3$Ab3$Ab3$Ab3$Ab3$']) {
        for (const kind of kinds)
          features({ ...operand, name, value, quoted: false }, kind, letters, (feature) => noted.add(feature));
      }
    const crosses = [...WEIGHTS.keys()].filter((feature) => feature.includes('*'));
    expect(crosses.filter((feature) => !noted.has(feature))).toEqual([]);
  });

  it('add up to the odds', () => {
    const sum = sharesOf(operand, 'code').reduce((total, [, share]) => total + share, 0);
    expect(sum).toBeCloseTo(oddsOf(operand, 'code'), 9);
  });

  it('are only left out where the rest of them cannot lift the odds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aZ09_-.@/=&?"\' +;{'), minLength: 4, maxLength: 24 });
    const operands = fc.record({
      value: fc.oneof(text, fc.constantFrom('example', '<name>', 'https://a.example/b/', 'user_name', '1.2.3')),
      name: fc.constantFrom('password', 'apiKey', 'the.token', 'passwordLabel', 'key', 'SECRET_OF_OLD', 'authType'),
      tie: fc.constantFrom('=', ': ', '==', ' ', '('),
      quoted: fc.boolean(),
      called: fc.boolean(),
      scheme: fc.constantFrom('', 'bearer'),
      before: fc.oneof(text, fc.constantFrom('https://a.example/?', 'if x == ', '# the word was ')),
      after: fc.oneof(text, fc.constantFrom('', '";', '&x=1')),
    });
    fc.assert(
      fc.property(operands, fc.constantFrom<FileKind>('code', 'config', 'doc'), ({ before, after, ...rest }, kind) => {
        const candidate = { ...operand, ...rest, around: () => ({ before, after }) };
        const sum = sharesOf(candidate, kind).reduce((total, [, share]) => total + share, 0);
        const odds = oddsOf(candidate, kind);
        if (sum >= LEAST) expect(odds).toBeCloseTo(sum, 9);
        else expect(odds).toBeLessThan(LEAST + 1e-9);
      }),
    );
  });
});

describe('the letters', () => {
  it.each(['password', 'connection', 'getUserName', 'SOME_SETTING', 'the-other-thing'])('of %s make words', (text) => {
    expect(readLetters(text, letters).unseen).toBe(0);
    expect(isPlain(text, letters)).toBe(true);
  });

  it.each([['q', 'z', 'x', 'v', 'k', 'j'].join(''), ['w', 'q', 'd', 'f', 'g', 'k', 'z'].join('')])('of %s make none', (text) => {
    const { unseen, triples, surprise } = readLetters(text, letters);
    expect(unseen / triples).toBeGreaterThan(0.5);
    expect(surprise).toBeGreaterThan(5);
  });

  it('of nothing are none', () => {
    expect(readLetters('1234-5678', letters)).toEqual({ triples: 0, unseen: 0, surprise: 0, letters: 0 });
  });
});

describe('the kind of a file', () => {
  it.each([
    ['src/a.ts', 'code'],
    ['app.PROPERTIES', 'config'],
    ['a/b.json', 'data'],
    ['README.md', 'doc'],
    ['x.sh', 'shell'],
    ['Makefile', 'other'],
    ['a.very-long-ending', 'other'],
  ])('is told by its name: %s', (path, kind) => {
    expect(fileKind(path)).toBe(kind);
  });
});
