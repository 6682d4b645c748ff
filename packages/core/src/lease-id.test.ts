import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaseIdExpiry, newLeaseId } from './lease-id.ts';

const NOW = Date.UTC(2026, 10, 24, 10, 0);

test('the expiry read from an id is never earlier than promised, and at most a minute later', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: NOW, max: NOW + 10 ** 9 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (notAfter, bytes) => {
        let used = 0;
        const id = newLeaseId(notAfter, (length) => Uint8Array.from({ length }, () => (bytes[used++ % 32] ?? 0) % 252));
        const expiry = leaseIdExpiry(id);
        return expiry !== undefined && expiry >= notAfter && expiry - notAfter < 60_000;
      },
    ),
  );
});

test('ids sort by expiry', () => {
  const random = (length: number): Uint8Array => new Uint8Array(length);
  expect(newLeaseId(NOW, random) < newLeaseId(NOW + 3_600_000, random)).toBe(true);
});

test('bytes that would make some digits likelier are drawn again', () => {
  const draws = [new Uint8Array(9).fill(255), new Uint8Array(9).fill(1)];
  expect(newLeaseId(NOW, () => draws.shift() ?? new Uint8Array(9)).slice(5)).toBe('111111111');
});

test.each(['', 'short', 'UPPERCASE12345', '12345678901234x', 'hsxyz_12345678'])('%j is not a lease id', (text) => {
  expect(leaseIdExpiry(text)).toBeUndefined();
});
