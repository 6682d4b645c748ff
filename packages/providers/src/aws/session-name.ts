/** The name of a session: it carries the lease, so that one session can be told from all others, and a run's from all other runs'. */

import type { RunRef } from '@leasehold/core';

/** AWS takes 2 to 64 characters. */
const MAX_LENGTH = 64;
const MAX_ATTEMPT = 4;
const LEASE_ID_LENGTH = 14;

/**
 * Makes the session name of a lease: `lh-<platform>-<run>-<attempt>-<lease id>`.
 *
 * Of a run id that does not fit, the end is kept: that is where ids differ.
 *
 * @example sessionName({ platform: 'gh', run: '7812345678', attempt: '1' }, 'k3x9qabc123def') // 'lh-gh-7812345678-1-k3x9qabc123def'
 */
export function sessionName(run: RunRef, leaseId: string): string {
  return `${runPrefix(run)}${leaseId}`;
}

/**
 * Makes the pattern over `aws:userid` that takes every session of a run and no other.
 *
 * @example runPattern({ platform: 'gh', run: '7812345678', attempt: '1' }) // '*:lh-gh-7812345678-1-*'
 */
export function runPattern(run: RunRef): string {
  return `*:${runPrefix(run)}*`;
}

function runPrefix({ platform, run, attempt }: RunRef): string {
  const head = `lh-${plain(platform).slice(0, 2)}-`;
  const tail = `-${plain(attempt).slice(-MAX_ATTEMPT)}-`;
  return head + plain(run).slice(-(MAX_LENGTH - head.length - tail.length - LEASE_ID_LENGTH)) + tail;
}

/** A hyphen inside would make two runs share a prefix. */
function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, '_');
}
