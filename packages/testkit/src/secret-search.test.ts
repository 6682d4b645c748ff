import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretSearch } from './secret-search.ts';

const secret = ['wJalr/XUt+', 'nFEMI K7MDENG', '"bPxRfiCY'].join('');

describe('a secret is found', () => {
  it.each([
    ['plain', `key: ${secret}`],
    ['json', JSON.stringify({ secret })],
    ['hex', Buffer.from(`x${secret}y`).toString('hex').toUpperCase()],
    ['url', `https://x.example/?k=${encodeURIComponent(secret)}`],
    ['url', `k=${encodeURIComponent(secret).toLowerCase()}`],
    ['url', new URLSearchParams({ secret }).toString()],
    [
      'base64',
      Buffer.from(`${'padding '.repeat(9)}${secret}`)
        .toString('base64')
        .replace(/.{76}/g, '$&\n'),
    ],
  ] as const)('in the form `%s`', (form, text) => {
    expect(secretSearch(text, secret)).toContain(form);
  });

  it('in base64 whatever stands around it', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (before, after) => {
        const text = Buffer.concat([before, Buffer.from(secret), after]);
        expect(secretSearch(text.toString('base64'), secret)).toContain('base64');
        expect(secretSearch(text.toString('base64url'), secret)).toContain('base64url');
      }),
    );
  });
});

describe('a secret is not found', () => {
  it('in text that does not have it', () => {
    const text = 'The quick brown fox jumps over the lazy dog. '.repeat(100);
    expect(secretSearch(text + Buffer.from(text).toString('base64'), secret)).toEqual([]);
  });

  it('in a mask or in a part of it', () => {
    expect(secretSearch(`*** ${secret.slice(0, 12)} ${secret.slice(13)}`, secret)).toEqual([]);
  });

  it('when it is too short to be told from chance', () => {
    expect(() => secretSearch('x', 'short')).toThrow('a secret of fewer than 8 bytes cannot be told from chance');
  });
});
