import { openKernel } from '@leasehold/kernel';
import { describe, expect, it } from 'vitest';
import { exampleMaker } from './example-maker.ts';
import { newScanner } from './scanner.ts';
import { bytesOf } from './test-rules.ts';
import { URL_CREDENTIALS } from './url-credentials.ts';

const scanner = newScanner(openKernel(), [URL_CREDENTIALS]);
const password = 'k9-Trw_04hd!z';

/** The address is put together here, so that none stands in this file. */
function found(rest: string): readonly string[] {
  return scanner.scan(bytesOf(`dsn: "scheme:${'/'}/${rest}"`), 'a').map(({ value }) => value);
}

describe('a password in an address', () => {
  it.each([
    `shop:${password}@db.acme.io:5432/shop`,
    `:${password}@cache.acme.io`,
    `shop:${password}@10.1.2.3/x`,
    `shop%40acme:${password}@db`,
    `shop:${password}@[2001:db8::1]:5432`,
  ])('is found: %s', (rest) => {
    expect(found(rest)).toEqual([password]);
  });

  it.each([
    `shop:${password}@localhost:5432/shop`,
    `shop:${password}@127.0.0.1/shop`,
    `shop:${password}@db.example.com`,
    `shop:${password}@host.test`,
    `shop:\${PASSWORD}@db.acme.io`,
    'shop:$PASSWORD@db.acme.io',
    'shop:{{ password }}@db.acme.io',
    'shop:{password}@db.acme.io',
    'shop:<pass>@db.acme.io',
    '%s:%s@db.acme.io',
    'shop:%(password)s@db.acme.io',
    'shop:***@db.acme.io',
    'shop:xxxx@db.acme.io',
    'shop:password@db.acme.io',
    'user:my-password1@db.acme.io',
    'shop:shop@db.acme.io',
    'git@acme.io:team/repo.git',
    'acme.io:8080/a@b',
    '10.1.2.3:80?@acme.io/',
    '10.1.2.3:80#@acme.io/',
    `shop:${password}@\${HOST}/x`,
    'acme.io/a:b@c',
  ])('is none: %s', (rest) => {
    expect(found(rest)).toEqual([]);
  });

  it('is contextual', () => {
    const [positive] = URL_CREDENTIALS.examples(exampleMaker(3)).positive;
    expect(scanner.scan(bytesOf(positive as string), 'a')).toMatchObject([{ tier: 'contextual', severity: 'high' }]);
  });
});
