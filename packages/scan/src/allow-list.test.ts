import type { ConfigError, Finding } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllowEntry } from './allow-entry.ts';
import { parseAllowList, printAllowList } from './allow-list.ts';
import { applyAllowList } from './allow-match.ts';
import { allowNotes } from './allowance.ts';

const HASH = 'ab'.repeat(16);
const ENTRY = { rule: 'npm-token', hash: HASH, reason: 'a fixture' };

describe('parseAllowList', () => {
  it('reads entries with the lines they stand on', () => {
    const text = `${JSON.stringify(ENTRY)}\r\n\n${JSON.stringify({ ...ENTRY, path: 'a/*', owner: '@acme/web', expires: '2027-01-31' })}\n`;
    expect(parseAllowList(text, 'f')).toEqual([
      { ...ENTRY, line: 1 },
      { ...ENTRY, path: 'a/*', owner: '@acme/web', expires: '2027-01-31', line: 3 },
    ]);
  });

  it('counts a line once that a merge has doubled', () => {
    const line = JSON.stringify(ENTRY);
    expect(parseAllowList(`${line}\n${line}\n`, 'f')).toHaveLength(1);
  });

  it.each<[what: string, line: string, column: number, message: string, help: string | undefined]>([
    ['what is not JSON', '{"rule"', 1, 'the line is not JSON', undefined],
    ['a merge that was left half done', '<<<<<<< HEAD', 1, 'the line is not JSON', 'resolve the merge: both sides may stay'],
    ['the base of such a merge', '||||||| 8b1af0f', 1, 'the line is not JSON', 'resolve the merge: both sides may stay'],
    ['what is no object', '[1]', 1, 'the line is not an object', undefined],
    [
      'a field that is missing',
      JSON.stringify({ rule: 'a', hash: HASH }),
      1,
      '`reason` is missing',
      'it is why the secret may stay',
    ],
    [
      'a field that is misspelt',
      JSON.stringify({ ...ENTRY, expirs: '' }),
      84,
      '`expirs` is not a field of an entry',
      'did you mean `expires`?',
    ],
    [
      'a value in place of a field, without repeating it',
      JSON.stringify({ ...ENTRY, tst_0123456789: '' }),
      84,
      'this is not a field of an entry',
      'the fields are `rule`, `hash`, `path`, `reason`, `owner`, `expires`',
    ],
    [
      'a reason without words',
      JSON.stringify({ ...ENTRY, reason: ' ' }),
      63,
      '`reason` is not of its form',
      'it is why the secret may stay',
    ],
    [
      'a value in place of its hash',
      JSON.stringify({ ...ENTRY, hash: 'hunter2' }),
      21,
      '`hash` is not of its form',
      'it is the `fingerprint` of a finding',
    ],
    [
      'a day that is not',
      JSON.stringify({ ...ENTRY, expires: '2027-02-30' }),
      84,
      '`expires` is not of its form',
      'it is a day such as `2027-01-31`',
    ],
  ])('refuses %s, and says where', (_what, line, column, message, help) => {
    let problems: unknown;
    try {
      parseAllowList(`${JSON.stringify(ENTRY)}\n${line}`, 'f');
    } catch (error) {
      problems = (error as ConfigError).problems;
    }
    const at = { file: 'f', line: 2, column };
    expect(problems).toEqual([{ code: 'ERR_ALLOW_LIST', message, at, ...(help ? { help } : {}) }]);
    expect(column === 1 || line.startsWith('"', column - 1)).toBe(true);
  });

  it('tells every line that is wrong at once', () => {
    expect(() => parseAllowList('1\n2', 'f')).toThrowCode('ERR_ALLOW_LIST');
    try {
      parseAllowList('1\n2', 'f');
    } catch (error) {
      expect((error as ConfigError).problems.map(({ at }) => at.line)).toEqual([1, 2]);
    }
  });
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const entry: fc.Arbitrary<AllowEntry> = fc.record(
  {
    rule: word,
    hash: fc.stringMatching(/^[0-9a-f]{32}$/),
    reason: word,
    path: word,
    owner: word,
    expires: fc.constantFrom('2026-12-31', '2028-02-29'),
  },
  { requiredKeys: ['rule', 'hash', 'reason'] },
);

describe('printAllowList', () => {
  it('prints what reads as the same', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const text = printAllowList(entries);
        expect(printAllowList(parseAllowList(text, 'f'))).toBe(text);
      }),
    );
  });

  it('gives the union of two lists, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (ours, theirs) => {
        const merged = printAllowList([...ours, ...theirs]);
        expect(printAllowList([...theirs, ...ours])).toBe(merged);
        expect(printAllowList(parseAllowList(printAllowList(ours) + printAllowList(theirs), 'f'))).toBe(merged);
      }),
    );
  });
});

const at = (path: string) => ({ path, line: 1, column: 1, endLine: 1, endColumn: 2 });
const finding = (path: string, fingerprint: string, ruleId = 'npm-token') => ({ ruleId, fingerprint, at: at(path) }) as Finding;
const NOW = Date.parse('2026-11-24T12:00:00Z');

describe('applyAllowList', () => {
  const OTHER = 'cd'.repeat(16);

  it('takes a secret out wherever it stands, and leaves another one on the same line', () => {
    const result = applyAllowList(
      [finding('a', HASH), finding('b', HASH), finding('a', OTHER)],
      [{ ...ENTRY, line: 1 }],
      '',
      NOW,
    );
    expect(result).toEqual({ findings: [finding('a', OTHER)], allowed: 2, expired: [], unused: [] });
  });

  it('takes nothing out that another rule found', () => {
    expect(applyAllowList([finding('a', HASH, 'pypi-token')], [{ ...ENTRY, line: 1 }], '', NOW).allowed).toBe(0);
  });

  it.each([
    ['test/*', '', 'test/a/b', 1],
    ['test/*', '', 'src/a', 0],
    ['a', '', 'a', 1],
    ['pkg/a', 'pkg/', 'a', 1],
    ['other/a', 'pkg/', '../other/a', 1],
    ['a', 'pkg/', 'a', 0],
    ['./a', '', 'a', 1],
    ['/a', '', 'a', 1],
    ['test/', '', 'test/a/b', 1],
    ['test', '', 'test/a', 0],
    ['**/k.pem', '', 'k.pem', 1],
    ['**/k.pem', '', 'a/b/k.pem', 1],
    ['**/k.pem', '', 'ak.pem', 0],
  ])('reads the path %s from the top of the repository: in `%s`, %s is allowed %i times', (path, folder, shown, allowed) => {
    expect(applyAllowList([finding(shown, HASH)], [{ ...ENTRY, path, line: 1 }], folder, NOW).allowed).toBe(allowed);
  });

  it('allows until the end of the last day, and tells what is past it', () => {
    const last = { ...ENTRY, expires: '2026-11-24', line: 1 };
    const past = { ...ENTRY, expires: '2026-11-23', line: 2 };
    expect(applyAllowList([finding('a', HASH)], [last, past], '', NOW)).toMatchObject({ allowed: 1, expired: [past] });
    expect(applyAllowList([finding('a', HASH)], [past], '', NOW)).toMatchObject({ allowed: 0, expired: [past], unused: [] });
  });

  it('tells the entries that allowed nothing, in the order of their lines', () => {
    const entries = [1, 2, 3].map((line) => ({ ...ENTRY, hash: String(line).repeat(32), line }));
    const { unused } = applyAllowList([finding('a', '2'.repeat(32))], entries, '', NOW);
    expect(unused.map(({ line }) => line)).toEqual([1, 3]);
  });
});

describe('allowNotes', () => {
  it('names twenty lines of each kind, and counts the rest', () => {
    const entries = Array.from({ length: 22 }, (_, at) => ({ ...ENTRY, expires: '2026-11-23', line: at + 1 }));
    const notes = allowNotes({ expired: entries.slice(0, 21), unused: entries });
    expect(notes).toHaveLength(42);
    expect(notes[20]).toBe('1 more line of `.leasehold/allow.jsonl` is expired');
    expect(notes[41]).toBe('2 more lines of `.leasehold/allow.jsonl` are unused');
  });
});
