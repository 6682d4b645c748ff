/** What a credential of the stand-in can do, asked by a client that is not ours. */

import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Aws, Issuer, Session } from '@leasehold/testkit';

/** The bucket that leases are about, and one that the role may reach and no lease does. */
export const INSIDE = 'acme-site';
export const OUTSIDE = 'acme-logs';
export const ALLOW: string = `s3:PutObject on arn:aws:s3:::${INSIDE}/*`;

/** A credential in the words of the SDK. */
export type Credential = Pick<Session, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>;

/** Status of a write with a credential, by a client that is not ours: 200, or 403 when it is refused. */
export async function write(aws: Aws, credential: Credential, bucket: string = INSIDE): Promise<number> {
  const { accessKeyId, secretAccessKey, sessionToken } = credential;
  const client = new S3Client({
    endpoint: aws.url,
    region: 'eu-west-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  });
  try {
    const answer = await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'page', Body: 'a page' }));
    return answer.$metadata.httpStatusCode ?? 0;
  } catch (error) {
    return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
  } finally {
    client.destroy();
  }
}

/** The credential that steps after the lease see in their variables. */
export function delivered(env: Readonly<Record<string, string | undefined>>): Credential {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId = '',
    AWS_SECRET_ACCESS_KEY: secretAccessKey = '',
    AWS_SESSION_TOKEN: sessionToken = '',
  } = env;
  return { accessKeyId, secretAccessKey, sessionToken };
}

/** Name of the session that no action knows of. */
export const SIBLING = 'sibling';

/** Assumes a role past the action. */
export async function assume(aws: Aws, issuer: Issuer, role: string): Promise<Session> {
  const known = new Set(aws.sessions());
  const body = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: SIBLING,
    WebIdentityToken: await issuer.mint(),
  });
  await fetch(aws.url, { method: 'POST', body });
  const session = aws.sessions().find((each) => !known.has(each) && each.sessionName === SIBLING);
  if (!session) throw new Error(`\`${role}\` did not let the sibling in`);
  return session;
}
