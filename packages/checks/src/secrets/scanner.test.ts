import { openKernel } from '@leasehold/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleMaker } from './example-maker.ts';
import { everywhere, newLayerScan } from './layer-scan.ts';
import type { RawFinding } from './raw-finding.ts';
import { newScanner } from './scanner.ts';
import { bytesOf, TEST_RULES } from './test-rules.ts';
import { URL_CREDENTIALS } from './url-credentials.ts';

const rules = [...TEST_RULES, URL_CREDENTIALS];
const scanner = newScanner(openKernel(['AKIA']), rules);
const make = exampleMaker(4);
/** Parts that no word and no row turns up in. */
const some = (length: number): string => `7${make.chars('A-Za-z0-9', length - 1)}`;
const token = `tst_${some(20)}`;

function scan(text: string | Uint8Array, path = 'a.txt'): readonly RawFinding[] {
  return scanner.scan(typeof text === 'string' ? bytesOf(text) : text, path);
}

function told(text: string | Uint8Array, path?: string): readonly string[] {
  return scan(text, path).map(({ rule, tier }) => `${rule.id} ${tier}`);
}

describe('a value', () => {
  it.each([
    ['alone', (value: string) => value],
    ['in quotes', (value: string) => `key: "${value}",`],
    ['assigned without a space', (value: string) => `TOKEN=${value}`],
    ['behind an escaped line break', (value: string) => `"a\\n${value}\\n"`],
    ['behind an escaped quote in percent-encoding', (value: string) => `?q=%22${value}%22`],
    ['behind an escape of JSON', (value: string) => `"\\u0022${value}\\u0022"`],
    ['in a path', (value: string) => `https://h.net/bot/${value}/send`],
    ['before the end of a sentence', (value: string) => `It is ${value}. Then`],
    ['between carriage returns', (value: string) => `a\r\n${value}\r\nb`],
    ['behind a byte order mark', (value: string) => `\xef\xbb\xbf${value}`],
    ['between bytes that are no UTF-8', (value: string) => `\xff\xfe\x80${value}\xc3\x28`],
    ['between NULs', (value: string) => `\0\0\0${value}\0\x01`],
    ['behind another', (value: string) => `${value} ${value.slice(0, 3)} ${value}`],
  ])('is found %s', (_, put) => {
    const text = put(token);
    const found = scan(text).find((finding) => finding.rule.id === 'plain');
    expect(found?.value).toBe(token);
    expect(text.slice(found?.start, found?.end)).toBe(token);
  });

  it.each([
    ['a letter follows', `${token}x`],
    ['a hyphen and more follow', `${token}-more`],
    ['a letter stands before it', `x${token}`],
    ['base64 goes on behind it', `Zm9v/${'tst'}${'8'}${some(20)}/${some(9)}aB3${some(20)}`],
    ['it is too short', token.slice(0, -1)],
  ])('is none where %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it('is resolved by the longest prefix', () => {
    expect(told(`tst_live_${some(15)}`)).toEqual(['longer prefixed']);
  });

  it.each([
    ['dotted prefixed', `x = "Tq.${some(22)}.${some(22)}"`],
    ['dotted prefixed', `x = "Tq.${make.chars('a-z', 22)}.${some(22)}"`],
    ['spaced prefixed', `auth: Tst1 fm2_${some(30)}`],
    ['armor prefixed', `-----BEGIN TEST KEY-----\r\n${some(64)}\r\n${some(20)}\r\n-----END TEST KEY-----\r\n`],
    ['bare heuristic', `"${make.chars('a-z2-7', 51)}7"`],
    ['bare heuristic', `PAT=${make.chars('a-z2-7', 51)}7`],
    ['bare heuristic', `key: ${make.chars('A-Z2-7', 41)}7==`],
    ['public heuristic', `tpk_${some(20)}`],
  ])('is %s', (what, text) => {
    expect(told(text)).toEqual([what]);
  });

  it('is proven by a check that holds, and demoted by one that does not', () => {
    const digits = `tck_${make.chars('a-z', 16)}1234`;
    expect(told(`${digits}4`)).toEqual(['checked proven']);
    expect(told(`${digits}5`)).toEqual(['checked heuristic']);
  });

  it('needs the word that its rule wants near, in the text or in the path', () => {
    const value = `tn_${some(20)}`;
    expect(told(value)).toEqual([]);
    expect(told(`# ACME\n${value}`)).toEqual(['near prefixed']);
    expect(told(value, 'config/acme.yml')).toEqual(['near prefixed']);
    expect(told(`acme${' '.repeat(201)}${value}`)).toEqual([]);
  });

  it('is the named group of a shape that has one', () => {
    const secret = `${some(24)}==`;
    const text = `a;TestKey=${secret};b`;
    expect(scan(text)).toMatchObject([{ value: secret, start: 10, end: 36 }]);
  });

  it('that is a filler is information', () => {
    expect(scan(`tst_${'x7'.repeat(10)}`)).toMatchObject([{ tier: 'heuristic', severity: 'info' }]);
    expect(scan(`tst_EXAMPLE${some(13)}`)).toMatchObject([{ tier: 'heuristic', severity: 'info' }]);
  });

  it('twice in a file is two findings', () => {
    expect(scan(`${token}\n${token}`).map(({ start }) => start)).toEqual([0, token.length + 1]);
  });

  it.each([
    ['plain', bytesOf(`x ${token}`)],
    ['in UTF-16', bytesOf(Array.from(`x ${token}`, (sign) => `${sign}\0`).join(''))],
    ['in base64', bytesOf(btoa(`echo the token ${token} again`))],
  ])('is seen in the room of the kernel too, which is left as it was: %s', (_, bytes) => {
    const kernel = openKernel();
    const room = kernel.room(bytes.length);
    room.set(bytes);
    expect(
      newScanner(kernel, rules)
        .scan(room, 'a')
        .map(({ value }) => value),
    ).toEqual([token]);
    expect(Array.from(room)).toEqual(Array.from(bytes));
  });
});

describe('an encoding', () => {
  const hex = (text: string): string => Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const wide = (text: string, mark: string): string => mark + Array.from(text, (sign) => `${sign}\0`).join('');
  const swapped = (text: string): string => text.replaceAll(/(.)(.)/gs, '$2$1');

  it.each([
    ['base64', btoa(`pass ${token} word`)],
    [
      'base64 without padding, of another alphabet',
      btoa(`~~~ ${token} word?`).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
    ],
    ['base64 behind a name', `data=${btoa(`x: ${token}`)}`],
    ['base64 of base64', btoa(btoa(`some text, ${token}`))],
    ['base64 of UTF-16', btoa(wide(`echo ${token}`, ''))],
    ['hex', hex(`user ${token}`)],
    ['percent-encoding', `a=${token.replace('_', '%5F')}&b`],
    ['escapes of JSON', `"${token.replace('_', '\\u005f')}"`],
    ['UTF-16 with a mark', wide(`a ${token}\r\n`, '\xff\xfe')],
    ['UTF-16 of the other order', swapped(wide(`a ${token}\r\n`, '\xff\xfe'))],
    ['UTF-16 without a mark', wide(`a ${token} and more`, '')],
    ['UTF-16 of the other order without a mark', swapped(wide(`a ${token} and more`, ''))],
  ])('hides nothing: %s', (_, text) => {
    expect(scan(`${text}`)).toMatchObject([{ value: token, rule: { id: 'plain' } }]);
  });

  it('is looked into two layers deep', () => {
    expect(told(btoa(btoa(btoa(`some text, ${token}`))))).toEqual([]);
  });

  it('gives the place of the value inside it', () => {
    const text = `x: ${btoa(`abcdef ${token}`)}`;
    const [found] = scan(text);
    expect(atob(text.slice((found?.start ?? 0) - 1, found?.end))).toContain(token);
    expect(found?.why.at(-1)).toContain('base64');
  });

  it('does not hide two values in one stretch', () => {
    const other = `tst_${some(20)}`;
    expect(scan(btoa(`${token}\n${other}\n`)).map(({ value }) => value)).toEqual([token, other]);
  });
});

describe('anything', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary-ascii', maxLength: 60 }),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => String.fromCharCode(...bytes)),
    fc.constantFrom(
      token,
      `trg-${some(60)}`,
      'tst_',
      '://u:p@',
      'Tq.',
      '-----BEGIN TEST KEY-----',
      '%5F',
      '\\u00',
      '==',
      btoa(token),
      '\r\n',
      '\xff\xfe',
    ),
  );
  const text = fc.array(noise, { maxLength: 12 }).map((parts) => parts.join(''));

  it('is scanned without a fault, each finding inside the file', () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const { start, end } of scan(content)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(content.length);
        }
      }),
    );
  });

  it('around a value on a line of its own does not hide it', () => {
    const lines = text.map((content) => content.replaceAll('\0', ' '));
    fc.assert(
      fc.property(lines, lines, (before, behind) => {
        const content = `plain text\n${before}\n${token}\n${behind}`;
        expect(scan(content).map(({ value }) => value)).toContain(token);
      }),
    );
  });

  it('is found by the spots of the kernel as by looking everywhere', () => {
    const { scan: scanLayer } = newLayerScan(rules);
    const ports = { outer: everywhere, inner: everywhere };
    fc.assert(
      fc.property(text, (content) => {
        const bytes = bytesOf(`text text ${content.replaceAll(/[\0\xff]/g, ' ')}`);
        const places = (findings: readonly RawFinding[]): string[] =>
          findings.map(({ rule, start, end }) => `${rule.id} ${start} ${end}`);
        expect(places(scan(bytes))).toEqual(places(scanLayer(bytes, 'a.txt', ports)));
      }),
    );
  });
});
