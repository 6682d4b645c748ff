/** What the kernel passes over is nothing that the context sweep would take for a candidate. */

import { type Choice, openKernel } from '@leasehold/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newOperandSweep } from './context/operand-sweep.ts';
import { rightSide } from './context/right-side.ts';
import { isWorthScoring } from './context/score.ts';
import { wording } from './context/wording.ts';
import { toBytes } from './proof/latin1.ts';

const kernel = openKernel();
const VALUES: Choice = { heads: [], wholes: [] };
const CANDIDATES: Choice = { ...VALUES, wording: wording() };

const NAMES = ['key=', 'token: ', 'secret := ', 'pass => ', 'auth = Secret(', 'key=get.it("', 'psk=Convert-It '];

const SIGNS = [
  ...['"', "'", '`', '\\', '\n', ' ', '(', ')', '[', ']', '.', '-', ':', '=', '$', '{', '@"', '&quot;', ',', '?', '\xe9'],
];

/** Text with operators, names of all kinds before them, and values that are words, sentences, or neither. */
const TEXTS: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NAMES, 'x=', 'token x: ', 'String key value = ', '"password", content: ', 'is secret, default = '),
      fc.constantFrom(...SIGNS),
      fc.constantFrom(
        'Bearer ',
        'basic ',
        'token+',
        'null',
        'true',
        '-0x12',
        '2024-01-01',
        'some words ',
        'AddressBook',
        'xqzw',
        '...',
      ),
      fc.string({ unit: fc.constantFrom(...'abZ_019'), minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

function scan(
  bytes: Uint8Array,
  code: boolean,
  choice: Choice | undefined,
  each: (anchor: string, start: number, end: number) => void,
): void {
  kernel.room(bytes.length).set(bytes);
  kernel.scan(bytes.length, each, choice, code);
}

/** Where the kernel tells of an assignment that has a value. */
function values(bytes: Uint8Array, code: boolean, choice: Choice | undefined): readonly string[] {
  const places: string[] = [];
  scan(bytes, code, choice, (anchor, start, end) => {
    if (anchor === 'assignment' && rightSide(bytes, end, code) !== undefined) places.push(`${start}-${end}`);
  });
  return places;
}

/** What the sweep makes of what the kernel tells. */
function candidates(bytes: Uint8Array, code: boolean, choice: Choice | undefined): readonly object[] {
  const operands: object[] = [];
  const sweep = newOperandSweep(bytes, code ? 'a.ts' : 'a.env', {
    worth: isWorthScoring,
    each: ({ around, ...operand }) => operands.push({ ...operand, ...around() }),
  });
  scan(bytes, code, choice, (anchor, start, end) => {
    if (anchor === 'assignment') sweep.assignment(start, end);
    else if (anchor === 'run') sweep.run(start, end);
  });
  return operands;
}

describe('an operator behind a credential word', () => {
  it('is told wherever a value stands behind it', () => {
    fc.assert(
      fc.property(TEXTS, fc.boolean(), (text, code) => {
        const bytes = toBytes(text);
        expect(values(bytes, code, VALUES)).toEqual(values(bytes, code, undefined));
      }),
      { numRuns: 1000 },
    );
  });

  it('is told wherever a candidate would be made of it', () => {
    fc.assert(
      fc.property(TEXTS, fc.boolean(), (text, code) => {
        const bytes = toBytes(text);
        expect(candidates(bytes, code, CANDIDATES)).toEqual(candidates(bytes, code, undefined));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['its value is made of words', 'password = "some other words"'],
    ['its value is a sentence', 'password = "at least 8 signs"'],
    ['its name speaks of none', 'the key is here: x = "q8zR71xk"'],
  ])('is passed over where %s', (_, line) => {
    const told: string[] = [];
    scan(toBytes(line), false, CANDIDATES, (anchor) => told.push(anchor));
    expect(told).toEqual([]);
  });
});
