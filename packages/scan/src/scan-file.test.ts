import { join } from 'node:path';
import { exampleMaker, linesOf, RULES, type SecretRule, toFinding } from '@leasehold/checks';
import type { Finding } from '@leasehold/core';
import { describe, expect, it } from 'vitest';
import { inOrder } from './finding-order.ts';
import { openScanner } from './open-scanner.ts';
import { newFileScanner } from './scan-file.ts';
import { testTree } from './test-tree.ts';

const scanner = openScanner();
const MIB = 1 << 20;

/** A positive example of every rule that has one. */
const SECRETS = RULES.flatMap((rule: SecretRule, seed) => rule.examples(exampleMaker(seed)).positive.slice(0, 1));

/** What scanning the whole at once finds. */
function findingsOfWhole(bytes: Uint8Array): readonly Finding[] {
  const lines = linesOf(bytes);
  const copy = bytes.slice();
  return scanner.scan(copy, 'f').map((raw) => toFinding(raw, lines, 'f', 'prefixed'));
}

/** What is found in a file with this content. */
function findingsOfFile(content: Uint8Array): readonly Finding[] {
  using tree = testTree({ f: content });
  const scanned = newFileScanner(scanner, 'prefixed').scan(join(tree.root, 'f'), 'f');
  expect(scanned.bytes).toBe(content.length);
  return scanned.findings;
}

/** Twelve mebibytes of a text with secrets all over it, most of them where one window ends and the next begins. */
function largeText(lineEnd: string): string {
  const filler = `the quick brown fox jumps over the lazy dog, and then again${lineEnd}`;
  const parts: string[] = [];
  let length = 0;
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const fillTo = (at: number): void => {
    if (at > length) put(filler.repeat(Math.ceil((at - length) / filler.length)).slice(0, at - length));
  };
  const places = [0.01, 5.4, 5.5, 6.74, 6.75, 6.7501, 6.76, 7.99, 8, 8.01, 11, 11.9].map((at) => Math.floor(at * MIB));
  for (const [index, at] of places.entries()) {
    fillTo(at - 600);
    for (let pick = index; pick < SECRETS.length; pick += places.length) put(`${lineEnd}value = ${SECRETS[pick]} ${lineEnd}`);
    const inner = `${filler.repeat(40)} ${SECRETS[index]} ${filler}`;
    put(`${lineEnd}${Buffer.from(inner, 'latin1').toString('base64')}${lineEnd}`);
  }
  fillTo(12 * MIB);
  return parts.join('');
}

describe('a file scanner', () => {
  it.each([
    ['lines', '\n'],
    ['lines as on Windows', '\r\n'],
    ['a single line', ' '],
  ])('finds in the windows of a large file with %s what is found in the whole, at the same places', (_what, lineEnd) => {
    const content = Buffer.from(largeText(lineEnd), 'latin1');
    const whole = findingsOfWhole(content);
    expect(whole.length).toBeGreaterThan(50);
    expect(findingsOfFile(content).toSorted(inOrder)).toEqual(whole.toSorted(inOrder));
  });

  it('finds in the windows of a large file of nothing but escapes what is found in the whole', () => {
    const spell = (text: string): string =>
      Array.from(text, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
    const secret = spell(`;${SECRETS.find((text) => /^[!-~]{30,60}$/.test(text))};`);
    const places = [0, 5.4, 6.74, 6.75, 6.7501, 7.999, 8, 11.9].map((at) => Math.floor((at * MIB) / 3) * 3);
    let text = '';
    for (const at of places) text += spell(';').repeat(Math.max(0, at - text.length) / 3) + secret;
    const content = Buffer.from(text, 'latin1');
    const whole = findingsOfWhole(content);
    expect(whole).toHaveLength(places.length);
    expect(findingsOfFile(content).toSorted(inOrder)).toEqual(whole.toSorted(inOrder));
  });

  it('reads a file whose end falls on the end of a window', () => {
    const secret = `\nvalue = ${SECRETS[0]}\n`;
    const content = Buffer.from(`${'word '.repeat(2 * MIB).slice(0, 8 * MIB - secret.length)}${secret}`, 'latin1');
    expect(content.length).toBe(8 * MIB);
    expect(findingsOfFile(content)).toEqual(findingsOfWhole(content));
  });

  it('knows nothing of a file any more when it scans the next', () => {
    const long = Buffer.from(`value = ${SECRETS[0]}\n`, 'latin1');
    expect(findingsOfFile(long).length).toBeGreaterThan(0);
    expect(findingsOfFile(Buffer.from('value'))).toEqual([]);
    expect(findingsOfFile(Buffer.alloc(0))).toEqual([]);
  });
});
