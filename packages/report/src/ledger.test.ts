/** A ledger line has its published shape, and never a credential. */

import {
  ACCESS_LEVELS,
  DELIVERIES,
  ENDING_KINDS,
  InternalError,
  LEDGER_EVENTS,
  type LedgerEvent,
  Secret,
  SHOWN_CLAIMS,
} from '@leasehold/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerLine } from './ledger.ts';
import { ledgerProblem } from './ledger-check.ts';
import { ledgerJsonSchema } from './ledger-schema.ts';

const valid = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(ledgerJsonSchema());

const EVENT: LedgerEvent = {
  version: 1,
  time: '2026-11-24T10:12:05.000Z',
  event: 'issued',
  lease: 'k3x9qabc123def',
  provider: 'aws',
  target: 'arn:aws:iam::111122223333:role/site-deploy',
  grant: 'deploy-site',
  purpose: 'publish the site',
  owner: '@acme/web',
  access: 'write',
  breakGlass: false,
  run: { platform: 'gh', run: '7812345678', attempt: '1' },
  identity: { repository: 'acme/site', sha: '8f3c1b0d9a7e6f5c4b3a29181716151413121110' },
  name: 'lh-gh-7812345678-1-k3x9qabc123def',
  expires: '2026-11-24T10:22:05Z',
  ending: 'denied',
  timeBoxed: true,
  credential: { hash: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=', publicId: ['AS', 'IAQEXAMPLEEXAMPLE12'].join('') },
  delivery: 'env',
};

/** Without the credential and the end of an issue, which a denial for example does not have. */
function other(change: object): LedgerEvent {
  return { ...EVENT, event: 'requested', ...change } as LedgerEvent;
}

test('an event is one line that reads back as it was', () => {
  const line = ledgerLine(EVENT);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual(EVENT);
});

test('fields that are undefined are left out', () => {
  const line = ledgerLine(
    other({ mismatches: [{ claim: 'environment', actual: undefined, expected: ['prod'], source: 'subjects[0]' }] }),
  );
  expect(JSON.parse(line).mismatches).toEqual([{ claim: 'environment', expected: ['prod'], source: 'subjects[0]' }]);
});

test('a text that is too long is cut', () => {
  const line = JSON.parse(ledgerLine(other({ purpose: 'word '.repeat(2000) })));
  expect(line.purpose).toHaveLength(4096);
  expect(line.purpose.endsWith('…')).toBe(true);
});

test('a hash is kept even if it has the beginning of a JWT in it', () => {
  const hash = `ey${'J'}${'A'.repeat(40)}=`;
  expect(JSON.parse(ledgerLine({ ...EVENT, credential: { hash } })).credential.hash).toBe(hash);
});

const token = ['ey', 'JhbGciOiJSUzI1NiJ9', '.', 'ey', 'JzdWIiOiJhIn0', '.', 'c2lnbmF0dXJl'].join('');
const secretKey = ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY12'].join('/').slice(0, 40);

describe('a credential is not written', () => {
  test.each([
    ['a token in the reason', { reason: `because ${token}` }, 'because ***'],
    ['a secret key in the detail', { detail: `used ${secretKey} twice` }, 'used *** twice'],
    ['a token in the target', { target: token }, '***'],
    ['a token in a claim', { identity: { actor: token } }, '***'],
    ['a token in a mismatch', { mismatches: [{ claim: 'sub', actual: token, expected: [token], source: 'x' }] }, '***'],
  ])('%s', (_what, change, written) => {
    const line = ledgerLine(other(change));
    expect(line).not.toContain(token);
    expect(line).not.toContain(secretKey);
    expect(line).toContain(`"${written}"`);
  });
});

describe('an event of the wrong shape is refused, and its values are not quoted', () => {
  const { lease: _lease, ...withoutLease } = EVENT;
  const { credential: _credential, ...withoutCredential } = EVENT;
  test.each([
    ['a Secret', other({ reason: new Secret('abc') }), '`event.reason` must be of type string'],
    ['a missing field', withoutLease, '`event.lease` is missing'],
    ['an issue without its credential', withoutCredential, '`event.credential` is missing'],
    ['a failure without a word', other({ event: 'failed' }), '`event.detail` is missing'],
    ['an unknown field', other({ token: 'abc' }), '`event` has a field that is not of the ledger'],
    [
      'an unknown field further in',
      other({ credential: { hash: EVENT.credential?.hash, secret: 'abc' } }),
      '`event.credential` has a field that is not of the ledger',
    ],
    ['another version', other({ version: 2 }), '`event.version` must be 1'],
    ['an unknown event', other({ event: 'cleaned' }), `\`event.event\` must be one of ${LEDGER_EVENTS.join(', ')}`],
    ['a local time', other({ time: '2026-11-24 10:12' }), '`event.time` is not of its form'],
    ['a credential for a hash', other({ credential: { hash: secretKey } }), '`event.credential.hash` is not of its form'],
    ['a claim that is no text', other({ identity: { actor: 7 } }), '`event.identity.*` must be of type string'],
    ['a mismatch that is none', other({ mismatches: [{ claim: 'a' }] }), '`event.mismatches[0].expected` is missing'],
    ['a list for an object', other({ run: [] }), '`event.run` must be of type object'],
    ['nothing for an object', other({ run: null }), '`event.run` must be of type object'],
  ])('%s', (_what, event, problem) => {
    expect(() => ledgerLine(event as LedgerEvent)).toThrow(
      new InternalError(`the ledger event has not the shape of one: ${problem}`, { code: 'ERR_LEDGER_EVENT' }),
    );
  });

  test('what is no object at all', () => {
    expect(ledgerProblem('x')).toBe('`event` must be of type object');
  });
});

const words = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const mark = fc.record(
  {
    hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => btoa(String.fromCharCode(...bytes))),
    publicId: fc.stringMatching(/^[A-Z0-9]{16,20}$/),
  },
  { requiredKeys: ['hash'] },
);
const mismatch = fc.record(
  { claim: words, actual: fc.option(words, { nil: undefined }), expected: fc.array(words, { maxLength: 2 }), source: words },
  { requiredKeys: ['claim', 'actual', 'expected', 'source'] },
);
const event: fc.Arbitrary<LedgerEvent> = fc.record(
  {
    version: fc.constant(1 as const),
    time: instant,
    event: fc.constantFrom(...LEDGER_EVENTS),
    lease: fc.stringMatching(/^[0-9a-z]{14}$/),
    provider: fc.constantFrom('aws', 'vault', 'crates-io'),
    target: words,
    breakGlass: fc.boolean(),
    run: fc.record({ platform: fc.constantFrom('gh', 'lo'), run: words, attempt: words }),
    identity: fc.dictionary(fc.constantFrom(...SHOWN_CLAIMS), words, { noNullPrototype: true }),
    name: words,
    expires: instant,
    ending: fc.constantFrom(...ENDING_KINDS),
    credential: mark,
    verified: fc.boolean(),
    detail: words,
    delivery: fc.constantFrom(...DELIVERIES),
    grant: words,
    purpose: words,
    owner: words,
    access: fc.constantFrom(...ACCESS_LEVELS),
    reason: words,
    timeBoxed: fc.boolean(),
    code: fc.constantFrom('ERR_POLICY_DENIED', 'ERR_END_BUDGET'),
    mismatches: fc.array(mismatch, { maxLength: 2 }),
  },
  {
    requiredKeys: [
      ...(['version', 'time', 'event', 'lease', 'provider', 'target', 'breakGlass', 'run', 'identity', 'name'] as const),
      ...(['expires', 'ending', 'credential', 'verified', 'detail', 'delivery'] as const),
    ],
  },
);

test('every event has the published shape once it is written', () => {
  fc.assert(
    fc.property(event, (one) => {
      const line = ledgerLine(one);
      expect(line).not.toMatch(/[\n\r]/);
      expect([valid(JSON.parse(line)), valid.errors]).toEqual([true, null]);
    }),
    { numRuns: 300 },
  );
});

test('our check and the published schema agree on every event, right or wrong', () => {
  const wrong = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      1,
      true,
      [],
      {},
      ['x'],
      { hash: 'x' },
      '',
      'x',
      'ERR_X',
      'é'.repeat(4096),
      '😀'.repeat(4096),
      'x'.repeat(4097),
    ),
    fc.jsonValue(),
  );
  const field = fc.constantFrom(...Object.keys((ledgerJsonSchema() as { properties: object }).properties), 'token');
  const changed = fc.tuple(event, field, fc.option(wrong, { nil: undefined }), fc.boolean()).map(([one, name, value, remove]) => {
    const copy: Record<string, unknown> = JSON.parse(JSON.stringify(one));
    if (remove || value === undefined) delete copy[name];
    else copy[name] = value;
    return copy;
  });
  fc.assert(
    fc.property(changed, (one) => {
      expect(ledgerProblem(one) === undefined).toBe(valid(one));
    }),
    { numRuns: 1000 },
  );
});
