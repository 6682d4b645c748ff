import type { TrustCondition } from '@leasehold/core';
import { describe, expect, it } from 'vitest';
import { conditionBlock, renderCondition } from './condition.ts';

const ISSUER = 'token.actions.githubusercontent.com';
const condition = (claim: string, values: readonly string[], more: Partial<TrustCondition> = {}): TrustCondition => ({
  claim,
  operator: 'equals',
  negated: false,
  values,
  source: claim,
  ...more,
});

describe('writing conditions', () => {
  it('groups them by operator, one value plain and several as a list', () => {
    const conditions = [
      condition('aud', ['sts.amazonaws.com']),
      condition('repository_id', ['1', '2']),
      condition('sub', ['repo:acme/*'], { operator: 'like' }),
      condition('ref', ['refs/heads/x'], { negated: true }),
      condition('actor', ['*bot'], { operator: 'like', negated: true }),
    ];
    expect(conditionBlock(conditions, `https://${ISSUER}`)).toEqual({
      StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:repository_id`]: ['1', '2'] },
      StringLike: { [`${ISSUER}:sub`]: 'repo:acme/*' },
      StringNotEquals: { [`${ISSUER}:ref`]: 'refs/heads/x' },
      StringNotLike: { [`${ISSUER}:actor`]: '*bot' },
    });
  });

  it('finds room for two conditions on one claim, and says so when there is none for a third', () => {
    const twice = [
      condition('sub', ['repo:acme/*'], { operator: 'like' }),
      condition('sub', ['*:pull_request'], { operator: 'like' }),
    ];
    expect(conditionBlock(twice, ISSUER)).toEqual({
      StringLike: { [`${ISSUER}:sub`]: 'repo:acme/*' },
      'ForAnyValue:StringLike': { [`${ISSUER}:sub`]: '*:pull_request' },
    });
    expect(() => conditionBlock([...twice, ...twice], ISSUER)).toThrowCode(
      'ERR_AWS_TRUST_CONDITION',
      'too many conditions compare `sub` in the same way',
    );
    const negated = condition('ref', ['a'], { negated: true });
    expect(() => conditionBlock([negated, negated], ISSUER)).toThrowCode('ERR_AWS_TRUST_CONDITION');
  });

  it('is JSON to copy', () => {
    expect(renderCondition([condition('sub', ['x'])], ISSUER)).toBe(`{\n  "StringEquals": {\n    "${ISSUER}:sub": "x"\n  }\n}`);
  });
});
