import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleMaker } from '../example-maker.ts';
import { awsAccount } from './aws-account.ts';
import { annotatedSum, identifiable, isIdentifiable } from './azure-key.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { decodeBase58, decodeBase58Check, encodeBase58, encodeBase58Check } from './base58.ts';
import { base62 } from './base62.ts';
import { decodeBase64, encodeBase64, encodeBase64Url } from './base64.ts';
import { bech32, isBech32 } from './bech32.ts';
import { bigOf, bytesOf, powerOf } from './big-number.ts';
import { crc16, endsInCrc16, withCrc16 } from './crc16.ts';
import { crc24 } from './crc24.ts';
import { crc32 } from './crc32.ts';
import { der, OCTETS, readDer } from './der.ts';
import { hex32, hex32Reversed, littleEndian } from './hex.ts';
import { instantOf } from './instant.ts';
import { readJwt } from './jwt.ts';
import { toBytes, toText } from './latin1.ts';
import { readMacaroon, writeMacaroon } from './macaroon.ts';
import { marvin32, marvin32Folded, marvinSeed } from './marvin32.ts';
import { readMnemonic, writeMnemonic } from './mnemonic.ts';
import { readOpenSshKey } from './openssh-key.ts';
import { readPgpKey } from './pgp-key.ts';
import { readPrivateKey } from './private-key.ts';

const CHECK = toBytes('123456789');
const bytes = fc.uint8Array({ maxLength: 200 });

describe('checksums', () => {
  it('give the published values of the catalogue of parametrised CRC algorithms', () => {
    expect(crc32(CHECK)).toBe(0xcbf43926);
    expect(crc32('123456789')).toBe(0xcbf43926);
    expect(crc16(CHECK)).toBe(0x31c3);
    expect(crc24(CHECK)).toBe(0x21cf02);
    expect(hex32(crc32(CHECK))).toBe('cbf43926');
    expect(hex32Reversed(crc32(CHECK))).toBe('2639f4cb');
    expect([...littleEndian(0xcbf43926)]).toEqual([0x26, 0x39, 0xf4, 0xcb]);
  });

  it.each([
    [[], 0x30ed35c1, 0xcd3c7d],
    [[175], 0x48e73fc7, 0x7d75ddc1],
    [[231, 15], 0xb5f6e1fc, 0x485dbff8],
    [[55, 244, 149], 0xf0b07c78, 0x9b8cf7e8],
    [[134, 66, 220, 89], 0x7008f2e8, 0x7e9cf556],
    [[21, 63, 183, 152, 38], 0xe6c08c6d, 0xa2afa997],
    [[9, 50, 230, 36, 108, 71], 0x6f04bf1a, 0x5ea24060],
    [[171, 66, 126, 168, 209, 15, 199], 0xe11847e4, 0xf0678c41],
  ])('give the published value of Marvin32 for %j', (data, high, low) => {
    const seed = 0x004fb61a001bdbccn;
    expect(marvin32(Uint8Array.from(data), seed)).toEqual([high, low]);
    expect(marvin32Folded(Uint8Array.from(data), seed)).toBe((high ^ low) >>> 0);
  });

  it('take the seed of Marvin32 from its name', () => {
    expect(marvinSeed('Default0')).toBe(0x44656661756c7430n);
  });

  it('are found behind the bytes that they were made over, and not behind others', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), (data, at) => {
        const sealed = withCrc16(data);
        expect(endsInCrc16(sealed)).toBe(true);
        sealed[at % sealed.length] = (sealed[at % sealed.length] as number) ^ 1;
        expect(endsInCrc16(sealed)).toBe(false);
      }),
    );
  });
});

describe('encodings', () => {
  it.each([
    'A12UEL5L',
    'a12uel5l',
    'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
    'split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w',
    '?1ezyfcl',
  ])('take the valid Bech32 string %s of BIP-173', (text) => expect(isBech32(text)).toBe(true));

  it.each([
    '\x201nwldj5',
    '\x7f1axkwrx',
    'pzry9x0s0muk',
    '1pzry9x0s0muk',
    'x1b4n0q5v',
    'li1dgmt3',
    'A1G7SGD8',
    '10a06t8',
    '1qzzfhee',
    'A12uEL5L',
  ])('refuse the invalid Bech32 string %j of BIP-173', (text) => expect(isBech32(text)).toBe(false));

  it('write Bech32 that they read', () => {
    expect(bech32('abcdef', 'qpzry9x8gf2tvdw0s3jn54khce6mua7l')).toBe('abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw');
  });

  it('give the published values of base 32, 58, 62 and 64', () => {
    expect(encodeBase32(toBytes('foobar'))).toBe('MZXW6YTBOI');
    expect(encodeBase58(toBytes('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
    expect(encodeBase58(Uint8Array.of(0, 0, 0x28, 0x7f, 0xb4, 0xcd))).toBe('11233QC4');
    expect([base62(0), base62(61), base62(62, 6), base62(0xffffffff)]).toEqual(['0', 'z', '000010', '4gfFC3']);
    expect(encodeBase64(toBytes('fooba'))).toBe('Zm9vYmE=');
    expect(encodeBase64Url(Uint8Array.of(0xfb, 0xff))).toBe('-_8');
  });

  it('read back what they wrote, and refuse what is foreign', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const same = (read: Uint8Array | undefined): void => expect([...(read ?? [])]).toEqual([...data]);
        same(decodeBase64(encodeBase64(data)));
        same(decodeBase64(encodeBase64Url(data)));
        same(decodeBase32(encodeBase32(data)));
        same(decodeBase58(encodeBase58(data)));
        same(toBytes(toText(data)));
        same(readDer(der(OCTETS, data))?.[0]?.content);
        if (data.length > 0) same(decodeBase58Check(encodeBase58Check(data)));
      }),
    );
    expect([
      decodeBase64('abc*'),
      decodeBase64('abcde'),
      decodeBase32('a1'),
      decodeBase58('0OIl'),
      decodeBase58Check('11233QC4'),
    ]).toEqual(Array(5));
  });

  it('read whole numbers as they write them', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 600n }), (value) => {
        expect(bigOf(bytesOf(value))).toBe(value);
      }),
    );
    expect(powerOf(4n, 13n, 497n)).toBe(445n);
  });

  it('read nothing into bytes that are no such thing, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        expect(readMacaroon(data)).toBeUndefined();
        expect(readOpenSshKey(data)).toBeUndefined();
        expect(readPrivateKey(data)?.holds ?? false).toBe(false);
        expect(readJwt(toText(data))).toBeUndefined();
        expect(readPgpKey(toText(data))?.sum ?? false).toBe(false);
      }),
    );
  });
});

describe('what vendors put in', () => {
  it('is read: the account of an access key id, where it has one', () => {
    expect(awsAccount(['ASIA', 'QNZGKIQY56JQ7WML'].join(''))).toBe('029608264753');
    expect(awsAccount(`AKIA${'I'.repeat(16)}`)).toBeUndefined();
  });

  it('is read: the sections of a macaroon, and a cut one is none', () => {
    const signature = exampleMaker(1).bytes(32);
    const whole = writeMacaroon('pypi.org', 'id', ['[1]', 'x'.repeat(300)], signature);
    expect(readMacaroon(whole)).toEqual({ location: 'pypi.org', caveats: 2 });
    for (const length of [0, 10, whole.length - 40, whole.length - 1])
      expect(readMacaroon(whole.subarray(0, length))).toBeUndefined();
  });

  it('is read: a key of an Azure service under the seed of its kind only', () => {
    const key = identifiable(exampleMaker(1).bytes(64), '+ASt', 'Default0');
    expect(key).toMatch(/\+ASt.{6}==$/);
    expect(isIdentifiable(key, ['Master00', 'Default0'])).toBe(true);
    expect(isIdentifiable(key, ['Master00'])).toBe(false);
    expect(annotatedSum(exampleMaker(1).bytes(60))).toMatch(/^[0-9A-Za-z]{4}$/);
  });

  it('is read: an instant, where it can be one', () => {
    expect([instantOf(1_700_000_000), instantOf(0), instantOf('x'), instantOf(9e15)]).toEqual([
      '2023-11-14T22:13:20Z',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a mnemonic', () => {
  // The vectors of BIP-39.
  it.each([
    [0x00, 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'],
    [0x7f, 'legal winner thank year wave sausage worth useful legal winner thank yellow'],
    [0x80, 'letter advice cage absurd amount doctor acoustic avoid letter advice cage above'],
    [0xff, 'zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong'],
  ])('is read and written as its specification does: %i', (byte, text) => {
    const words = text.split(' ');
    expect(readMnemonic(words)).toBe('sum holds');
    expect(writeMnemonic(new Uint8Array(16).fill(byte))).toEqual(words.map((word) => word.slice(0, 4)));
    expect(readMnemonic([...words.slice(0, -1), 'abandon'])).toBe('sum does not hold');
    expect(readMnemonic(words.slice(1))).toBe('no mnemonic');
  });
});
