/** What the kernel passes over is nothing that the context sweep would take for a value. */

import { openKernel } from '@leasehold/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rightSide } from './context/right-side.ts';
import { toBytes } from './proof/latin1.ts';

const kernel = openKernel();

const TEXTS: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom('key=', 'token: ', 'secret := ', 'pass => ', 'auth = Secret(', 'key=get.it("', 'psk=Convert-It '),
      fc.constantFrom(
        '"',
        "'",
        '`',
        '\\',
        '\n',
        ' ',
        '(',
        ')',
        '[',
        ']',
        '.',
        '-',
        ':',
        '$',
        '{',
        '@"',
        '&quot;',
        ',',
        '?',
        '\xe9',
      ),
      fc.string({ unit: fc.constantFrom(...'abZ_019'), minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('an operator behind a credential word', () => {
  it('is told wherever a value stands behind it', () => {
    fc.assert(
      fc.property(TEXTS, fc.boolean(), (text, code) => {
        const bytes = toBytes(text);
        const scan = (chosen: boolean): readonly string[] => {
          const places: string[] = [];
          kernel.room(bytes.length).set(bytes);
          const choice = chosen ? { heads: [], wholes: [] } : undefined;
          kernel.scan(
            bytes.length,
            (anchor, start, end) => {
              if (anchor === 'assignment' && rightSide(bytes, end, code) !== undefined) places.push(`${start}-${end}`);
            },
            choice,
            code,
          );
          return places;
        };
        expect(scan(true)).toEqual(scan(false));
      }),
      { numRuns: 1000 },
    );
  });
});
