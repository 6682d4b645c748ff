import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AllowStatement, parseAllow, printAllow } from './allow.ts';
import { AWS_SERVICES } from './services.ts';

const FAULTS: [raw: unknown, message: string, help?: string][] = [
  [
    's3:GetObject',
    'line 1 of `allow` does not say on what',
    'write `s3:GetObject on arn:aws:s3:::bucket/*`: actions, the word `on`, resources',
  ],
  ['\n# a comment\ns3:GetObject arn:aws:s3:::b/*', 'line 3 of `allow` does not say on what'],
  ['s3:Get* on arn:aws:s3:::b on *', 'line 1 of `allow` has the word `on` twice'],
  ['GetObject on *', 'line 1 of `allow`: `GetObject` names no service', 'write `service:Action`, such as `s3:GetObject`'],
  [
    's4:GetObject on *',
    'line 1 of `allow`: `s4:GetObject` begins with `s4`, which is not a service of AWS',
    'did you mean `s3:GetObject`?',
  ],
  [
    'dinamodb:GetItem on *',
    'line 1 of `allow`: `dinamodb:GetItem` begins with `dinamodb`, which is not a service of AWS',
    'did you mean `dynamodb:GetItem`?',
  ],
  [
    'quitedifferentword:Get on *',
    'line 1 of `allow`: `quitedifferentword:Get` begins with `quitedifferentword`, which is not a service of AWS',
    'the prefixes stand in the Service Authorization Reference',
  ],
  ['s3:Get-Object on *', 'line 1 of `allow`: `s3:Get-Object` is not the name of an action'],
  ['s?:Get* on *', 'line 1 of `allow`: `s?:Get*` has a wildcard in its service'],
  [
    '*:* on *',
    'line 1 of `allow`: `*:*` is everything that the role may do',
    'name the actions; without `allow` the lease has all that the role has',
  ],
  ['* on arn:aws:s3:::b', 'line 1 of `allow`: `*` is everything that the role may do'],
  ['s3:GetObject, on *', 'line 1 of `allow`: there is nothing between two commas'],
  [
    's3:GetObject on acme/*',
    'line 1 of `allow`: `acme/*` is not an ARN',
    'resources are ARNs, such as `arn:aws:s3:::bucket/*`, or `*`',
  ],
  ['s3:GetObject on s3://acme/x', 'line 1 of `allow`: `s3://acme/x` is not an ARN', 'write `arn:aws:s3:::acme/x`'],
  ['s3:GetObject on arn:aws:s3::acme', 'line 1 of `allow`: `arn:aws:s3::acme` is not a whole ARN'],
  [
    's3:GetObject on arn:aws:s3:::a b',
    'line 1 of `allow`: `arn:aws:s3:::a b` has a space or a comma in it',
    'write `?` in its place, or use `session-policy`',
  ],
  [['s3:GetObject on *', 's3:PutObject'], 'entry 2 of `allow` does not say on what'],
  [
    [{ action: ['s3:GetObject'], resources: ['*'] }],
    'entry 1 of `allow` has the unknown key `action`',
    'did you mean `actions`?',
  ],
  [[{ actions: ['s3:GetObject'] }], 'entry 1 of `allow` has no list of text in `resources`'],
  [[{ actions: [], resources: ['*'] }], 'entry 1 of `allow` has no list of text in `actions`'],
  [[{ actions: [7], resources: ['*'] }], 'entry 1 of `allow` has no list of text in `actions`'],
  [[{ actions: ['s3:Get,s3:Put'], resources: ['*'] }], 'entry 1 of `allow`: `s3:Get,s3:Put` has a space or a comma in it'],
  [[7], 'entry 1 of `allow` is neither a line nor `{ actions, resources }`'],
  [{ actions: ['s3:GetObject'], resources: ['*'] }, '`allow` is neither text nor a list'],
];

describe('allow', () => {
  it('reads lines, with comments, blank lines and spaces around commas', () => {
    const text =
      '# the site\n\n  s3:PutObject , s3:DeleteObject on arn:aws:s3:::site/*,arn:aws:s3:::blog/*  # both\r\ns3:ListBucket on arn:aws:s3:::site\n';
    expect(parseAllow(text)).toEqual([
      { actions: ['s3:PutObject', 's3:DeleteObject'], resources: ['arn:aws:s3:::site/*', 'arn:aws:s3:::blog/*'] },
      { actions: ['s3:ListBucket'], resources: ['arn:aws:s3:::site'] },
    ]);
  });

  it('reads the same from data, with lists, single texts and whole lines', () => {
    expect(
      parseAllow([{ actions: 's3:PutObject', resources: ['arn:aws:s3:::site/*'] }, 's3:ListBucket on arn:aws:s3:::site']),
    ).toEqual([
      { actions: ['s3:PutObject'], resources: ['arn:aws:s3:::site/*'] },
      { actions: ['s3:ListBucket'], resources: ['arn:aws:s3:::site'] },
    ]);
  });

  it('keeps a `#` inside a resource', () => {
    expect(parseAllow('s3:GetObject on arn:aws:s3:::b/a#1')[0]?.resources).toEqual(['arn:aws:s3:::b/a#1']);
  });

  it.each(FAULTS)('refuses %j', (raw, message, help) => {
    expect(() => parseAllow(raw)).toThrowCode('ERR_AWS_ALLOW', message);
    if (help !== undefined) expect(() => parseAllow(raw)).toThrow(expect.objectContaining({ help }));
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(statements, (written) => {
        expect(parseAllow(printAllow(written).join('\n'))).toEqual(written);
        expect(parseAllow(printAllow(written))).toEqual(written);
      }),
    );
  });
});

const action = fc
  .tuple(fc.constantFrom(...AWS_SERVICES), fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,12}[*?]?$/))
  .map(([service, name]) => `${service}:${name}`);
const resource = fc.oneof(
  fc.constant('*'),
  fc.stringMatching(/^[a-z0-9][A-Za-z0-9/*?._#${}:-]{0,30}$/).map((rest) => `arn:aws:s3:::${rest}`),
);
const statements: fc.Arbitrary<AllowStatement[]> = fc.array(
  fc.record({
    actions: fc.uniqueArray(action, { minLength: 1, maxLength: 4 }),
    resources: fc.uniqueArray(resource, { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 5 },
);
