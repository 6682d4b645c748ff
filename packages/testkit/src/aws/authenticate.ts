/** Who signed a request, or why it is refused, in the words of the service that was asked. */

import { AwsFailure } from './failure.ts';
import { type Authorization, readAmzDate, readAuthorization, type SignedRequest, signatureHolds } from './signature.ts';
import type { Session, World } from './world.ts';

/** Milliseconds by which a signature's time may be off. */
const MAX_SKEW = 15 * 60_000;

/**
 * Checks key, token, time, signature and expiry, in the order in which AWS does.
 *
 * @throws AwsFailure as the service answers
 */
export function authenticate(request: SignedRequest, service: 'sts' | 'iam' | 's3', world: World): Session {
  const s3 = service === 's3';
  const header = request.headers.authorization;
  if (header === undefined) {
    throw s3
      ? refusal('AccessDenied', 'Access Denied')
      : refusal('MissingAuthenticationToken', 'Request is missing Authentication Token');
  }
  const authorization = readAuthorization(header);
  if (!authorization) throw new AwsFailure(400, 'IncompleteSignature', 'Authorization header is not Signature Version 4');
  if (authorization.service !== service) {
    throw refusal('SignatureDoesNotMatch', `Credential should be scoped to correct service: '${service}'.`);
  }
  const session = world.sessions.get(authorization.accessKeyId);
  if (!session || request.headers['x-amz-security-token'] !== session.sessionToken) {
    throw s3
      ? refusal('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')
      : refusal('InvalidClientTokenId', 'The security token included in the request is invalid.');
  }
  checkTime(request, authorization, world.clock.now(), s3);
  if (!signatureHolds(request, authorization, session.secretAccessKey)) {
    throw refusal(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    );
  }
  if (world.clock.now() >= session.expiresAt) {
    throw s3
      ? new AwsFailure(400, 'ExpiredToken', 'The provided token has expired.')
      : refusal('ExpiredToken', 'The security token included in the request is expired');
  }
  return session;
}

function checkTime(request: SignedRequest, { date }: Authorization, now: number, s3: boolean): void {
  const text = request.headers['x-amz-date'] ?? '';
  const signed = readAmzDate(text);
  if (Number.isNaN(signed) || !text.startsWith(date)) {
    throw refusal(
      'SignatureDoesNotMatch',
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP',
    );
  }
  if (Math.abs(now - signed) <= MAX_SKEW) return;
  if (s3) throw refusal('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.');
  throw refusal(
    'SignatureDoesNotMatch',
    `Signature ${signed < now ? 'expired' : 'not yet current'}: ${text} is not within 15 min. of the server's time`,
  );
}

function refusal(code: string, message: string): AwsFailure {
  return new AwsFailure(403, code, message);
}
