import { describe, expect, it } from 'vitest';
import { endsValue, startsValue } from './boundary.ts';
import { bytesOf } from './test-rules.ts';

describe('a value', () => {
  it.each(['', ' ', '"', '=', '/', '_', '-', '\\n', '\\t', '\\x22', '\\u0022', '%22', '\xe9', '\0'])(
    'may begin behind `%s`',
    (before) => {
      expect(startsValue(bytesOf(`${before}value`), before.length)).toBe(true);
    },
  );

  it.each(['a', '9', 'n', 'x22', '22', 'u0022', '%2', '\\x2'])('may not begin behind `%s`', (before) => {
    expect(startsValue(bytesOf(`${before}value`), before.length)).toBe(false);
  });

  it.each(['', ' ', '"', '.', '=', '%', '\\n', '-', '--', '/path', '+1', '\x80', '\0', '/20260101/eu-west-1'])(
    'may end before `%s`',
    (behind) => {
      expect(endsValue(bytesOf(`value${behind}`), 0, 5)).toBe(true);
    },
  );

  it.each(['a', 'Z', '0', '_', '-a', '/aB3aB3aB3aB3aB3aB3', '+aB3aB3aB3aB3aB3aB3'])('may not end before `%s`', (behind) => {
    expect(endsValue(bytesOf(`value${behind}`), 0, 5)).toBe(false);
  });

  it('with a sign that base64 has not may end before any path', () => {
    expect(endsValue(bytesOf('val:e/aB3aB3aB3aB3aB3aB3'), 0, 5)).toBe(true);
  });
});
