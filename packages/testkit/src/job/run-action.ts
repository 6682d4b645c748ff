/** One action in a job of its own: main, then post. */

import { type ActionStep, type Job, type JobOptions, startJob } from './job.ts';
import type { Ran } from './step.ts';

export interface RunActionOptions extends ActionStep, Pick<JobOptions, 'issuer' | 'claims' | 'workspace' | 'event' | 'node'> {
  /** Something to do between main and post, such as using what was leased. */
  readonly between?: (job: Job, main: Ran) => Promise<unknown>;
}

/** What came of it. */
export interface ActionRun {
  readonly main: Ran;
  /** Undefined when the action has no post. */
  readonly post: Ran | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  /** Variables of the job after post. */
  readonly env: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  /** Everything that was printed, as people see it: masked. */
  readonly log: string;
}

/**
 * Runs built bundles as the runner does.
 *
 * `killAfter` and `signal` are for main; post runs after it in any case, as the runner does it.
 */
export async function runAction({
  entry,
  inputs,
  env,
  killAfter,
  signal,
  between,
  ...options
}: RunActionOptions): Promise<ActionRun> {
  await using job = await startJob({ ...options, ...(env && { env }) });
  const main = await job.step({
    entry,
    ...(inputs && { inputs }),
    ...(killAfter !== undefined && { killAfter }),
    ...(signal && { signal }),
  });
  await between?.(job, main);
  const [post] = await job.finish();
  return { main, post, outputs: main.outputs, env: job.env, summary: job.summary, state: main.state, log: job.log };
}
