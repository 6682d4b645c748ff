/** The matcher of error codes says no when it should. */

import { ConfigError } from '@leasehold/core';
import { describe, expect, it } from 'vitest';

function refuse(): never {
  throw new ConfigError('`x` is wrong', { code: 'ERR_INPUT' });
}

describe('toThrowCode', () => {
  it('accepts the code, and the whole message when it is given', async () => {
    expect(refuse).toThrowCode('ERR_INPUT');
    expect(refuse).toThrowCode('ERR_INPUT', '`x` is wrong');
    await expect(Promise.reject(new ConfigError('late', { code: 'ERR_LATE' }))).rejects.toThrowCode('ERR_LATE', 'late');
  });

  it.each([
    [
      'another code',
      () => expect(refuse).toThrowCode('ERR_USAGE'),
      'expected an error with code ERR_USAGE, got ERR_INPUT `\\`x\\` is wrong`',
    ],
    [
      'another message',
      () => expect(refuse).toThrowCode('ERR_INPUT', 'wrong'),
      'expected an error with code ERR_INPUT saying `wrong`',
    ],
    ['no error at all', () => expect(() => 1).toThrowCode('ERR_INPUT'), 'expected an error with code ERR_INPUT, got no error'],
    [
      'an error of another kind',
      () =>
        expect(() => {
          throw new TypeError('boom');
        }).toThrowCode('ERR_INPUT'),
      'expected an error with code ERR_INPUT, got TypeError: boom',
    ],
    ['what it should not be', () => expect(refuse).not.toThrowCode('ERR_INPUT'), 'expected another error than ERR_INPUT'],
  ])('refuses %s', (_what, assertion, message) => {
    expect(assertion).toThrow(message.replaceAll('\\`', '`'));
  });
});
