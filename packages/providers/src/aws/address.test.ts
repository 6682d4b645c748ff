import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddress } from './address.ts';

const GOOD = [
  '203.0.113.7',
  '0.0.0.0/0',
  '10.0.0.0/8',
  '255.255.255.255/32',
  '::',
  '::1',
  '2001:db8::/64',
  '1::',
  '::ffff:203.0.113.7',
  '1:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:1.2.3.4',
  '2001:DB8::1/128',
];
const BAD = [
  '',
  '203.0.113',
  '203.0.113.256',
  '203.0.113.07',
  '203.0.113.7/33',
  '203.0.113.7/-1',
  '203.0.113.7/08',
  '203.0.113.7/',
  '203.0.113.7/8/8',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1::2::3',
  ':::',
  ':1',
  '12345::',
  'g::',
  '::/129',
  'fe80::1%eth0',
  '1.2.3.4::',
  '::1.2.3.4.5',
  '1:2:3:4:5:6:7::8',
  'localhost',
  '203.0.113.7 ',
];

describe('addresses', () => {
  it.each(GOOD)('takes `%s`', (text) => expect(isAddress(text)).toBe(true));
  it.each(BAD)('refuses `%s`', (text) => expect(isAddress(text)).toBe(false));

  it('agrees with Node on every text of digits, colons and dots', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.stringMatching(/^[0-9a-f:.]{0,20}$/)), (text) => {
        expect(isAddress(text)).toBe(isIP(text) !== 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
