import { describe, expect, it } from 'vitest';
import { parseAllow } from './allow.ts';
import type { Probe } from './handle.ts';
import { chooseProbe, plainStatements, readProbe } from './probe.ts';

const ID = 'k3x9qabc123def';

const CHOICES: readonly (readonly [allow: string, probe: Probe | undefined])[] = [
  ['s3:GetObject on arn:aws:s3:::b/*\ns3:ListBucket on arn:aws:s3:::b', { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' }],
  ['s3:List* on arn:aws:s3:::b*,arn:aws:s3:::c', { action: 's3:ListBucket', resource: 'arn:aws:s3:::c' }],
  ['s3:* on arn:aws:s3:::b/*', { action: 's3:GetObject', resource: `arn:aws:s3:::b/leasehold-probe-${ID}` }],
  [
    's3:get* on arn:aws:s3:::b/a/*/c?/*.txt',
    { action: 's3:GetObject', resource: `arn:aws:s3:::b/a/leasehold-probe-${ID}/cx/.txt` },
  ],
  ['s3:GetObject on arn:aws:s3:::b/index.html', { action: 's3:GetObject', resource: 'arn:aws:s3:::b/index.html' }],
  ['s3:PutObject on arn:aws-cn:s3:::b/x-*', { action: 's3:PutObject', resource: `arn:aws-cn:s3:::b/x-leasehold-probe-${ID}` }],
  ['s3:PutObject on arn:aws:s3:::b/index.html', undefined],
  ['s3:PutObject on arn:aws:s3:::b?/*', undefined],
  [`s3:GetObject on arn:aws:s3:::b/${'$'}{aws:userid}/*`, undefined],
  ['s3:* on *', undefined],
  ['sts:* on *', { action: 'sts:DecodeAuthorizationMessage', resource: '*' }],
  ['sns:Publish on *', undefined],
];

describe('choosing a probe', () => {
  it.each(CHOICES)('from `%s`', (allow, probe) => {
    expect(chooseProbe(parseAllow(allow), ID)).toEqual(probe);
  });

  it('goes by plain statements of a raw policy, unless one denies', () => {
    const allow = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::b' };
    expect(chooseProbe(plainStatements([{ ...allow, Condition: {} }, allow]), ID)).toEqual({
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::b',
    });
    expect(plainStatements([allow, { Effect: 'Deny', Action: 's3:*', Resource: '*' }])).toEqual([]);
    expect(
      plainStatements([
        { Effect: 'Allow', NotAction: 's3:*', Resource: '*' },
        { ...allow, Condition: {} },
      ]),
    ).toEqual([]);
  });
});

describe('reading a probe', () => {
  it.each([
    ['none', 'none'],
    ['sts:DecodeAuthorizationMessage', { action: 'sts:DecodeAuthorizationMessage', resource: '*' }],
    ['s3:ListBucket on arn:aws:s3:::b', { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' }],
    ['s3:PutObject on arn:aws:s3:::b/k', { action: 's3:PutObject', resource: 'arn:aws:s3:::b/k' }],
  ])('`%s`', (text, probe) => expect(readProbe(text)).toEqual(probe));
});
