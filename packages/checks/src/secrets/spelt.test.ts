/** Credentials that are spelt in escapes, sign by sign. */

import { openKernel } from '@leasehold/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleMaker } from './example-maker.ts';
import { newScanner } from './scanner.ts';
import { bytesOf, PLAIN } from './test-rules.ts';

const scanner = newScanner(openKernel(), [PLAIN]);
const TOKEN = `tst_7${exampleMaker(5).chars('A-Za-z0-9', 19)}`;
const RUNS = Number(process.env.LEASEHOLD_FUZZ ?? 300);

const hexOf = (sign: string): string => sign.charCodeAt(0).toString(16).padStart(2, '0');
const spelling = (before: string) => (text: string) => Array.from(text, (sign) => before + hexOf(sign)).join('');

const SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  'percent-encoding': spelling('%'),
  'percent-encoding in capitals': (text) => spelling('%')(text).toUpperCase(),
  'escapes of C': spelling('\\x'),
  'escapes of JSON': spelling('\\u00'),
};
const wide = (text: string): string => Array.from(text, (sign) => `${sign}\0`).join('');
const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  base64: btoa,
  'base64 without padding': (text) => btoa(text).replace(/=+$/, ''),
  'base64 of UTF-16': (text) => btoa(wide(text)),
  hex: (text) => Array.from(text, hexOf).join(''),
};
const AROUND: Readonly<Record<string, (spelt: string) => string>> = {
  'a line': (spelt) => spelt,
  'lines as on Windows': (spelt) => `first\r\n${spelt}\r\nlast\r\n`,
  'a string': (spelt) => `const key = "${spelt}";`,
  'an address': (spelt) => `https://h.example/?a=b&t=${spelt}&c=d`,
  'a string of JSON': (spelt) => JSON.stringify({ key: spelt }),
  'UTF-16': (spelt) => `\xff\xfe${wide(`key = ${spelt}\r\n`)}`,
};

/** Where the token is found. */
function place(content: string): { readonly start: number; readonly end: number } | undefined {
  return scanner.scan(bytesOf(content), 'a').find(({ value }) => value === TOKEN);
}

/** The combinations of two tables by their names. */
function pairs<A, B>(first: Readonly<Record<string, A>>, second: Readonly<Record<string, B>>): [string, string, A, B][] {
  return Object.entries(first).flatMap(([a, one]) =>
    Object.entries(second).map(([b, two]): [string, string, A, B] => [a, b, one, two]),
  );
}

describe('a credential that is spelt', () => {
  it.each(pairs(SPELLINGS, AROUND))('in %s is found in %s', (_spelling, _around, spell, around) => {
    const content = around(spell(TOKEN));
    expect(place(content)).toBeDefined();
  });

  it.each(pairs(SPELLINGS, ENCODINGS))('in %s is found in %s', (_spelling, _encoding, spell, encode) => {
    expect(place(encode(`key: ${spell(TOKEN)}, and so on`))).toBeDefined();
  });

  it.each(pairs(SPELLINGS, ENCODINGS))('is found where in %s stands its %s', (_spelling, _encoding, spell, encode) => {
    expect(place(spell(encode(`some text, ${TOKEN}, and so on`)))).toBeDefined();
  });

  it.each(Object.entries(SPELLINGS))('in %s is found where it stands', (_, spell) => {
    const spelt = spell(TOKEN);
    const found = place(`${spell('key=')}${spelt}${spell('&')}`);
    expect(found).toMatchObject({ start: spell('key=').length, end: spell('key=').length + spelt.length });
  });

  it('is not looked for below the second layer', () => {
    expect(place(btoa(btoa(spelling('%')(TOKEN))))).toBeUndefined();
    expect(place(btoa(btoa(`${TOKEN} and so on`)))).toBeDefined();
  });

  it('in part is found, wherever no two plain signs stand together', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(SPELLINGS)),
        fc.array(fc.boolean(), { minLength: TOKEN.length, maxLength: TOKEN.length }),
        fc.string({ unit: fc.constantFrom(...' "\n%\\;.'), maxLength: 80 }),
        (spell, wishes, before) => {
          let plain = false;
          const spelt = Array.from(TOKEN, (sign, index) => {
            plain = !plain && wishes[index] === true;
            return plain ? sign : spell(sign);
          }).join('');
          expect(place(`${before};${spelt}`)).toBeDefined();
        },
      ),
      { numRuns: RUNS },
    );
  });

  it.each(Object.entries(SPELLINGS))('in %s is found where a stretch is cut, once', (_, spell) => {
    const filler = spell(';');
    const before = Math.floor((1 << 20) / filler.length) - 10;
    const content = `${filler.repeat(before)}${spell(TOKEN)}${filler.repeat(before)}`;
    const found = scanner.scan(bytesOf(content), 'a');
    expect(found.map(({ value, start }) => [value, start])).toEqual([[TOKEN, filler.length * before]]);
  });
});
