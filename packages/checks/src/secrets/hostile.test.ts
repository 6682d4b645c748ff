import { openKernel } from '@leasehold/kernel';
import { describe, expect, it } from 'vitest';
import type { SecretRule } from './rule.ts';
import { newScanner } from './scanner.ts';
import { bytesOf, PLAIN, RANGE } from './test-rules.ts';

const SIZE = 1 << 18;

/** How many characters the attempts of a rule may have looked at in a scan, at most. */
function steps(rule: SecretRule, extent: number, text: string): number {
  let attempts = 0;
  const counted: SecretRule = {
    ...rule,
    get shape(): RegExp {
      return rule.shape;
    },
  };
  // An attempt is what sets `lastIndex`.
  const shape = new Proxy(rule.shape, {
    set(target, key, value): boolean {
      if (key === 'lastIndex') attempts++;
      return Reflect.set(target, key, value, target);
    },
    get(target, key): unknown {
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  newScanner(openKernel(), [{ ...counted, shape }]).scan(bytesOf(text), 'a');
  return attempts * extent;
}

describe('a line that is made to cost time', () => {
  it.each([
    ['of nothing but prefixes', 'trg-'],
    ['of prefixes that are joined by points', 'trg-000000000000.'],
    ['of values that end in the middle of a word', `trg-${'a'.repeat(60)}`],
  ])('costs no more than its size: %s', (_, part) => {
    const text = part.repeat(Math.ceil(SIZE / part.length));
    expect(steps(RANGE, 1004, text)).toBeLessThan(200 * SIZE);
  });

  it.each([
    ['prefixes', 'tst_'],
    ['digits', '7'],
    ['signs', '='],
    ['escapes', '%41'],
    ['escapes of JSON', '\\u0041'],
    ['base64 of text', 'dGV4'],
    ['addresses', '://a:b@'],
    ['hyphens', '-----BEGIN '],
    ['NULs', '\0'],
    ['bytes that are no text', '\xff\xfe'],
  ])('is scanned to its end: %s', (_, part) => {
    const token = 'tst_a1b2c3d4e5g6h7i8j9k0';
    const text = `${part.repeat(Math.ceil(SIZE / part.length))} ${token}`;
    const found = newScanner(openKernel(), [PLAIN, RANGE]).scan(bytesOf(text), 'a');
    expect(found.map(({ value }) => value)).toContain(token);
  });

  it('of many values is cut to the first, and says so', () => {
    const text = 'tst_a1b2c3d4e5g6h7i8j9k0 '.repeat(10_010);
    const found = newScanner(openKernel(), [PLAIN]).scan(bytesOf(text), 'a');
    expect(found).toHaveLength(10_000);
    expect(found.at(-1)?.why.at(-1)).toBe('10 more in this file are not listed');
  });
});
