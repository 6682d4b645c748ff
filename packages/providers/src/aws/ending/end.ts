/** Ends an AWS lease: denies its session on the role, and proves that it is dead. */

import { DeniedError, type Ended, type EndOrder, LeaseholdError, type Ports } from '@leasehold/core';
import { denyEntry } from '../deny-list.ts';
import type { AwsHandle } from '../handle.ts';
import { awsCaller } from './aws-call.ts';
import { boundaryDenial, isDenyBoundary } from './boundary.ts';
import type { Denial, DeniedSession } from './denial.ts';
import type { Iam, IamRole } from './iam.ts';
import { iamQuery } from './iam-query.ts';
import { inlineDenial } from './inline.ts';
import { alreadyDead, type EndedBy, endedUnverified, endedVerified, failed, onlyExpires, stillAlive } from './outcome.ts';
import type { ProbeVerdict } from './probe.ts';
import { newProber, type Prober } from './prober.ts';
import { assumeRevoker } from './revoker.ts';
import { awaitRefusal, PROPAGATION_MS } from './verify.ts';

/** Kept back from the deadline for what comes after the ending. */
const MARGIN_MS = 1_500;

/**
 * Ends a lease and verifies that it is dead, within the order's deadline.
 *
 * With a revoker role, this session and no other is denied on the role: by the role's permissions boundary where that is a deny list of ours, else by inline policies. Without one, nothing but time ends the lease, and nothing is sent.
 *
 * Not checked: that the role's holder cannot take the denial back (a boundary or the separate revoker sees to that), and what was derived from the credential before (presigned URLs die with it, tokens of other services do not).
 *
 * @returns what was reached; never throws for what the other side did
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html
 */
export async function endAws(order: EndOrder, ports: Ports): Promise<Ended> {
  const { revokerRole } = order.handle as AwsHandle;
  if (revokerRole === undefined) return onlyExpires(order, ports.clock.now());
  try {
    return await endByDenial(order, revokerRole, ports);
  } catch (error) {
    if (error instanceof LeaseholdError) return failed(order, error);
    throw error;
  }
}

async function endByDenial(order: EndOrder, revokerRole: string, ports: Ports): Promise<Ended> {
  const handle = order.handle as AwsHandle;
  const ask = newProber(order, ports);
  // The control is asked while the revoker is assumed, and answered before anything is denied.
  const [control, opened] = await Promise.all([ask?.(), open(order, revokerRole, ports)]);
  if (control?.says === 'expired') return alreadyDead('the credential had expired before it was ended');
  if (opened instanceof LeaseholdError) throw opened;
  const { iam, role } = opened;
  if (role === undefined) return alreadyDead('the role does not exist any more, and its sessions died with it');
  if (handle.roleId !== undefined && handle.roleId !== role.roleId) {
    return alreadyDead("the role was deleted and made anew since, and the old one's sessions died with it");
  }

  const session: DeniedSession = {
    leaseId: handle.leaseId,
    entry: denyEntry(role.roleId, handle.sessionName),
    deadline: order.deadline - MARGIN_MS,
    // Servers that know no accounts are those that keep a role in one record.
    rewritesWhole: handle.roleArn.split(':')[4] === '',
  };
  const by = await chooseForm(role, iam);
  const denial =
    by === 'boundary' ? boundaryDenial(role.boundary as string, session, iam, ports) : inlineDenial(session, iam, ports);
  if ((await denial.deny()) === 'gone')
    return alreadyDead('the role vanished while the lease was being ended, and its sessions died with it');
  if (control?.says === 'unknown')
    return alreadyDead('AWS did not know the credential any more; its session is denied by name all the same');
  if (ask === undefined || control?.says !== 'alive') {
    await tidy(denial, ports);
    return endedUnverified(order, by, order.credential === undefined ? 'no-credential' : (control ?? 'no-probe'));
  }
  return verify(order, by, denial, ask, ports);
}

async function verify(order: EndOrder, by: EndedBy, denial: Denial, ask: Prober, ports: Ports): Promise<Ended> {
  const { clock } = ports;
  const until = (): number => Math.min(order.deadline - MARGIN_MS, clock.now() + PROPAGATION_MS);
  const from = clock.now();
  let last = await awaitRefusal(ask, denial, until(), clock);
  const took = clock.now() - from;
  if (isDead(last)) {
    const moved = await tidy(denial, ports);
    // The denial may have changed its place, or been lost to somebody else's write since: what counts is how it stands in the end.
    if (moved) {
      await denial.confirm();
      last = await awaitRefusal(ask, denial, until(), clock);
    }
  }
  if (last.says === 'alive') return stillAlive(order, by, clock.now() - from);
  return isDead(last) ? endedVerified(order, by, last, took) : endedUnverified(order, by, last);
}

/** Becomes the revoker and looks at the role; a failure is a value, since the control may make it matter no more. */
async function open(
  order: EndOrder,
  revokerRole: string,
  ports: Ports,
): Promise<{ readonly iam: Iam; readonly role: IamRole | undefined } | LeaseholdError> {
  const { roleArn, endpoints } = order.handle as AwsHandle;
  try {
    const iam = iamQuery(roleArn, endpoints, awsCaller(await assumeRevoker(order, revokerRole, ports), order.deadline, ports));
    return { iam, role: await iam.role() };
  } catch (error) {
    if (error instanceof LeaseholdError) return error;
    throw error;
  }
}

async function chooseForm({ boundary }: IamRole, iam: Iam): Promise<EndedBy> {
  if (boundary === undefined) return 'inline-uncapped';
  try {
    return (await isDenyBoundary(boundary, iam)) ? 'boundary' : 'inline';
  } catch (error) {
    // A boundary that the revoker may not read is somebody else's: it caps the role, and the list is inline.
    if (error instanceof DeniedError) return 'inline';
    throw error;
  }
}

/** Room for later leases is never worth failing this one: it is denied already. */
async function tidy(denial: Denial, { log }: Pick<Ports, 'log'>): Promise<boolean> {
  try {
    return await denial.tidy();
  } catch (error) {
    if (!(error instanceof LeaseholdError)) throw error;
    log.debug(`aws: the deny list was not tidied: ${error.message}`);
    return true;
  }
}

function isDead(verdict: ProbeVerdict): boolean {
  return verdict.says === 'refused' || verdict.says === 'expired' || verdict.says === 'unknown';
}
