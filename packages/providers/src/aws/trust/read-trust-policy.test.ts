import { globMatches, type TrustCondition, type TrustStatement } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrustPolicy } from './read-trust-policy.ts';

const ISSUER = 'token.actions.githubusercontent.com';
const PROVIDER = `arn:aws:iam::111122223333:oidc-provider/${ISSUER}`;
const ALLOW = { Effect: 'Allow', Principal: { Federated: PROVIDER }, Action: 'sts:AssumeRoleWithWebIdentity' };

const read = (statement: unknown): readonly TrustStatement[] =>
  readTrustPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statement }), 'trust.json');

function conditions(condition: unknown, more: object = {}): readonly TrustCondition[] {
  return read({ ...ALLOW, ...more, Condition: condition })[0]?.conditions ?? [];
}

describe('reading a trust policy', () => {
  it('gives its statements with issuers and conditions', () => {
    const statement = {
      ...ALLOW,
      Sid: 'Main',
      Condition: {
        StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com' },
        StringLike: { [`${ISSUER}:sub`]: ['repo:acme/site:*', 'repo:acme@1/site@2:*'] },
        StringNotEquals: { [`${ISSUER}:ref`]: 'refs/heads/x' },
      },
    };
    expect(read(statement)).toEqual([
      {
        id: 'Main',
        effect: 'allow',
        issuers: [ISSUER],
        conditions: [
          {
            claim: 'aud',
            operator: 'equals',
            negated: false,
            values: ['sts.amazonaws.com'],
            source: `StringEquals ${ISSUER}:aud`,
          },
          {
            claim: 'sub',
            operator: 'like',
            negated: false,
            values: ['repo:acme/site:*', 'repo:acme@1/site@2:*'],
            source: `StringLike ${ISSUER}:sub`,
          },
          { claim: 'ref', operator: 'equals', negated: true, values: ['refs/heads/x'], source: `StringNotEquals ${ISSUER}:ref` },
        ],
      },
    ]);
  });

  it('takes what `aws iam get-role` prints, and what the API itself answers', () => {
    const policy = { Version: '2012-10-17', Statement: [ALLOW] };
    const expected = readTrustPolicy(JSON.stringify(policy), 'f');
    expect(expected).toHaveLength(1);
    expect(readTrustPolicy(JSON.stringify({ Role: { RoleName: 'x', AssumeRolePolicyDocument: policy } }), 'f')).toEqual(expected);
    expect(
      readTrustPolicy(JSON.stringify({ Role: { AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(policy)) } }), 'f'),
    ).toEqual(expected);
  });

  it('knows an issuer with a port, several issuers, and keys in any case', () => {
    const local = 'arn:aws:iam:::oidc-provider/127.0.0.1:17490';
    expect(conditions({ StringEquals: { '127.0.0.1:17490:SUB': 'x' } }, { Principal: { Federated: local } })).toMatchObject([
      { claim: 'sub', values: ['x'] },
    ]);
    expect(read({ ...ALLOW, Principal: { Federated: [PROVIDER, local] } })[0]?.issuers).toEqual([ISSUER, '127.0.0.1:17490']);
  });

  it('leaves out what is not about web identities', () => {
    expect(
      read([
        { ...ALLOW, Principal: { Service: 'ec2.amazonaws.com' } },
        { ...ALLOW, Action: 'sts:AssumeRole' },
        { ...ALLOW, Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/x' } },
        { ...ALLOW, Action: undefined, NotAction: 'sts:*' },
      ]),
    ).toEqual([]);
  });

  it('takes wildcards in actions, and denials of everybody', () => {
    expect(
      read([
        { ...ALLOW, Action: ['sts:assumerolewith*'] },
        { ...ALLOW, Action: '*' },
      ]),
    ).toHaveLength(2);
    const everybody = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:*',
      Condition: { StringNotEquals: { [`${ISSUER}:repository_id`]: '12' } },
    };
    expect(read(everybody)).toMatchObject([
      { effect: 'deny', issuers: [], conditions: [{ claim: 'repository_id', negated: true, values: ['12'] }] },
    ]);
    expect(read({ ...everybody, Principal: { AWS: '*' } })).toHaveLength(1);
    expect(read({ ...everybody, Principal: undefined, NotPrincipal: { AWS: 'x' } })).toHaveLength(1);
  });

  it('reads `Null`, and the set operators, by what they mean for one value', () => {
    const key = `${ISSUER}:environment`;
    expect(conditions({ Null: { [key]: 'false' } })).toMatchObject([{ operator: 'like', negated: false, values: ['*'] }]);
    expect(conditions({ Null: { [key]: true } })).toMatchObject([{ operator: 'like', negated: true, values: ['*'] }]);
    expect(conditions({ 'ForAnyValue:StringLike': { [key]: 'prod*' } })).toMatchObject([
      { operator: 'like', negated: false, values: ['prod*'] },
    ]);
  });

  it('makes two statements of a condition that also holds for an absent claim', () => {
    const key = `${ISSUER}:environment`;
    for (const operator of ['StringEqualsIfExists', 'ForAllValues:StringEquals']) {
      const [present, absent] = read({ ...ALLOW, Sid: 'S', Condition: { [operator]: { [key]: 'prod' } } });
      expect(present).toMatchObject({ id: 'S', conditions: [{ operator: 'equals', negated: false, values: ['prod'] }] });
      expect(absent).toMatchObject({ id: 'S, 2', conditions: [{ operator: 'like', negated: true, values: ['*'] }] });
    }
    expect(read({ ...ALLOW, Condition: { StringNotEqualsIfExists: { [key]: 'prod' } } })).toHaveLength(1);
  });

  const UNREADABLE = [
    { IpAddress: { 'aws:SourceIp': '203.0.113.7' } },
    { StringEqualsIgnoreCase: { [`${ISSUER}:ref`]: 'x' } },
    { StringEquals: { 'sts:RoleSessionName': 'x' } },
    { StringEquals: { 'other.issuer.test:sub': 'x' } },
    { 'ForAnyValue:StringNotEquals': { [`${ISSUER}:ref`]: 'x' } },
    { Null: { [`${ISSUER}:ref`]: 'maybe' } },
    { Bool: { [`${ISSUER}:ref_protected`]: 'true' } },
  ];
  it.each(UNREADABLE)('never looks wider for a condition that it cannot read: %j', (condition) => {
    const [admitting] = read({ ...ALLOW, Condition: condition });
    const [denying] = read({ ...ALLOW, Effect: 'Deny', Condition: condition });
    for (const claims of [{}, { ref: 'x', sub: 'x', ref_protected: 'true' }]) {
      expect(holds(admitting, claims)).toBe(false);
      expect(holds(denying, claims)).toBe(true);
    }
    expect(admitting?.conditions[0]?.source).toContain('cannot be compared with a claim');
  });

  it('stays small and never looks wider with many conditions that also hold for absent claims', () => {
    const keys = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${ISSUER}:c${index}`, 'x']));
    const admitting = read({ ...ALLOW, Condition: { StringEqualsIfExists: keys } });
    const denying = read({ ...ALLOW, Effect: 'Deny', Condition: { StringEqualsIfExists: keys } });
    expect(admitting.length).toBeLessThanOrEqual(64);
    expect(denying.length).toBeLessThanOrEqual(64);
    expect(admitting.some((statement) => holds(statement, {}))).toBe(false);
    expect(denying.some((statement) => holds(statement, {}))).toBe(true);
  });

  it.each([
    ['{', 'line 1, column 2: expected a key in double quotes'],
    ['[]', 'line 1, column 1: it is not a policy'],
    ['{"Role": {"AssumeRolePolicyDocument": "%7B"}}', 'line 1, column 1: it is not a policy'],
    ['{}', 'line 1, column 1: there is no list in `Statement`'],
    ['{"Statement": ["x"]}', 'line 1, column 1: there is no list in `Statement`'],
    ['{"Statement": {"Sid": "A", "Effect": "Permit"}}', 'line 1, column 1: A has neither `Allow` nor `Deny` in `Effect`'],
    ['{"Statement": {"Effect": "Allow", "Condition": []}}', 'line 1, column 1: statement 1 has a `Condition` that is not one'],
    [
      '{"Statement": {"Effect": "Allow", "Condition": {"StringEquals": "x"}}}',
      'line 1, column 1: statement 1 has a `Condition` that is not one',
    ],
  ])('says what is wrong with `%s`', (text, where) => {
    expect(() => readTrustPolicy(text, 'trust.json')).toThrowCode(
      'ERR_AWS_TRUST_POLICY',
      `\`trust.json\` is not a trust policy: ${where}`,
    );
  });

  it('only ever throws its own error, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), (statement) => {
        try {
          read(JSON.parse(statement));
        } catch (error) {
          expect(error).toMatchObject({ code: 'ERR_AWS_TRUST_POLICY' });
        }
      }),
    );
  });
});

/** The meaning of a statement, as the contract of its type says. */
function holds(statement: TrustStatement | undefined, claims: Readonly<Record<string, string>>): boolean {
  if (statement === undefined) throw new Error('there is no statement');
  return statement.conditions.every(({ claim, operator, negated, values }) => {
    const actual = claims[claim];
    const matches =
      actual !== undefined && values.some((value) => (operator === 'like' ? globMatches(value, actual) : value === actual));
    return matches !== negated;
  });
}
