/** Words of others stay words in Markdown. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, codeBlock, sentence, table, text } from './markdown.ts';

describe('text', () => {
  test.each([
    ['publish the site (prod)', 'publish the site (prod)'],
    ['<script>alert(1)</script>', '&#60;script&#62;alert(1)&#60;/script&#62;'],
    ['a | b', 'a &#124; b'],
    ['*bold* _it_ `code` [x](y)', '&#42;bold&#42; &#95;it&#95; &#96;code&#96; &#91;x&#93;(y)'],
    ['a\n::error::b', 'a &#58;&#58;error&#58;&#58;b'],
    ['# head @team $x$', '&#35; head &#64;team &#36;x&#36;'],
  ])('%j is shown as it is', (words, markdown) => {
    expect(text(words)).toBe(markdown);
  });
});

describe('code', () => {
  test.each([
    ['arn:aws:s3:::x/*', '`arn:aws:s3:::x/*`'],
    ['a`b', '<code>a&#96;b</code>'],
    ['a|b', '<code>a&#124;b</code>'],
    ['</code><b>', '<code>&#60;/code&#62;&#60;b&#62;</code>'],
    ['end\\', '<code>end&#92;</code>'],
    ['two\nlines', '`two lines`'],
    ['', '<code> </code>'],
  ])('%j is one piece of code', (words, markdown) => {
    expect(code(words)).toBe(markdown);
  });
});

describe('a sentence', () => {
  test.each([
    ['`ref` is `a|b`', '`ref` is <code>a&#124;b</code>'],
    ['an odd ` stays', 'an odd &#96; stays'],
    ['<b> at https://x', '&#60;b&#62; at https&#58;//x'],
  ])('%j keeps its code and nothing else', (words, markdown) => {
    expect(sentence(words)).toBe(markdown);
  });
});

const hostile = fc
  .array(
    fc.constantFrom(
      '`',
      '``',
      '|',
      '\\',
      '<',
      '>',
      '&',
      '<script>',
      '[x](y)',
      '*',
      '_',
      '#',
      '\n',
      '\r',
      ' ',
      'word',
      '![',
      '@x',
      '~~',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

test('a cell of any words is one cell, one line, and free of HTML but our own', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(text, code, sentence), (words, write) => {
      const row = table(['h'], [[write(words)]]).split('\n')[2] ?? '';
      expect(table(['h'], [[write(words)]]).split('\n')).toHaveLength(3);
      expect(row.slice(1, -1)).not.toContain('|');
      expect(row.replaceAll(/<\/?code>/g, '')).not.toMatch(/[<>\\]/);
      // Backticks come in pairs around code, so that none opens a span that swallows what follows.
      expect((row.match(/`/g) ?? []).length % 2).toBe(0);
    }),
    { numRuns: 500 },
  );
});

test('no content can close its own code block', () => {
  expect(codeBlock('json', 'a\n```\nb')).toBe('````json\na\n```\nb\n````');
  expect(codeBlock('json', '{}')).toBe('```json\n{}\n```');
});
