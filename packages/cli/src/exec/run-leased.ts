/** Lease, run, end, verify: the life of a lease around one command. */

import { UpstreamError } from '@leasehold/core';
import { acquire, type Prepared, parseRecord, prepare, release, STATE_KEY } from '@leasehold/lease';
import { PROVIDERS } from '@leasehold/providers';
import { endText, leaseText } from '@leasehold/report';
import { EXIT } from '../exit.ts';
import { textOfFile } from '../policy-file.ts';
import type { Shell } from '../shell.ts';
import { childEnvironment, runChild } from './child.ts';
import type { ExecOrder } from './order.ts';
import { refusalText } from './refusal.ts';
import { type HeldSignals, holdSignals, signalCode } from './signals.ts';
import { type Wiring, wire } from './wiring.ts';

/**
 * Runs a command with a lease.
 *
 * @returns the exit code of the command, unless the lease was not given or did not end as promised
 * @throws ConfigError before any network call; UpstreamError when the other side failed
 */
export async function runLeased(order: ExecOrder, shell: Shell): Promise<number> {
  const prepared = await prepare(order.wanted, {
    providers: PROVIDERS,
    policy: () => import('@leasehold/policy'),
    readText: (path) => textOfFile(path, 'policy file', 'ERR_POLICY_FILE'),
    env: shell.env,
  });
  const wiring = wire(order, shell);
  const signals = holdSignals((signal) => wiring.ports.log.info(`${signal}: the lease is ended first`));
  let code: number = EXIT.failed;
  try {
    code = await leaseAndRun(order, prepared, wiring, signals, shell);
  } finally {
    // Whatever happened, a lease that was given, or may have been, is ended before anything is thrown on.
    code = await endWhatLives(code, prepared, wiring);
    signals.release();
  }
  return code;
}

async function leaseAndRun(
  order: ExecOrder,
  prepared: Prepared,
  wiring: Wiring,
  signals: HeldSignals,
  shell: Shell,
): Promise<number> {
  const { parts, ports, exported } = wiring;
  const answer = await acquire(prepared.ask, parts, ports);
  if (answer.kind !== 'leased') {
    ports.log.error(refusalText(answer, prepared));
    return answer.kind === 'refused' && answer.error instanceof UpstreamError ? EXIT.failed : EXIT.denied;
  }
  ports.log.info(leaseText(answer.record, ports.clock.now()));
  const early = signals.first();
  if (early !== undefined) return signalCode(early);
  const { code, unrunnable } = await runChild(order.words, childEnvironment(shell.env, exported), signals);
  if (unrunnable !== undefined) ports.log.error(`\`${order.words[0]}\` could not be run: ${unrunnable}`);
  return code;
}

/** Ends the lease if there is or may be one, from whatever stage the acquiring reached. */
async function endWhatLives(code: number, { ask }: Prepared, { parts, ports }: Wiring): Promise<number> {
  const saved = parts.platform.recall(STATE_KEY);
  if (!saved) return code;
  const record = parseRecord(saved);
  const { ended, ledger } = await release(record, ask.provider, parts, ports);
  const broken = ended.outcome === 'failed';
  const fatal = broken && ask.onRevokeFailure === 'fail';
  // The variables were only ever those of the command, so that there is nothing to restore and nothing to tell of them.
  const told = endText(record, ended, { restored: [], foreign: [] }, ports.clock.now());
  if (fatal) ports.log.error(told);
  else if (broken) ports.log.warning(told);
  else ports.log.info(told);
  ports.log.info(`ledger: ${ledger}`);
  return fatal ? EXIT.failed : code;
}
