/** How an AWS credential reaches the steps that follow. */

import { type Delivered, type DeliveryKind, Secret } from '@leasehold/core';
import type { AwsCredential, AwsHandle } from './handle.ts';
import { BEFORE_PROFILE, CHOOSING_PROFILE } from './shadowing.ts';

/**
 * Writes the credential in each of the three ways.
 *
 * `env`: the variables of the AWS SDKs. Where a profile was chosen before, some SDKs would prefer it to them, and an emptied `AWS_PROFILE` breaks the AWS CLI; so the lease then comes as its own profile too. `file`: a profile in two files of the private folder; keys that were set before would go before it, so they are emptied. `output`: step outputs only. Account, session and expiry are outputs in every way.
 *
 * @param folder - path of the lease's private folder
 */
export function deliverAws(handle: AwsHandle, credential: Secret, folder: string): Record<DeliveryKind, Delivered> {
  const { accessKeyId, secretAccessKey, sessionToken } = JSON.parse(credential.reveal()) as AwsCredential;
  const keys = { id: new Secret(accessKeyId), secret: new Secret(secretAccessKey), token: new Secret(sessionToken) };
  const expiration = handle.expiresAt === undefined ? undefined : new Date(handle.expiresAt).toISOString();
  const region = { AWS_REGION: handle.endpoints.region, AWS_DEFAULT_REGION: handle.endpoints.region };
  const outputs = about(handle, expiration);

  const files = profileFiles(handle, { accessKeyId, secretAccessKey, sessionToken });
  const chosen = CHOOSING_PROFILE.filter((name) => name === 'AWS_PROFILE' || handle.shadowing.includes(name));
  const profile: Record<string, string> = {
    AWS_CONFIG_FILE: `${folder}/config`,
    AWS_SHARED_CREDENTIALS_FILE: `${folder}/credentials`,
    ...Object.fromEntries(chosen.map((name) => [name, handle.profile])),
  };
  const profileWasChosen = CHOOSING_PROFILE.some((name) => handle.shadowing.includes(name));
  const emptied = BEFORE_PROFILE.filter((name) => handle.shadowing.includes(name)).map((name) => [name, ''] as const);

  return {
    env: {
      env: {
        AWS_ACCESS_KEY_ID: keys.id,
        AWS_SECRET_ACCESS_KEY: keys.secret,
        AWS_SESSION_TOKEN: keys.token,
        ...(expiration === undefined ? {} : { AWS_CREDENTIAL_EXPIRATION: expiration }),
        ...region,
        ...(profileWasChosen ? profile : {}),
      },
      outputs,
      files: profileWasChosen ? files : {},
    },
    file: { env: { ...Object.fromEntries(emptied), ...profile, ...region }, outputs, files },
    output: {
      env: {},
      outputs: {
        ...outputs,
        'aws-access-key-id': keys.id,
        'aws-secret-access-key': keys.secret,
        'aws-session-token': keys.token,
      },
      files: {},
    },
  };
}

function about({ account, sessionArn, maskAccount }: AwsHandle, expiration: string | undefined): Record<string, string | Secret> {
  return {
    ...(account === undefined ? {} : { 'aws-account-id': maskAccount ? new Secret(account) : account }),
    ...(sessionArn === undefined ? {} : { 'authenticated-arn': sessionArn }),
    ...(expiration === undefined ? {} : { 'aws-expiration': expiration }),
  };
}

function profileFiles(handle: AwsHandle, credential: AwsCredential): Record<string, Secret> {
  const section = handle.profile === 'default' ? 'default' : `profile ${handle.profile}`;
  return {
    config: new Secret(`[${section}]\nregion = ${handle.endpoints.region}\n`),
    credentials: new Secret(
      [
        `[${handle.profile}]`,
        `aws_access_key_id = ${credential.accessKeyId}`,
        `aws_secret_access_key = ${credential.secretAccessKey}`,
        `aws_session_token = ${credential.sessionToken}`,
        '',
      ].join('\n'),
    ),
  };
}
