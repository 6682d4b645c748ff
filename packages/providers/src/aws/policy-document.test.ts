import { describe, expect, it } from 'vitest';
import { readSessionPolicy } from './policy-document.ts';

const GOOD = { Effect: 'Allow', Action: 's3:Get*', Resource: '*' };
const policy = (statement: unknown): object => ({ Version: '2012-10-17', Statement: statement });

const FAULTS: [raw: unknown, message: string, help?: string][] = [
  [
    '{\n  "Version": "2012-10-17",\n  "Statement": [,]\n}',
    '`session-policy` is not JSON: line 3, column 17: expected a value',
    'JSON has double quotes, no comments, and no comma after the last entry',
  ],
  ['[]', '`session-policy` is not a policy'],
  [{ Statement: [GOOD] }, '`session-policy` has no `Version`', 'write `"Version": "2012-10-17"`'],
  [{ Version: '2008-10-17', Statement: [GOOD] }, '`session-policy` has the version `2008-10-17`'],
  [{ Version: '2012-10-17' }, '`session-policy` has no `Statement`'],
  [policy([]), '`session-policy` has no `Statement`'],
  [{ ...policy(GOOD), Statements: [] }, '`session-policy` has the unknown key `Statements`', 'did you mean `Statement`?'],
  [policy(['x']), 'statement 1 of `session-policy` is not an object'],
  [policy([GOOD, { ...GOOD, Principal: '*' }]), 'statement 2 of `session-policy` has `Principal`'],
  [policy({ ...GOOD, Actions: [] }), 'statement 1 of `session-policy` has the unknown key `Actions`', 'did you mean `Action`?'],
  [policy({ ...GOOD, Effect: undefined }), 'statement 1 of `session-policy` has no `Effect`', 'write `Allow` or `Deny`'],
  [policy({ ...GOOD, Effect: 'allow' }), 'statement 1 of `session-policy` has the effect `allow`'],
  [policy({ ...GOOD, Sid: 'my-statement' }), 'statement 1 of `session-policy` has the name `my-statement`'],
  [policy({ Effect: 'Allow', Resource: '*' }), 'statement 1 of `session-policy` has no `Action`'],
  [policy({ ...GOOD, NotAction: 's3:*' }), 'statement 1 of `session-policy` has both `Action` and `NotAction`'],
  [policy({ ...GOOD, Action: [] }), 'statement 1 of `session-policy` has no text in `Action`'],
  [
    policy({ ...GOOD, Action: 's4:Get*' }),
    'statement 1 of `session-policy`: `s4:Get*` begins with `s4`, which is not a service of AWS',
    'did you mean `s3:Get*`?',
  ],
  [policy({ Effect: 'Allow', Action: 's3:*' }), 'statement 1 of `session-policy` has no `Resource`'],
  [policy({ ...GOOD, Resource: 'bucket/*' }), 'statement 1 of `session-policy`: `bucket/*` is not an ARN'],
  [policy({ ...GOOD, Condition: { StringEquals: 'x' } }), 'statement 1 of `session-policy` has a `Condition` that is not one'],
];

describe('a raw session policy', () => {
  it('is read from text and from data alike', () => {
    const statements = [
      GOOD,
      {
        Sid: 'No1',
        Effect: 'Deny',
        NotAction: '*',
        NotResource: ['arn:aws:s3:::b'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ];
    expect(readSessionPolicy(policy(statements))).toEqual(statements);
    expect(readSessionPolicy(JSON.stringify(policy(statements), null, 2))).toEqual(statements);
    expect(readSessionPolicy(policy(GOOD))).toEqual([GOOD]);
  });

  it.each(FAULTS)('is refused when it is %j', (raw, message, help) => {
    expect(() => readSessionPolicy(raw)).toThrowCode('ERR_AWS_SESSION_POLICY', message);
    if (help !== undefined) expect(() => readSessionPolicy(raw)).toThrow(expect.objectContaining({ help }));
  });
});
