import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleMaker } from './example-maker.ts';
import { publicReason } from './public-values.ts';

describe('a value', () => {
  // Put together here, so that no scanner takes this file for one with keys in it.
  it.each([
    [['AKIA', 'IOSFODNN7EXAMPLE'].join(''), true],
    [['sk_test_4eC39Hq', 'LyjWDarjtT1zdp7dc'].join(''), true],
    [['eyJhbGciOiJIUzI1NiJ9', 'e30', ['SflKxwRJSMeKKF2QT4', 'fwpMeJf36POk6yJV_adQssw5c'].join('')].join('.'), true],
    [
      [
        'AccountKey',
        ['Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2', 'UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='].join(''),
      ].join('='),
      true,
    ],
    [['0xac0974bec39a17e36ba4a6b4d238ff94', '4bacb478cbed5efcae784d7bf4f2ff80'].join(''), true],
    ['tst_xxxxxxxxxxxxxxxxxxxx', false],
    ['tst_your-token-goes-here', false],
    ['tst_1234567890qwertz', false],
    ['tst_00000000000000000001', false],
  ])('is public: %s', (value, known) => {
    expect(publicReason(value, 4)?.known).toBe(known);
  });

  it.each([
    's.ByParentRecoveryPointArn',
    'STS.assumeRoleWithWebIdentity',
    'tst_refresh-token-of-the-account',
    'tst_MyServiceAccountToken',
  ])('is public where it is spelt like a name: %s', (value) => {
    expect(publicReason(value, 4)?.why).toBe('it is spelt like a name in a program');
  });

  it('of letters alone is one in five hundred times at most taken for a name', () => {
    const make = exampleMaker(3);
    const values = Array.from({ length: 20_000 }, () => make.chars('A-Za-z', 24));
    expect(values.filter((value) => publicReason(value, 0)).length).toBeLessThan(40);
  });

  it('of chance is not', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(publicReason(`tst_${exampleMaker(seed).chars('A-Za-z0-9', 40)}`, 4)).toBeUndefined();
      }),
    );
  });

  it('is not judged by its prefix', () => {
    expect(publicReason('example_a8Kd03kZpQw7', 8)).toBeUndefined();
  });
});
