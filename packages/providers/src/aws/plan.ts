/** Decides how one lease will be asked for, and how it will end, before anything is sent. */

import { ConfigError, type Ending, formatDuration, type LeaseOrder, type Plan } from '@leasehold/core';
import type { AwsOptions } from './aws-options.ts';
import type { AwsHandle, Probe } from './handle.ts';
import { allowsProbe, chooseProbe, DECODE_PROBE, plainStatements } from './probe.ts';
import { sessionName } from './session-name.ts';
import { sessionPolicy } from './session-policy.ts';

/** Seconds; below it there is no time for a step to do anything. */
const MIN_TTL = 60;
/** Seconds; the least that AWS issues. Below it the session policy ends the lease. */
const AWS_MIN_TTL = 900;
/** Seconds; the most that a role can allow. */
const MAX_TTL = 43_200;
/** Between the ID token that a lease counts from and the last attempt of its exchange. */
const EXCHANGE_MARGIN_MS = 120_000;

/** A plan whose handle is AWS's. */
export interface AwsPlan extends Plan {
  readonly handle: AwsHandle;
}

/**
 * Plans one lease.
 *
 * @throws ConfigError `ERR_AWS_TTL` outside 60 s to 12 h, and what {@link sessionPolicy} throws
 */
export function planAwsLease(options: AwsOptions, order: LeaseOrder): AwsPlan {
  if (order.ttl < MIN_TTL || order.ttl > MAX_TTL) {
    const [bound, side] = order.ttl < MIN_TTL ? [MIN_TTL, 'at least'] : [MAX_TTL, 'at most'];
    throw new ConfigError(`a TTL of ${formatDuration(order.ttl)} is not possible on AWS`, {
      code: 'ERR_AWS_TTL',
      help: `ask for ${side} ${formatDuration(bound)}`,
    });
  }
  const name = sessionName(order.run, order.leaseId);
  const timeBoxEnd = order.ttl < AWS_MIN_TTL ? (order.from + order.ttl) * 1000 : undefined;
  const durationSeconds = Math.max(AWS_MIN_TTL, order.ttl);
  const probe = probeFor(options, order.leaseId);
  const policy = sessionPolicy({
    allow: options.allow,
    statements: options.sessionPolicy,
    managedPolicies: options.managedPolicies,
    bindIp: options.bindIp,
    ...(timeBoxEnd === undefined ? {} : { timeBoxEnd }),
    ...(probe === undefined ? {} : { probe }),
  });
  const handle: AwsHandle = {
    roleArn: options.role.arn,
    sessionName: name,
    endpoints: options.endpoints,
    managedPolicies: options.managedPolicies,
    durationSeconds,
    leaseId: order.leaseId,
    run: `${order.run.platform}-${order.run.run}-${order.run.attempt}`,
    profile: options.profile ?? `leasehold-${order.leaseId}`,
    shadowing: options.shadowing,
    ...(policy === undefined ? {} : { sessionPolicy: policy }),
    ...(timeBoxEnd === undefined ? {} : { timeBoxEnd }),
    ...(options.revokerRole === undefined ? {} : { revokerRole: options.revokerRole.arn }),
    ...(probe === undefined ? {} : { probe }),
    ...(order.reason === undefined ? {} : { reason: order.reason }),
    ...(options.role.account === '' ? {} : { account: options.role.account }),
    ...(options.maskAccount ? { maskAccount: true } : {}),
  };
  return {
    handle,
    name,
    ending: endingOf(options, order.ttl, timeBoxEnd !== undefined),
    notAfter: timeBoxEnd ?? (order.from + durationSeconds) * 1000 + EXCHANGE_MARGIN_MS,
  };
}

/** The author's probe, else one that the lease may do anyway, else, where the ending is to be proven, the one that asks for nothing. */
function probeFor(options: AwsOptions, leaseId: string): Probe | undefined {
  const own = [...options.allow, ...plainStatements(options.sessionPolicy)];
  if (options.probe === 'none') return undefined;
  if (options.probe === undefined) return chooseProbe(own, leaseId) ?? (options.revokerRole ? DECODE_PROBE : undefined);
  const judgeable = options.allow.length > 0 && options.sessionPolicy.length === 0 && options.managedPolicies.length === 0;
  if (judgeable && options.probe.action !== DECODE_PROBE.action && !allowsProbe(own, options.probe)) {
    throw new ConfigError(
      `\`probe\` asks for \`${options.probe.action} on ${options.probe.resource}\`, which \`allow\` does not let the lease do`,
      {
        code: 'ERR_AWS_PROBE',
        help: 'choose a probe that `allow` covers: one that is refused from the start proves nothing',
      },
    );
  }
  return options.probe;
}

function endingOf(options: AwsOptions, ttl: number, timeBoxed: boolean): Ending {
  const revoker = options.revokerRole;
  if (revoker) {
    return {
      kind: 'denied',
      timeBoxed,
      why: `AWS cannot withdraw a session, so the post step assumes \`${revoker.name}\` and denies this one on the role: it still authenticates, and every request is refused`,
    };
  }
  const until = timeBoxed
    ? `its session policy denies everything ${formatDuration(ttl)} after the ID token was issued`
    : `AWS ends it ${formatDuration(ttl)} after it was issued`;
  return { kind: 'expires', timeBoxed, why: `${until}; nothing ends it earlier, because no \`revoker-role\` is given` };
}
