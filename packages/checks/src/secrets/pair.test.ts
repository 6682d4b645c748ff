import { openKernel } from '@leasehold/kernel';
import { describe, expect, it } from 'vitest';
import { SHORT_PREFIXES } from './catalogue.ts';
import { exampleMaker } from './example-maker.ts';
import { newScanner } from './scanner.ts';
import { bytesOf, TEST_RULES } from './test-rules.ts';

const scanner = newScanner(openKernel(['AKIA']), TEST_RULES);
const make = exampleMaker(11);
const id = `AKIA${make.chars('A-Z2-7', 16)}`;
const secret = `a7Z${make.chars('A-Za-z0-9/+', 36)}Q`;

function told(text: string): readonly string[] {
  return scanner.scan(bytesOf(text), 'a').map(({ rule, tier, severity }) => `${rule.id} ${tier} ${severity}`);
}

describe('an access key', () => {
  it.each([
    ['behind its id', `id = ${id}\nsecret = ${secret}\n`],
    ['before its id', `secret = "${secret}"\nid = "${id}"\n`],
    ['on the line of its id', `${id},${secret}`],
    ['with a name that tells it', `aws_id=${id}\naws_secret=${secret}\n`],
    ['twenty lines away', `${id}${'\n'.repeat(20)}${secret}`],
    ['in base64 with its id', btoa(`[default]\nid = ${id}\nsecret = ${secret}\n`)],
  ])('is one finding with its id: %s', (_, text) => {
    expect(told(text)).toEqual(['aws-access-key paired critical']);
  });

  it('leaves no guess of its id, whatever that is called', () => {
    const text = `AWS_ACCESS_KEY=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`;
    const found = newScanner(openKernel(SHORT_PREFIXES)).scan(bytesOf(text), '.env');
    expect(found.map(({ rule, tier }) => `${rule.id} ${tier}`)).toEqual(['aws-access-key paired']);
  });

  it('stands where its secret does, and is named by both', () => {
    const text = `${id}\n${secret}`;
    expect(scanner.scan(bytesOf(text), 'a')).toMatchObject([{ start: 21, end: 61, value: `${id}:${secret}` }]);
  });

  it.each([
    ['alone', id],
    ['twenty-one lines away', `${id}${'\n'.repeat(21)}${secret}`],
    ['near a hash', `${id} ${make.chars('a-f0-9', 40)}`],
    ['near a longer word', `${id} ${secret}x`],
    ['near what repeats itself', `${id} ${'aB3/'.repeat(10)}`],
  ])('is information where its id stands %s', (_, text) => {
    expect(told(text)).toContain('aws-access-key heuristic info');
  });

  it('of the documentation is information', () => {
    const known = ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/');
    expect(told(`${id}\n${known}`)).toEqual(['aws-access-key heuristic info']);
  });

  it('is information beside the id of a documentation too', () => {
    expect(told(`${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}\n${secret}`)).toEqual(['aws-access-key heuristic info']);
  });

  it('belongs to the id that is fewest lines away', () => {
    const other = `AKIA${make.chars('A-Z2-7', 16)}`;
    const second = `b8Y${make.chars('A-Za-z0-9/+', 36)}R`;
    const values = scanner.scan(bytesOf(`${id}\n${secret}\n\n${other}\n${second}`), 'a').map(({ value }) => value);
    expect(values).toEqual([`${id}:${secret}`, `${other}:${second}`]);
  });
});
