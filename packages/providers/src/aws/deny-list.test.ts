import { leaseIdExpiry } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  denyEntry,
  denyPolicy,
  entryExpiry,
  INLINE_LIMIT,
  isLiveEntry,
  MANAGED_LIMIT,
  mergeEntries,
  PRUNE_MARGIN_MS,
  policySize,
  readDenyList,
  replaceEntries,
  roomyDenyPolicy,
} from './deny-list.ts';

const NOW = Date.UTC(2026, 10, 1);
const minute = (time: number): string => Math.ceil(time / 60_000).toString(36);
const entry = (number: number, expiry: number = NOW): string =>
  denyEntry(
    'AROAABCDEFGHIJKLMNOPQ',
    `lh-gh-${78_123_456_789 + number}-1-${minute(expiry)}${number.toString(36).padStart(9, '0')}`,
  );
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, number) => entry(number));

describe('reading a deny list', () => {
  const deny = (userid: unknown, Sid = 'LeaseholdEnded'): object => ({
    Sid,
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:userid': userid } },
  });

  it.each([
    [
      'a list in an array of statements',
      { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }, deny(['a', 'b', 'a'])] },
      ['a', 'b'],
    ],
    ['one statement with one value', { Statement: deny('a') }, ['a']],
    ['a statement without values', { Statement: [deny([])] }, []],
    [
      'a statement without a condition',
      { Statement: [{ Sid: 'LeaseholdEnded', Effect: 'Deny', Action: '*', Resource: '*' }] },
      [],
    ],
  ])('takes %s', (_what, document, entries) => {
    expect(readDenyList(JSON.stringify(document))).toEqual({ entries, foldingSince: undefined });
  });

  it.each([
    ['another statement', JSON.stringify({ Statement: [deny(['a'], 'Other')] })],
    [
      'an allow by our name',
      JSON.stringify({ Statement: [{ Sid: 'LeaseholdEnded', Effect: 'Allow', Action: '*', Resource: '*' }] }),
    ],
    ['no JSON', '{'],
    ['no object', '[]'],
    ['nothing', ''],
  ])('does not take %s', (_what, document) => {
    expect(readDenyList(document)).toBeUndefined();
  });

  it('reads back what was written, marked or not', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string().filter((text) => !/^-+$/.test(text))),
        fc.option(fc.nat(4_000_000_000), { nil: undefined }),
        (entries, since) => {
          expect(readDenyList(denyPolicy(entries, since))).toEqual({ entries, foldingSince: since });
        },
      ),
    );
  });
});

describe('writing a deny list', () => {
  it('is as long with a mark as without', () => {
    expect(policySize(denyPolicy(['a'], NOW / 1_000))).toBe(policySize(denyPolicy(['a'])));
  });

  it('holds room for three more entries, which are not read as any', () => {
    expect(readDenyList(roomyDenyPolicy(entry(1)))?.entries).toEqual([entry(1)]);
    expect(policySize(roomyDenyPolicy(entry(1)))).toBe(policySize(denyPolicy(many(4))));
  });

  it('keeps every other statement of the policy', () => {
    const first = { Sid: 'Cap', Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' };
    const document = JSON.stringify({
      Version: '2012-10-17',
      Id: 'x',
      Statement: [first, JSON.parse(denyPolicy(['a'])).Statement[0]],
    });
    expect(JSON.parse(replaceEntries(document, ['b', 'c']))).toEqual({
      Version: '2012-10-17',
      Id: 'x',
      Statement: [first, JSON.parse(denyPolicy(['b', 'c'])).Statement[0]],
    });
  });

  it('fits 150 sessions of 11-digit runs inline and 90 in a boundary beside an allow of everything', () => {
    expect(entry(1)).toHaveLength(21 + 1 + 34);
    expect(policySize(denyPolicy(many(150)))).toBeLessThan(INLINE_LIMIT);
    const boundary = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }, ...JSON.parse(denyPolicy([])).Statement],
    });
    expect(policySize(replaceEntries(boundary, many(90)))).toBeLessThan(MANAGED_LIMIT);
  });

  it('is counted as IAM counts: without white space', () => {
    expect(policySize('{ "a":\n\t1 }')).toBe(7);
  });
});

describe('pruning a deny list', () => {
  it('reads the expiry from the name of a session of ours, and from no other', () => {
    expect(entryExpiry(entry(1))).toBe(leaseIdExpiry(`${minute(NOW)}000000001`));
    for (const other of ['AROAX:GitHubActions', 'nobody', 'AROAX:lh-gh-1-1-short', `AROAX:${minute(NOW)}000000001`])
      expect(entryExpiry(other)).toBeUndefined();
  });

  it('keeps an entry until five minutes after its lease is over, and one that is not ours for ever', () => {
    expect(isLiveEntry(entry(1), NOW + PRUNE_MARGIN_MS)).toBe(true);
    expect(isLiveEntry(entry(1), NOW + PRUNE_MARGIN_MS + 1)).toBe(false);
    expect(isLiveEntry('AROAX:GitHubActions', NOW * 2)).toBe(true);
  });

  it('merges lists without losing or repeating what lives', () => {
    const [old, a, b] = [entry(1, NOW - 3_600_000), entry(2), entry(3)];
    expect(mergeEntries([[old, a], [b, a], ['nobody']], NOW)).toEqual([a, b, 'nobody']);
  });
});
