import { Secret } from '@leasehold/core';
import { describe, expect, it } from 'vitest';
import { deliverAws } from './deliver.ts';
import type { AwsHandle } from './handle.ts';
import { parseAwsOptions } from './parse.ts';
import { planAwsLease } from './plan.ts';

const KEYS = {
  accessKeyId: ['ASIA', 'EXAMPLE', 'KEYID'].join(''),
  secretAccessKey: ['secret', 'access', 'key'].join('/'),
  sessionToken: ['IQoJ', 'b3JpZ2lu'].join(''),
};
const CREDENTIAL = new Secret(JSON.stringify(KEYS));
const FOLDER = '/private/lease';
const PROFILE_ENV = {
  AWS_CONFIG_FILE: `${FOLDER}/config`,
  AWS_SHARED_CREDENTIALS_FILE: `${FOLDER}/credentials`,
  AWS_PROFILE: 'leasehold-k3x9qabc123def',
};
const REGION = { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' };
const KEY_ENV = {
  AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
  AWS_SESSION_TOKEN: KEYS.sessionToken,
};
const EXPIRES = '2026-11-24T10:15:00.000Z';

function handle(env: Readonly<Record<string, string>> = {}, raw: Readonly<Record<string, unknown>> = {}): AwsHandle {
  const options = parseAwsOptions({ role: 'arn:aws:iam::111122223333:role/site-deploy', region: 'eu-west-1', ...raw }, env);
  const run = { platform: 'gh', run: '1', attempt: '1' };
  const planned = planAwsLease(options, { leaseId: 'k3x9qabc123def', run, ttl: 900, from: 1_795_000_000 }).handle;
  return { ...planned, sessionArn: 'arn:aws:sts::111122223333:assumed-role/site-deploy/s', expiresAt: Date.parse(EXPIRES) };
}

/** Secrets as they are, so that a test can compare them. */
function shown(values: Readonly<Record<string, string | Secret>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value instanceof Secret ? value.reveal() : value]),
  );
}

describe('delivery as environment', () => {
  it('sets what the SDKs read, and no file', () => {
    const { env } = deliverAws(handle(), CREDENTIAL, FOLDER);
    expect(shown(env.env)).toEqual({ ...KEY_ENV, ...REGION, AWS_CREDENTIAL_EXPIRATION: EXPIRES });
    expect(env.files).toEqual({});
  });

  it('comes as a profile too where one was chosen before, since some SDKs would prefer that', () => {
    const { env } = deliverAws(handle({ AWS_PROFILE: 'other', AWS_DEFAULT_PROFILE: 'other' }), CREDENTIAL, FOLDER);
    expect(shown(env.env)).toEqual({
      ...KEY_ENV,
      ...REGION,
      ...PROFILE_ENV,
      AWS_DEFAULT_PROFILE: PROFILE_ENV.AWS_PROFILE,
      AWS_CREDENTIAL_EXPIRATION: EXPIRES,
    });
    expect(Object.keys(env.files)).toEqual(['config', 'credentials']);
  });
});

describe('delivery as files', () => {
  it('writes one profile, and points to it', () => {
    const { file } = deliverAws(handle(), CREDENTIAL, FOLDER);
    expect(shown(file.env)).toEqual({ ...PROFILE_ENV, ...REGION });
    expect(shown(file.files)).toEqual({
      config: '[profile leasehold-k3x9qabc123def]\nregion = eu-west-1\n',
      credentials: `[leasehold-k3x9qabc123def]\naws_access_key_id = ${KEYS.accessKeyId}\naws_secret_access_key = ${KEYS.secretAccessKey}\naws_session_token = ${KEYS.sessionToken}\n`,
    });
  });

  it('empties the variables that would go before the profile, where they were set', () => {
    const { file } = deliverAws(
      handle({ AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y', AWS_WEB_IDENTITY_TOKEN_FILE: '/t', AWS_SESSION_TOKEN: '' }),
      CREDENTIAL,
      FOLDER,
    );
    expect(shown(file.env)).toEqual({
      ...PROFILE_ENV,
      ...REGION,
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_WEB_IDENTITY_TOKEN_FILE: '',
    });
  });

  it('takes the name that was asked for, and writes `default` as its section wants it', () => {
    const { file } = deliverAws(handle({}, { profile: 'default' }), CREDENTIAL, FOLDER);
    expect(file.env.AWS_PROFILE).toBe('default');
    expect(shown(file.files).config).toBe('[default]\nregion = eu-west-1\n');
  });
});

describe('outputs', () => {
  const about = {
    'aws-account-id': '111122223333',
    'authenticated-arn': 'arn:aws:sts::111122223333:assumed-role/site-deploy/s',
    'aws-expiration': EXPIRES,
  };

  it('have the credential with `output`, and nothing else is touched', () => {
    const { output } = deliverAws(handle(), CREDENTIAL, FOLDER);
    expect(shown(output.outputs)).toEqual({
      ...about,
      'aws-access-key-id': KEYS.accessKeyId,
      'aws-secret-access-key': KEYS.secretAccessKey,
      'aws-session-token': KEYS.sessionToken,
    });
    expect([output.env, output.files]).toEqual([{}, {}]);
  });

  it('have account, session and expiry in every delivery, and never the credential in the others', () => {
    const ways = deliverAws(handle(), CREDENTIAL, FOLDER);
    expect(ways.env.outputs).toEqual(about);
    expect(ways.file.outputs).toEqual(about);
  });

  it('leave out what the server did not tell', () => {
    const { sessionArn: _, account: __, expiresAt: ___, ...bare } = handle();
    expect(deliverAws(bare, CREDENTIAL, FOLDER).env.outputs).toEqual({});
    expect(deliverAws(bare, CREDENTIAL, FOLDER).env.env).not.toHaveProperty('AWS_CREDENTIAL_EXPIRATION');
  });
});

describe('secrets', () => {
  it('are never plain text in any way of delivery', () => {
    const text = JSON.stringify(deliverAws(handle({ AWS_PROFILE: 'p' }, { 'mask-account-id': true }), CREDENTIAL, FOLDER));
    for (const key of Object.values(KEYS)) expect(text).not.toContain(key);
    expect(JSON.parse(text).env.outputs['aws-account-id']).toBe('***');
  });
});
