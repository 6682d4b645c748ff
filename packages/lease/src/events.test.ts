import { describe, expect, test } from 'vitest';
import { type Known, ledgerEvent } from './events.ts';

const run = { platform: 'gh', run: '1', attempt: '2' };
const at = Date.UTC(2026, 10, 24, 10);
const asked: Known = {
  leaseId: 'k3x9qabc123def',
  provider: 'bank',
  subject: { breakGlass: false, ttl: 60, target: 'vault', scope: ['open'], identity: { sub: 'repo:acme/site' } },
};

describe('a ledger event', () => {
  test('says only what is known', () => {
    expect(ledgerEvent('requested', asked, run, at)).toStrictEqual({
      version: 1,
      time: '2026-11-24T10:00:00.000Z',
      event: 'requested',
      lease: 'k3x9qabc123def',
      provider: 'bank',
      target: 'vault',
      breakGlass: false,
      run,
      identity: { sub: 'repo:acme/site' },
    });
  });

  test('says all that is known', () => {
    const credential = { hash: 'aGFzaA==', publicId: 'key-1' };
    const subject = {
      ...asked.subject,
      grant: 'open-vault',
      purpose: 'count',
      owner: '@acme/bank',
      access: 'read',
      reason: 'audit',
    };
    const known: Known = {
      ...asked,
      subject,
      name: 'lh-1',
      ending: { kind: 'denied', why: 'by name', timeBoxed: true },
      expiresAt: at,
      credential,
      delivery: 'file',
    };
    expect(ledgerEvent('revoked', known, run, at, { verified: true, detail: 'refused', code: 'ERR_X' })).toMatchObject({
      grant: 'open-vault',
      purpose: 'count',
      owner: '@acme/bank',
      access: 'read',
      reason: 'audit',
      name: 'lh-1',
      expires: '2026-11-24T10:00:00.000Z',
      ending: 'denied',
      timeBoxed: true,
      credential,
      delivery: 'file',
      verified: true,
      detail: 'refused',
      code: 'ERR_X',
    });
  });
});
