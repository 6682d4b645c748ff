import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('redacting', () => {
  it.each([
    [`token ${['eyJ', 'hbGci'].join('')}.eyJz.c2ln was bad`, 'token *** was bad'],
    [`key ${['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('')}`, 'key ***'],
    [`secret ${['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/')}.`, 'secret ***'],
    ['line\r\nbreak\u0007\u2028here', 'line break here'],
    [
      'arn:aws:iam::111122223333:role/a-rather-long-path/and-an-even-longer-name-of-a-role',
      'arn:aws:iam::111122223333:role/a-rather-long-path/and-an-even-longer-name-of-a-role',
    ],
    ['Not authorized to perform sts:AssumeRoleWithWebIdentity', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'],
  ])('%j', (text, clean) => expect(redact(text)).toBe(clean));

  it('takes out a token that a long text cuts off', () => {
    expect(redact(`${' '.repeat(4_000)}${['eyJ', 'hbGciOi'].join('')}${'a'.repeat(300)}`)).toBe('***');
  });

  it('bounds what it lets through', () => {
    expect(redact('word '.repeat(100))).toHaveLength(301);
  });
});
