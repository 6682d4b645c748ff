/** Words of others can neither break a log line nor speak to the runner. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logLines, oneLine } from './plain.ts';

test.each([
  ['a\nb', 'a b'],
  ['a\r\n\t b', 'a  b'],
  ['\u001b[31mred\u001b[0m', '[31mred [0m'],
  ['left\u202Eright', 'left right'],
  ['a\u2028b\u0085c', 'a b c'],
  ['  plain ', 'plain'],
])('%j becomes one printable line', (words, line) => {
  expect(oneLine(words)).toBe(line);
});

test.each([
  ['::error::boo', ': :error::boo'],
  ['  ::add-mask::x', '  : :add-mask::x'],
  ['x\n::error::boo', 'x ::error::boo'],
  ['see ##[error]boo', 'see # #[error]boo'],
  ['##vso[task.setvariable]x', '# #vso[task.setvariable]x'],
  ['    indented', '    indented'],
])('%j is no command any more', (words, line) => {
  expect(logLines([words])).toBe(line);
});

test('no line of any words is a command of a runner', () => {
  const words = fc.array(
    fc.constantFrom('::', ':', 'error', '\n', '\r', ' ', '\u00a0', '\ufeff', '\u2028', '##[', '#', '[', '##vso[', 'x'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      fc.array(
        words.map((parts) => parts.join('')),
        { minLength: 1, maxLength: 4 },
      ),
      (lines) => {
        const printed = logLines(lines).split(/\r\n|[\r\n\u2028\u2029\u0085]/);
        expect(printed).toHaveLength(lines.length);
        for (const line of printed) {
          expect(line.trimStart().startsWith('::')).toBe(false);
          expect(line).not.toMatch(/##(?:\[|vso\[)/);
        }
      },
    ),
  );
});
