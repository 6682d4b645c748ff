/** What ending a lease reached, in words: each outcome one function, none says more than was seen. */

import { type Ended, type EndOrder, formatDuration, type LeaseholdError } from '@leasehold/core';
import type { AwsHandle } from '../handle.ts';
import { shownArn } from '../shown-arn.ts';
import type { ProbeVerdict } from './probe.ts';

/** Where the session is denied; `inline-uncapped` when no permissions boundary caps what the revoker could give the role. */
export type EndedBy = 'boundary' | 'inline' | 'inline-uncapped';

/** Why nothing could be proven. */
type Unproven = 'no-credential' | 'no-probe' | ProbeVerdict;

const FORM: Readonly<Record<EndedBy, string>> = {
  boundary: 'in the permissions boundary of',
  inline: 'by an inline policy of',
  'inline-uncapped': 'by an inline policy of',
};

/** Without a revoker role: nothing but time ends the lease. */
export function onlyExpires(order: EndOrder, now: number): Ended {
  const { timeBoxEnd } = order.handle as AwsHandle;
  if (order.expiresAt <= now)
    return { outcome: 'already-dead', kind: 'expires', verified: false, detail: 'the credential has expired' };
  const left = formatDuration(Math.ceil((order.expiresAt - now) / 1_000));
  return {
    outcome: 'expires',
    kind: 'expires',
    verified: false,
    detail:
      timeBoxEnd === undefined
        ? `no \`revoker-role\` is set, so the session lives for another ${left}, until AWS expires it`
        : `no \`revoker-role\` is set, so the session lives for another ${left}, until its time box denies everything`,
    liveUntil: order.expiresAt,
    help: 'set `revoker-role` to end the session with the job; `leasehold trust aws` prints what it needs',
  };
}

/** Gone before we came. */
export function alreadyDead(detail: string): Ended {
  return { outcome: 'already-dead', kind: 'denied', verified: false, detail };
}

/** Alive before and dead after, by the same caller. */
export function endedVerified(order: EndOrder, by: EndedBy, verdict: ProbeVerdict, tookMs: number): Ended {
  const { probe } = order.handle as AwsHandle;
  // Died of its expiry while we looked: true, and no proof of the denial.
  const verified = verdict.says === 'refused';
  const seen = verified
    ? `\`${probe?.action}\` was answered before it, and refused ${after(tookMs)}${verdict.explained ? ', by an explicit deny' : ''}`
    : 'the credential expired while this was being verified';
  return { outcome: 'ended', kind: 'denied', verified, detail: `${denied(order, by)}; ${seen}${warning(by)}`, ...uncapped(by) };
}

function after(tookMs: number): string {
  return tookMs < 100 ? 'right after it' : `${(tookMs / 1_000).toFixed(1)} s after it`;
}

/** Denied, and not seen to be dead. */
export function endedUnverified(order: EndOrder, by: EndedBy, why: Unproven): Ended {
  return {
    outcome: 'ended',
    kind: 'denied',
    verified: false,
    detail: `${denied(order, by)}; unverified, because ${reason(why)}${warning(by)}`,
    liveUntil: order.expiresAt,
    ...(why === 'no-credential'
      ? {}
      : { help: 'give the lease a `probe` that it may do, such as `s3:ListBucket on arn:aws:s3:::bucket`' }),
    ...uncapped(by),
  };
}

/** Denied, and alive all the same: the promise is broken. */
export function stillAlive(order: EndOrder, by: EndedBy, waitedMs: number): Ended {
  return {
    outcome: 'failed',
    kind: 'denied',
    verified: false,
    detail: `${denied(order, by)}, and the session was still answered ${Math.round(waitedMs / 1_000)} s later${warning(by)}`,
    liveUntil: order.expiresAt,
    code: 'ERR_AWS_STILL_ALIVE',
    help: "the denial stands and may only be slow to take effect: ask again with the credential, or delete the role's permissions if it matters",
  };
}

/** Not denied. */
export function failed(order: EndOrder, error: LeaseholdError): Ended {
  return {
    outcome: 'failed',
    kind: 'denied',
    verified: false,
    detail: error.message,
    liveUntil: order.expiresAt,
    code: error.code,
    ...(error.help === undefined ? {} : { help: error.help }),
  };
}

function denied(order: EndOrder, by: EndedBy): string {
  const { roleArn, sessionName, maskAccount } = order.handle as AwsHandle;
  return `session \`${sessionName}\` is denied ${FORM[by]} \`${shownArn(roleArn, maskAccount)}\``;
}

function reason(why: Unproven): string {
  if (why === 'no-credential') return 'the credential was never saved, so that nobody can try it';
  if (why === 'no-probe') return 'the lease has no probe';
  if (why.says === 'refused') return 'the probe was refused before it already';
  return why.says === 'unclear' ? why.why : 'the probe proves nothing';
}

function warning(by: EndedBy): string {
  return by === 'inline-uncapped'
    ? '; no permissions boundary caps the role, so that whoever can assume the revoker can widen it'
    : '';
}

function uncapped(by: EndedBy): Pick<Ended, 'code'> | Record<string, never> {
  return by === 'inline-uncapped' ? { code: 'ERR_AWS_ROLE_UNCAPPED' } : {};
}
