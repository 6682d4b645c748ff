/** What a refused exchange means, and who must act. */

import {
  ConfigError,
  DeniedError,
  formatDuration,
  type HttpResponse,
  type LeaseholdError,
  retryAfter,
  UpstreamError,
} from '@leasehold/core';
import type { AwsHandle } from './handle.ts';
import { DECODE_PROBE } from './probe.ts';
import { redact } from './redact.ts';
import { shownArn } from './shown-arn.ts';
import type { AwsFault } from './xml.ts';

/** What of an ID token AWS did not take. */
export type TokenRefusal = 'audience' | 'issuer' | 'signature' | 'claim' | 'other';

/** The cause of a refusal, for whoever explains it; the message is redacted. */
export interface AwsRefusal {
  /** AWS's own code, such as `InvalidIdentityToken`. */
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly token?: TokenRefusal;
}

/** What a refusal is judged against. */
export interface RefusalContext {
  readonly handle: AwsHandle;
  /** Milliseconds since the epoch, by the server's clock where it told it. */
  readonly serverNow: number;
  /** Seconds by which the server's clock is ahead of the issuer's, where that is why the token was not taken. */
  readonly skewSeconds: number | undefined;
}

/**
 * Judges an error that STS explained.
 *
 * @param fault - the server's code and message
 * @returns DeniedError where trust says no, ConfigError where the request cannot be granted to anybody, UpstreamError where asking again may help or nothing else is known
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
 */
export function judgeRefusal(fault: AwsFault, response: HttpResponse, context: RefusalContext): LeaseholdError {
  const message = redact(fault.message);
  const code = redact(fault.code);
  const cause: AwsRefusal = { code, message, status: response.status };
  const said = message === '' ? `\`${code}\`` : `\`${code}\`: ${message}`;
  const role = shownArn(context.handle.roleArn, context.handle.maskAccount);
  const wait = retryAfter(response.headers['retry-after'], context.serverNow);
  const upstream = (text: string, ours: string, retryable: boolean, help?: string): UpstreamError =>
    new UpstreamError(text, {
      code: ours,
      retryable,
      status: response.status,
      cause,
      ...(help === undefined ? {} : { help }),
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    });
  const config = (text: string, ours: string, help: string): ConfigError => new ConfigError(text, { code: ours, help, cause });

  if (response.status === 429 || /throttl|toomanyrequests|limitexceeded|slowdown/i.test(code)) {
    return upstream(`the server asks to slow down: ${said}`, 'ERR_UPSTREAM_THROTTLED', true);
  }
  if (response.status >= 500) return upstream(`the server failed: ${said}`, 'ERR_UPSTREAM_STATUS', true);

  switch (code.replace(/Exception$/, '')) {
    case 'AccessDenied':
      return new DeniedError(`the trust policy of \`${role}\` does not let this job in`, {
        code: 'ERR_AWS_TRUST_REFUSED',
        help: 'compare the claims of this job with the conditions of the trust policy; AWS says the same when the role does not exist',
        cause,
        at: context.serverNow,
      });
    case 'InvalidIdentityToken':
    case 'IDPRejectedClaim':
      return tokenRefused(cause, said, context, upstream);
    case 'ExpiredToken':
      if (context.skewSeconds !== undefined) return skewed(context.skewSeconds, cause, response.status);
      return upstream('the ID token had expired when it was looked at', 'ERR_AWS_TOKEN_EXPIRED', true);
    case 'IDPCommunicationError':
      return upstream('the issuer of the ID token could not be reached from AWS', 'ERR_AWS_ISSUER_UNREACHABLE', true);
    case 'MalformedPolicyDocument':
      return config(`the session policy was not understood: ${said}`, 'ERR_AWS_SESSION_POLICY', policyHelp(context.handle));
    case 'PackedPolicyTooLarge':
      return config(
        `the session policies are too large for AWS once packed: ${said}`,
        'ERR_AWS_PACKED_POLICY',
        'shorten `allow` or `session-policy`, or name fewer managed policies',
      );
    case 'RegionDisabled':
      return config(
        `region \`${context.handle.endpoints.region}\` has STS switched off`,
        'ERR_AWS_REGION_DISABLED',
        'activate it in the account settings of IAM, or use another `region`',
      );
    case 'NoSuchEntity':
      return config(`there is no role \`${role}\``, 'ERR_AWS_ROLE', 'correct `role`');
    case 'ValidationError':
    case 'InvalidParameterValue':
    case 'InvalidArgument':
      return invalid(said, context.handle, config);
    default:
      return upstream(`the exchange was refused: ${said}`, 'ERR_AWS_REFUSED', false);
  }
}

/** Says that two clocks differ, and by how much. */
function skewed(seconds: number, cause: AwsRefusal, status: number): UpstreamError {
  return new UpstreamError(
    `the clocks differ: the server is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} the issuer of the ID token`,
    { code: 'ERR_CLOCK_SKEW', help: 'set the clock of the machine that is wrong, by NTP', retryable: false, status, cause },
  );
}

const KEYS_HELP = 'if it stays so, the token is signed by a key that its issuer does not publish';

type Upstream = (text: string, code: string, retryable: boolean, help?: string) => UpstreamError;

function tokenRefused(cause: AwsRefusal, said: string, context: RefusalContext, upstream: Upstream): LeaseholdError {
  const { message } = cause;
  // AWS fetches the issuer's keys itself, and says this when it could not at that moment.
  if (/couldn.?t retrieve verification key/i.test(message)) {
    return upstream(`the keys of the issuer could not be read from AWS: ${said}`, 'ERR_AWS_ISSUER_UNREACHABLE', true, KEYS_HELP);
  }
  if (context.skewSeconds !== undefined) return skewed(context.skewSeconds, cause, cause.status);
  const token: TokenRefusal = cause.code.startsWith('IDPRejectedClaim')
    ? 'claim'
    : /audience/i.test(message)
      ? 'audience'
      : /no openidconnect provider|provider found/i.test(message)
        ? 'issuer'
        : /signature|\bkid\b|verification key/i.test(message)
          ? 'signature'
          : 'other';
  return new DeniedError(`the ID token was not taken: ${said}`, {
    code: 'ERR_AWS_TOKEN_REFUSED',
    help: TOKEN_HELP[token],
    cause: { ...cause, token },
    at: context.serverNow,
  });
}

const TOKEN_HELP: Readonly<Record<TokenRefusal, string>> = {
  audience: 'set `audience` to one that the identity provider in IAM lists, or add this one there',
  issuer: 'create the identity provider in IAM of that account, with exactly the issuer of the token',
  signature: 'check that the identity provider in IAM names the issuer of this token',
  claim: 'the issuer does not stand by a claim of the token: check that it still takes part in the trust',
  other: 'compare issuer and audience of the token with the identity provider in IAM',
};

function invalid(
  said: string,
  handle: AwsHandle,
  config: (text: string, code: string, help: string) => ConfigError,
): ConfigError {
  if (/durationseconds|maxsessionduration/i.test(said)) {
    return config(
      `the role does not allow sessions of ${formatDuration(handle.durationSeconds)}`,
      'ERR_AWS_DURATION',
      "ask for a shorter `ttl`, or raise the role's maximum with `aws iam update-role --max-session-duration`",
    );
  }
  return config(
    `the request is invalid: ${said}`,
    'ERR_AWS_VALIDATION',
    "check `ttl` against the role's longest session, `role`, and the session policies",
  );
}

function policyHelp({ probe }: AwsHandle): string {
  // Servers that speak like AWS refuse a policy with an action that they have not.
  const added =
    probe?.action === DECODE_PROBE.action ? `, or choose another \`probe\` where the server has no \`${probe.action}\`` : '';
  return `correct \`allow\` or \`session-policy\`${added}`;
}
