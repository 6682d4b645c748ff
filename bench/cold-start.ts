/** How long main and post take over bare node where nothing goes over the network. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startJob } from '@leasehold/testkit';
import { leasehold, type TimedAction } from './actions.ts';
import { type Contender, type Timing, timeInTurn } from './series.ts';

/**
 * Times cold processes: an empty module, then every action's main with no input (it stops at validation) and its post with nothing to end, and ours as well with good inputs but no ID token to be had.
 */
export async function coldStart(peers: readonly TimedAction[], rounds: number): Promise<readonly Timing[]> {
  await using job = await startJob();
  const bare = join(job.folders.root, 'empty.mjs');
  await writeFile(bare, '');
  const step = async (main: string, inputs: Readonly<Record<string, string>>): Promise<{ whole: number }> => ({
    whole: (await job.step({ entry: { main }, inputs })).ms,
  });
  const contenders: Contender[] = [{ name: 'bare node', once: () => step(bare, {}) }];
  for (const { name, entry } of [leasehold, ...peers]) {
    contenders.push({ name: `${name}: main, no input`, once: () => step(entry.main, {}) });
    contenders.push({ name: `${name}: post, nothing to end`, once: () => step(entry.post, {}) });
  }
  const account = 'arn:aws:iam::111122223333:role';
  const roles = { leased: `${account}/site-deploy`, revoker: `${account}/leasehold-revoker` };
  contenders.push({ name: 'leasehold: main, no ID token', once: () => step(leasehold.entry.main, leasehold.inputs(roles)) });
  return (await timeInTurn(contenders, rounds)).get('whole') ?? [];
}
