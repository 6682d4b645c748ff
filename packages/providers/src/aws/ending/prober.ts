/** Asks the probe as the lease itself: the same caller before the ending and after it. */

import { type EndOrder, LeaseholdError, type Ports } from '@leasehold/core';
import type { AwsCredential, AwsHandle } from '../handle.ts';
import { awsCaller } from './aws-call.ts';
import { inRegion, judgeProbe, type ProbeVerdict, probeRequest } from './probe.ts';

/** Sends the probe once and judges the answer; a failure to get one is `unclear`. */
export type Prober = () => Promise<ProbeVerdict>;

/**
 * Makes the prober of a lease.
 *
 * @returns undefined when the lease has no probe, or its credential was never saved
 */
export function newProber(order: EndOrder, ports: Ports): Prober | undefined {
  const { probe, endpoints } = order.handle as AwsHandle;
  if (probe === undefined || order.credential === undefined) return undefined;
  const caller = awsCaller(JSON.parse(order.credential.reveal()) as AwsCredential, order.deadline, ports, 2);
  let at = endpoints;
  const ask = async (): Promise<ProbeVerdict> => {
    const request = probeRequest(probe, at);
    if (request === undefined) return { says: 'unclear', why: 'the resource of the probe names no single bucket' };
    try {
      return await caller.send(request, (response) => judgeProbe(probe.action, response));
    } catch (error) {
      if (error instanceof LeaseholdError) return { says: 'unclear', why: error.message };
      throw error;
    }
  };
  return async () => {
    const verdict = await ask();
    if (verdict.says !== 'unclear' || verdict.region === undefined || verdict.region === at.region) return verdict;
    at = inRegion(at, verdict.region);
    return ask();
  };
}
