import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllowStatement } from './allow.ts';
import { compactAllow } from './compact.ts';
import { actionMatches, resourceMatches } from './wildcard.ts';

const ACTIONS = ['s3:GetObject', 's3:GetObjectAcl', 's3:PutObject', 's3:ListBucket'];
const PATTERNS = [...ACTIONS, 's3:Get*', 's3:get*', 's3:*Object', 's3:?etObject', 's3:*'];
const RESOURCES = ['arn:aws:s3:::a', 'arn:aws:s3:::a/k', 'arn:aws:s3:::b/k', 'arn:aws:s3:::b/kk'];
const RESOURCE_PATTERNS = [...RESOURCES, '*', 'arn:aws:s3:::a*', 'arn:aws:s3:::b/k?', 'arn:aws:s3:::b/*'];

function allows(statements: readonly AllowStatement[], action: string, resource: string): boolean {
  return statements.some(
    ({ actions, resources }) =>
      actions.some((pattern) => actionMatches(pattern, action)) &&
      resources.some((pattern) => resourceMatches(pattern, resource)),
  );
}

describe('compacting', () => {
  it('merges equal resources and then equal actions, and drops what another entry covers', () => {
    expect(
      compactAllow([
        { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::a/*'] },
        { actions: ['s3:PutObject'], resources: ['arn:aws:s3:::a/*'] },
        { actions: ['s3:PutObject', 's3:GetObject'], resources: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/x'] },
        { actions: ['sns:Publish', 'sns:*'], resources: ['*'] },
      ]),
    ).toEqual([
      { actions: ['s3:GetObject', 's3:PutObject'], resources: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] },
      { actions: ['sns:*'], resources: ['*'] },
    ]);
  });

  it('keeps a `*` that another pattern only seems to cover with a `?`', () => {
    const statement = { actions: ['s3:?', 's3:*'], resources: ['arn:aws:s3:::b/?', 'arn:aws:s3:::b/*'] };
    expect(compactAllow([statement])).toEqual([{ actions: ['s3:*'], resources: ['arn:aws:s3:::b/*'] }]);
  });

  it('allows exactly what was allowed before', () => {
    const statement = fc.record({
      actions: fc.uniqueArray(fc.constantFrom(...PATTERNS), { minLength: 1, maxLength: 4 }),
      resources: fc.uniqueArray(fc.constantFrom(...RESOURCE_PATTERNS), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
        const compacted = compactAllow(statements);
        for (const action of ACTIONS) {
          for (const resource of RESOURCES)
            expect(allows(compacted, action, resource)).toBe(allows(statements, action, resource));
        }
        expect(compacted.length).toBeLessThanOrEqual(statements.length);
      }),
    );
  });
});
