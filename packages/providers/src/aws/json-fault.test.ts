import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

const FAULTS: [text: string, line: number, column: number, expected: string][] = [
  ['', 1, 1, 'a value'],
  ['{', 1, 2, 'a key in double quotes'],
  ['{"a": 1,}', 1, 9, 'a key in double quotes'],
  ['[1,]', 1, 4, 'a value'],
  ['{"a" 1}', 1, 6, '`:`'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '`,` or `}`'],
  ['[1 2]', 1, 4, '`,` or `]`'],
  ["{'a': 1}", 1, 2, 'a key in double quotes'],
  ['{"a": 01}', 1, 7, 'a value'],
  ['{"a": tru}', 1, 7, 'a value'],
  ['"a\nb"', 1, 1, 'a value'],
  ['{} {}', 1, 4, 'the end'],
  ['{"a": 1', 1, 8, '`,` or `}`'],
  ['// no\n{}', 1, 1, 'a value'],
];

describe('finding the first mistake in JSON', () => {
  it.each(FAULTS)('in %j', (text, line, column, expected) => {
    expect(jsonFault(text)).toEqual({ line, column, expected });
  });

  it('finds none in what the engine writes', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (text, indent) => {
        expect(jsonFault(JSON.stringify(JSON.parse(text), null, indent))).toBeUndefined();
      }),
    );
  });

  it('agrees with the engine on what is JSON at all', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '{', '}', ']', ',', '"', '0', '\\', '\u007f', '\t'))
      .map(([text, at, mark]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + mark + text.slice(place + 1);
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (text) => {
        expect(jsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
