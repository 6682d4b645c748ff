/** What every test file starts with: the matcher of error codes, and a console that fails the test which prints. */

import { LeaseholdError } from '@leasehold/core';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// CI tells about a change and not about dice: there properties are tried on the same values each time, everywhere else on new ones.
if (process.env.CI !== undefined) (await import('fast-check')).configureGlobal({ seed: 20_261_124 });

declare module 'vitest' {
  interface Matchers<R> {
    /**
     * Passes when the function throws a LeaseholdError with this code; with `.rejects`, when the promise is rejected with one.
     *
     * @param message - the whole message, when it matters
     */
    toThrowCode(code: `ERR_${string}`, message?: string): R;
  }
}

expect.extend({
  toThrowCode(received: unknown, code: string, message?: string) {
    const thrown = outcome(received);
    const actual = thrown instanceof LeaseholdError ? thrown.code : thrown;
    const pass = actual === code && (message === undefined || (thrown as Error).message === message);
    return {
      pass,
      actual: thrown instanceof LeaseholdError ? { code: thrown.code, message: thrown.message } : thrown,
      expected: message === undefined ? { code } : { code, message },
      message: () =>
        `expected ${pass ? 'another error than' : 'an error with code'} ${code}${message ? ` saying \`${message}\`` : ''}, got ${describe(thrown)}`,
    };
  },
});

/** What was thrown: by the function, or already by the promise that `.rejects` awaited. */
function outcome(received: unknown): unknown {
  if (typeof received !== 'function') return received;
  try {
    received();
    return undefined;
  } catch (error) {
    return error;
  }
}

function describe(thrown: unknown): string {
  if (thrown instanceof LeaseholdError) return `${thrown.code} \`${thrown.message}\``;
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'no error';
}

const METHODS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

beforeEach(() => {
  for (const method of METHODS) vi.spyOn(console, method).mockImplementation(() => undefined);
});

afterEach(() => {
  const printed = METHODS.filter((method) => vi.isMockFunction(console[method])).flatMap(
    (method) => vi.mocked(console[method]).mock.calls,
  );
  vi.restoreAllMocks();
  expect(printed, 'a test prints nothing').toEqual([]);
});
