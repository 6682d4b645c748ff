/** Nothing that looks like a live credential, and no path of one machine, stands in a tracked file. */

import { describe, expect, it } from 'vitest';
import { FILES, read } from './repository.ts';

/** Shapes of live credentials. Tests that need one put it together at run time. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  'an AWS access key id': /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/,
  'a token of GitHub': /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9_]{50,}/,
  'a signed token': /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+/,
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}/,
  'a token of GitLab, Slack or npm': /\bglpat-[\w-]{20}|\bxox[abprs]-[\w-]{20,}|\bnpm_[A-Za-z0-9]{36}\b/,
  'a path of one machine': /(?:^|[\s"'`(=:])\/(?:home\/[a-z]|Users\/[A-Za-z]|work\/|root\/\.)/m,
};

const TEXT = FILES.filter((path) => !/\.(?:png|svg|gif|ico|woff2?)$/.test(path));

describe('tracked files', () => {
  it.each(Object.entries(SHAPES))('hold nothing that looks like %s', (_what, shape) => {
    expect(TEXT.filter((path) => shape.test(read(path)))).toEqual([]);
  });

  it.each([
    ['an AWS access key id', ['ASIA', 'Q'.repeat(16)].join('')],
    ['a token of GitHub', ['ghp', 'a1'.repeat(18)].join('_')],
    ['a signed token', ['eyJhbGciOiJub25l', 'eyJzdWIiOiJhYmMi', 'c2ln'].join('.')],
    ['a private key', ['-----BEGIN PRIVATE', ` KEY-----\n${'A'.repeat(40)}`].join('')],
    ['a token of GitLab, Slack or npm', ['npm', 'b'.repeat(36)].join('_')],
    ['a path of one machine', ['', 'home', 'someone', 'file'].join('/')],
  ])('would be caught with %s', (what, text) => {
    expect(SHAPES[what]?.test(text)).toBe(true);
  });
});
