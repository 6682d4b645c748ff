/** Encodings in each other, whole and broken: what is in them is found, and nothing in them stops a scan. */

import { openKernel } from '@leasehold/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleMaker } from './example-maker.ts';
import { newScanner } from './scanner.ts';
import { bytesOf, PLAIN } from './test-rules.ts';

const scanner = newScanner(openKernel(), [PLAIN]);
const make = exampleMaker(9);
const TOKEN = `tst_7${make.chars('A-Za-z0-9', 19)}`;
const RUNS = Number(process.env.LEASEHOLD_FUZZ ?? 300);

const hexOf = (sign: string): string => sign.charCodeAt(0).toString(16).padStart(2, '0');
const hex = (text: string): string => Array.from(text, hexOf).join('');
const wide = (text: string): string => Array.from(text, (sign) => `${sign}\0`).join('');
/** Writes the signs that are no letters and digits with an escape. */
const escaping = (before: string) => (text: string) => text.replaceAll(/[^A-Za-z0-9]/g, (sign) => before + hexOf(sign));

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  base64: btoa,
  'base64 of the other alphabet, without padding': (text) =>
    btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
  hex,
  'hex in capitals': (text) => hex(text).toUpperCase(),
  'percent-encoding': escaping('%'),
  'percent-encoding as browsers write it': (text) =>
    text.replaceAll(/[^A-Za-z0-9_.~-]/g, (sign) => `%${hexOf(sign).toUpperCase()}`),
  'escapes of JSON': escaping('\\u00'),
  'escapes of C': escaping('\\x'),
  'a string of JSON': (text) => JSON.stringify(text),
  'base64 of UTF-16': (text) => btoa(wide(text)),
};
const names = Object.keys(ENCODINGS);
const encode = (name: string, text: string): string => (ENCODINGS[name] as (text: string) => string)(text);

describe('a secret', () => {
  it.each(names)('in %s, and in that in any other, is found at a place that covers it', (inner) => {
    for (const text of [`${TOKEN} and so on`, `it is ${TOKEN}, and so on`]) {
      const alone = encode(inner, text);
      for (const [outer, whole] of [['nothing', alone], ...names.map((name) => [name, encode(name, alone)])] as const) {
        const content = `before\n${whole}\nbehind`;
        const found = scanner.scan(bytesOf(content), 'a').find(({ value }) => value === TOKEN);
        expect(found, `${inner} in ${outer}`).toBeDefined();
        const { start, end } = found as NonNullable<typeof found>;
        // What stands there is a part of the encoded text, and long enough to hold all of the secret.
        expect(start).toBeGreaterThanOrEqual(7);
        expect(end).toBeLessThanOrEqual(7 + whole.length);
        expect(end - start).toBeGreaterThanOrEqual(TOKEN.length);
      }
    }
  });

  it('takes the place of nothing else: what is cut out there leaves no secret', () => {
    for (const name of names) {
      const content = encode(name, `it is ${TOKEN}, and so on, and so on`);
      const found = scanner.scan(bytesOf(content), 'a').find(({ value }) => value === TOKEN);
      const rest = content.slice(0, found?.start) + content.slice(found?.end);
      expect(
        scanner.scan(bytesOf(rest), 'a').map(({ value }) => value),
        name,
      ).not.toContain(TOKEN);
    }
  });
});

describe('encodings that are broken', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      TOKEN,
      'some text, ',
      '%',
      '%4',
      '%zz',
      '\\',
      '\\u',
      '\\u00',
      '\\u{41}',
      '\\x4',
      '=',
      '==',
      '\ufeff'.slice(1),
      '\xff\xfe',
      '\0',
      '"',
      '\n',
    ),
    fc.string({ unit: 'binary-ascii', maxLength: 20 }),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => String.fromCharCode(...bytes)),
  );
  const nested = fc
    .tuple(
      fc.array(piece, { maxLength: 8 }),
      fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(6), fc.nat(6)), { maxLength: 4 }),
    )
    .map(([pieces, layers]) =>
      layers.reduce((text, [name, head, tail]) => encode(name, text).slice(head, -tail || undefined), pieces.join('')),
    );

  it('are scanned without a fault, each finding inside them', () => {
    fc.assert(
      fc.property(fc.array(nested, { maxLength: 4 }), (texts) => {
        const bytes = bytesOf(texts.join(' '));
        for (const { start, end, value } of scanner.scan(bytes, 'a')) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(bytes.length);
          expect(value.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('hide no secret that stands on a line of its own beside them', () => {
    fc.assert(
      fc.property(nested, nested, (before, behind) => {
        const content = `plain text\n${before.replaceAll('\0', ' ')}\n${TOKEN}\n${behind.replaceAll('\0', ' ')}`;
        expect(scanner.scan(bytesOf(content), 'a').map(({ value }) => value)).toContain(TOKEN);
      }),
      { numRuns: RUNS },
    );
  });
});
