import { expect, test } from 'vitest';
import { leasehold } from '../spawned.ts';

test('try tells the whole life of a lease, with nothing configured', async () => {
  const { code, out, err } = await leasehold(['try'], {
    env: { HTTPS_PROXY: 'http://127.0.0.1:9', AWS_REGION: 'nowhere', AWS_ENDPOINT_URL: 'http://127.0.0.1:9' },
  });
  expect(err).toBe('');
  expect(out).toMatch(/a push to main asks +allowed, 10m\n/);
  expect(out).toMatch(/a pull request asks +denied: /);
  expect(out).toMatch(/job A puts s3:\/\/acme-invoices\/index\.html +403, refused because no session policy allows/);
  expect(out).toMatch(
    /job A puts s3:\/\/acme-site\/index\.html +403, refused with an explicit deny in a permissions boundary\n +job B puts s3:\/\/acme-site\/index\.html +200, written\n/,
  );
  expect(out).toContain('denied and verified dead');
  expect(out.match(/^ {3}\d\d:\d\d:\d\d {2}(\w+)/gm)?.map((row) => row.slice(13))).toEqual([
    'requested',
    'issued',
    'delivered',
    'revoked',
    'verified',
    'restored',
  ]);
  expect(code).toBe(0);
}, 30_000);
