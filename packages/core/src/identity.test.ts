import { expect, test } from 'vitest';
import { shownClaims } from './identity.ts';

test('only claims that may be written down are picked, as text', () => {
  const claims = {
    sub: 'repo:o/r:ref:refs/heads/main',
    aud: ['a', 'b'],
    run_id: 7,
    jti: 'unique',
    custom: 'x',
    environment: null,
  };
  expect(shownClaims(claims)).toEqual({ sub: 'repo:o/r:ref:refs/heads/main', aud: 'a b', run_id: '7' });
});
