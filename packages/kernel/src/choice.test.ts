/** Where there is a choice, the kernel tells what a slow reference tells. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Following, headTables, type RunHead } from './head-table.ts';
import { openKernel } from './open.ts';
import type { Choice } from './run-heads.ts';
import { inOrder, referenceChoice, type SpelledChoice, type WorthySpot } from './test-choice.ts';

/** So many bytes that a pattern takes. */
function following(count: number, pattern: RegExp): Following {
  return { count, set: Uint8Array.from({ length: 256 }, (_, byte) => Number(pattern.test(String.fromCharCode(byte)))) };
}

function head(text: string, lead: number, ...behind: readonly Following[]): RunHead {
  return { text, lead, behind };
}

const TOKEN = /[A-Za-z0-9+/=_-]/;

const SPELLED: SpelledChoice = {
  heads: [
    head('ab', 0),
    head('sk-', 0),
    head('sk-proj-longer', 0),
    head('v2/', 0, following(20, TOKEN)),
    head('= ', 2, following(30, TOKEN)),
    head('Fly v1_', 4),
    head('pass', 0),
    head('Zed', 0, following(2, /[a-c\0]/), following(1, /[^A-Za-z0-9_]/)),
    head('Zyk', 0, following(3, /[ -~]/), following(64, /[\0-9=\x80-\xff]/)),
  ],
  wholes: [
    { least: 20, most: 30, mark: '-us' },
    { least: 36, most: 36, mark: '' },
  ],
};

const CHOICE: Choice = written(SPELLED);

function written({ heads, wholes }: SpelledChoice): Choice {
  return { heads: headTables(heads) ?? [], wholes };
}

const kernel = openKernel();

/** What a kernel tells of runs, assignments and heads. */
function told(text: string, choice: Choice | undefined, code: boolean = false): readonly WorthySpot[] {
  const spots: WorthySpot[] = [];
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  kernel.room(bytes.length).set(bytes);
  kernel.scan(bytes.length, (anchor, start, end, worth) => spots.push({ anchor, start, end, worth }), choice, code);
  return spots.filter(({ anchor }) => anchor === 'run' || anchor === 'assignment' || anchor === 'head');
}

const TEXTS: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...SPELLED.heads.map(({ text }) => text),
        'token',
        'Zedab',
        'KEYcc\xe9',
        '-us1',
        '\\n',
        '\\u0061',
        '%41',
        '\\',
        '%',
      ),
      fc.constantFrom('=', 'key = ', 'abc', 'a1', '(', '[', '"', "'", '`', '$', '&', '@"', '-', '?'),
      fc.constantFrom('=', ': ', ' = ', '"', ' ', '\t', '\n', '.', ':', '~', ',', '{', ';', '\0', '\xff'),
      fc.string({ unit: fc.constantFrom(...'abAB019+/=_-'), maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 40 }),
      fc.string({ minLength: 9, maxLength: 40 }).map((plain) => Buffer.from(plain, 'latin1').toString('base64')),
      fc.string({ minLength: 9, maxLength: 40 }).map((plain) => Buffer.from(plain, 'latin1').toString('hex')),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('a kernel with a choice', () => {
  it('tells what the reference tells', () => {
    fc.assert(
      fc.property(TEXTS, fc.boolean(), (text, code) => {
        expect(inOrder(told(text, CHOICE, code))).toEqual(referenceChoice(text, SPELLED, code));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['where a value begins', ' sk-00000000000000000001', [['head', 1, 0]]],
    ['nothing of a run in which none begins', ' 00000000000000000001', []],
    ['nothing where it begins in a word', ' ask-00000000000000000001', []],
    ['where it begins behind an escape', '\\nsk-00000000000000000001', [['head', 2, 0]]],
    ['where it begins before the run', 'Fly v1_0000000000000000', [['head', 0, 0]]],
    ['where enough follows it', ' v2/000000000000000000001', [['head', 1, 0]]],
    ['nothing where too little follows it', ' v2/0000000000000001', []],
    ['where what follows it is of a set, and what follows that of another', ' Zedab.0000000000000000001', [['head', 1, 0]]],
    ['nothing where the one is not', ' Zedad.0000000000000000001', []],
    ['nothing where the other is not', ' Zedab00000000000000000001', []],
    ['a run that an escape touches', '00000000000000000001%3D', [['run', 0, 4]]],
    ['a run behind a credential word', 'token 00000000000000000001', [['run', 6, 8]]],
    ['a run that may be a whole value', ' 00000000000000000000-us1', [['run', 1, 16]]],
  ])('tells %s', (_, text, spots) => {
    expect(told(text, CHOICE).map(({ anchor, start, worth }) => [anchor, start, anchor === 'head' ? 0 : worth])).toEqual(spots);
  });

  it.each([
    ['key = "abcd"', true, true],
    ['key = "abc"', false, false],
    ['key = other', false, true],
    ['key = call("abcd")', true, true],
    ['key = call(other)', false, false],
    ['key = a1b2c3', true, true],
    ['key = [other]', false, false],
  ])('tells of %j in source code: %j, elsewhere: %j', (text, inCode, elsewhere) => {
    const assigns = (code: boolean) => told(text, CHOICE, code).some(({ anchor }) => anchor === 'assignment');
    expect([assigns(true), assigns(false)]).toEqual([inCode, elsewhere]);
  });

  it('tells all runs where there are more heads than it can tell apart', () => {
    const heads = Array.from({ length: 9000 }, (_, index) => head(`h${index}`, 0));
    expect(told(' 00000000000000000001', written({ heads, wholes: [] }))).toEqual([
      { anchor: 'run', start: 1, end: 21, worth: 31 },
    ]);
  });

  it('says of a run that it has more heads than there is room for', () => {
    const text = `${'sk-'.repeat(20_000)}1`;
    const spots = told(text, CHOICE);
    expect(spots.length).toBeLessThan(20_000);
    expect(spots.at(-1)).toEqual({ anchor: 'run', start: 0, end: text.length, worth: 1 });
  });

  it('goes by another choice in the next scan', () => {
    const text = ' ab00000000000000000001 xy00000000000000000001';
    const other = written({ heads: [head('xy', 0)], wholes: [] });
    expect(told(text, CHOICE).map(({ start }) => start)).toEqual([1]);
    expect(told(text, other).map(({ start }) => start)).toEqual([24]);
    expect(told(text, undefined).map(({ anchor }) => anchor)).toEqual(['run', 'run']);
  });

  it('scans a layer aside and leaves the room as it is', () => {
    const room = kernel.room(100).fill(0x61);
    const spots: string[] = [];
    const layer = new TextEncoder().encode(' sk-00000000000000000001');
    expect(kernel.scanAside(layer, (anchor, start) => spots.push(`${anchor} ${start}`), CHOICE)).toBe(true);
    expect(spots).toEqual(['head 1']);
    expect(room.every((byte) => byte === 0x61)).toBe(true);
    expect(kernel.scanAside(new Uint8Array((1 << 20) + 1), () => undefined)).toBe(false);
  });

  it.each([
    ['\0', true],
    [`${'a'.repeat(63)}\0`, true],
    [`${'a'.repeat(64)}\0`, false],
    ['a', false],
    ['', false],
  ])('says whether %j has a NUL near its beginning', (text, nul) => {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    kernel.room(bytes.length).set(bytes);
    expect(kernel.scan(bytes.length, () => undefined)).toBe(nul);
  });
});
