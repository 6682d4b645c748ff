/** STS: AssumeRoleWithWebIdentity, GetCallerIdentity, DecodeAuthorizationMessage. */

import { randomBytes } from 'node:crypto';
import type { Claims } from '@leasehold/core';
import { isoSeconds } from './authorise.ts';
import { AwsFailure, constraint } from './failure.ts';
import { type DocumentCheck, type PolicyDocument, policySize, readPolicyDocument } from './policy-document.ts';
import { type QueryAction, required } from './query.ts';
import type { Trusts } from './trust.ts';
import type { VerifyToken } from './web-identity.ts';
import { type Role, type Session, uniqueId, type World } from './world.ts';
import type { XmlValue } from './xml.ts';

export const STS_NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

const MIN_DURATION = 900;
const MAX_DURATION = 43_200;
const DEFAULT_DURATION = 3_600;
const MAX_POLICY = 2_048;
const MAX_POLICY_ARNS = 10;

/** What the exchange is judged with. */
export interface StsParts {
  readonly verify: VerifyToken;
  readonly trusts: Trusts;
  readonly check: DocumentCheck;
  /** ARN of the account's OIDC provider. */
  readonly provider: string;
}

/**
 * The one action that needs no signature.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export async function assumeRoleWithWebIdentity(parameters: URLSearchParams, world: World, parts: StsParts): Promise<XmlValue> {
  const roleArn = required(parameters, 'RoleArn');
  const sessionName = readSessionName(required(parameters, 'RoleSessionName'));
  const token = required(parameters, 'WebIdentityToken');
  const duration = readDuration(parameters.get('DurationSeconds'));
  const narrowing = readNarrowing(parameters, parts.check);

  const claims = await parts.verify(token);
  const role = [...world.roles.values()].find((candidate) => candidate.arn === roleArn);
  if (!role || !parts.trusts(role.trust.effective(), role.arn, { provider: parts.provider, claims })) {
    throw new AwsFailure(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  }
  if (duration > role.maxSessionDuration) {
    throw new AwsFailure(
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  const missing = narrowing.policyArns.find((arn) => !world.managedPolicies.has(arn));
  if (missing !== undefined)
    throw new AwsFailure(400, 'ValidationError', `Policy ${missing} does not exist or is not attachable.`);

  const session = newSession(world, role, sessionName, duration, narrowing, parts.provider);
  world.sessions.set(session.accessKeyId, session);
  return answer(session, claims, narrowing.packedPercent);
}

/** The actions that a signature is needed for. */
export function stsActions(world: World): Readonly<Record<string, QueryAction>> {
  return {
    // Answers whatever the policies say, even under a deny: no proof of anything.
    GetCallerIdentity: async (_parameters, { session }) => ({
      Arn: session.arn,
      UserId: `${session.roleId}:${session.sessionName}`,
      Account: world.account,
    }),
    DecodeAuthorizationMessage: async (parameters, caller) => {
      required(parameters, 'EncodedMessage');
      await caller.authorise({ action: 'sts:DecodeAuthorizationMessage', resource: '*' });
      // The stand-in never encodes one, so that none can be right.
      throw new AwsFailure(400, 'InvalidAuthorizationMessageException', 'Message is not valid');
    },
  };
}

interface Narrowing {
  readonly policy: PolicyDocument | undefined;
  readonly policyArns: readonly string[];
  readonly packedPercent: number | undefined;
}

function readNarrowing(parameters: URLSearchParams, check: DocumentCheck): Narrowing {
  const text = parameters.get('Policy');
  if (text !== null && text.length > MAX_POLICY)
    throw constraint(text, 'policy', `have length less than or equal to ${MAX_POLICY}`);
  const policyArns = [...parameters].filter(([name]) => /^PolicyArns\.member\.\d+\.arn$/.test(name)).map(([, arn]) => arn);
  if (policyArns.length > MAX_POLICY_ARNS) {
    throw constraint(String(policyArns.length), 'policyArns', `have length less than or equal to ${MAX_POLICY_ARNS}`);
  }
  const policy = text === null ? undefined : readPolicyDocument(text, check);
  // AWS packs policy and ARNs together into a binary format that it does not publish; here the packed size is the plain one.
  const packed = policySize(text ?? '') + policyArns.join('').length;
  if (packed > MAX_POLICY) {
    throw new AwsFailure(
      400,
      'PackedPolicyTooLarge',
      `Packed policy consumes ${percent(packed)}% of allotted space, please use smaller policy.`,
    );
  }
  return { policy, policyArns, packedPercent: packed === 0 ? undefined : percent(packed) };
}

function percent(packed: number): number {
  return Math.ceil((packed * 100) / MAX_POLICY);
}

function readSessionName(name: string): string {
  if (name.length < 2) throw constraint(name, 'roleSessionName', 'have length greater than or equal to 2');
  if (name.length > 64) throw constraint(name, 'roleSessionName', 'have length less than or equal to 64');
  if (!/^[\w+=,.@-]+$/.test(name)) throw constraint(name, 'roleSessionName', 'satisfy regular expression pattern: [\\w+=,.@-]*');
  return name;
}

function readDuration(text: string | null): number {
  if (text === null) return DEFAULT_DURATION;
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(seconds)) throw new AwsFailure(400, 'MalformedInput', 'DurationSeconds is not a number');
  if (seconds < MIN_DURATION) throw constraint(text, 'durationSeconds', `have value greater than or equal to ${MIN_DURATION}`);
  if (seconds > MAX_DURATION) throw constraint(text, 'durationSeconds', `have value less than or equal to ${MAX_DURATION}`);
  return seconds;
}

function newSession(
  world: World,
  role: Role,
  sessionName: string,
  seconds: number,
  narrowing: Narrowing,
  provider: string,
): Session {
  const issuedAt = world.clock.now();
  return {
    accessKeyId: uniqueId('ASIA').slice(0, 20),
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(300).toString('base64'),
    roleName: role.name,
    roleId: role.roleId,
    sessionName,
    arn: `arn:${world.partition}:sts::${world.account}:assumed-role/${role.name}/${sessionName}`,
    roleArn: role.arn,
    issuedAt,
    // Expiration is told in whole seconds, and never later than what is told.
    expiresAt: Math.floor(issuedAt / 1000) * 1000 + seconds * 1000,
    policy: narrowing.policy,
    policyArns: narrowing.policyArns,
    provider,
  };
}

function answer(session: Session, claims: Claims, packedPercent: number | undefined): XmlValue {
  return {
    SubjectFromWebIdentityToken: String(claims.sub),
    Audience: String([claims.aud].flat()[0]),
    AssumedRoleUser: { Arn: session.arn, AssumedRoleId: `${session.roleId}:${session.sessionName}` },
    Credentials: {
      SessionToken: session.sessionToken,
      SecretAccessKey: session.secretAccessKey,
      Expiration: isoSeconds(session.expiresAt),
      AccessKeyId: session.accessKeyId,
    },
    Provider: session.provider,
    PackedPolicySize: packedPercent,
  };
}
