/** GitHub's installations are told apart by their issuer. */

import { expect, test } from 'vitest';
import { bareIssuer, issuerKind } from './issuer.ts';

test.each([
  ['https://token.actions.githubusercontent.com', 'public'],
  ['token.actions.githubusercontent.com', 'public'],
  ['https://token.actions.githubusercontent.com/acme-corp', 'enterprise'],
  ['https://token.actions.acme.ghe.com', 'residency'],
  ['https://github.acme.example/_services/token', 'server'],
  ['https://gitlab.com', 'other'],
  ['https://token.actions.githubusercontent.com.evil.example', 'other'],
  ['https://token.actions.a.b.ghe.com', 'other'],
])('%s is %s', (issuer, kind) => {
  expect(issuerKind(issuer)).toBe(kind);
});

test('an issuer loses its scheme and one trailing slash', () => {
  expect(bareIssuer('https://gitlab.com/')).toBe('gitlab.com');
  expect(bareIssuer('http://127.0.0.1:8080')).toBe('127.0.0.1:8080');
});
