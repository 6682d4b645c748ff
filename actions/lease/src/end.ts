/** From the saved record to a proven end, or to a failure that says until when the credential lives. */

import * as core from '@actions/core';
import { InternalError } from '@leasehold/core';
import { parseRecord, release } from '@leasehold/lease';
import { readIdToken } from '@leasehold/oidc';
import { ENDINGS } from '@leasehold/providers';
import { endSummary, endText, ledgerLine } from '@leasehold/report';
import type { Shell } from './shell.ts';

/**
 * Ends the lease that main saved.
 *
 * @param state - the record as it stands in the step's state
 * @throws InternalError when the record is not one of ours
 */
export async function end(state: string, shell: Shell): Promise<void> {
  const record = parseRecord(state);
  const provider = ENDINGS.find(({ id }) => id === record.provider);
  if (!provider) {
    throw new InternalError(
      `the lease \`${record.leaseId}\` is of the provider \`${record.provider}\`, which this version does not know`,
      {
        code: 'ERR_STATE',
        help: `its name on the provider's side is \`${record.name}\``,
      },
    );
  }
  const { platform, ports } = shell;
  const released = await release(record, provider, { platform, readIdToken, ledgerLine }, ports);
  const { ended } = released;
  const text = endText(record, ended, released, ports.clock.now());
  await platform.summarize(endSummary(record, ended, released, ports.clock.now()));
  if (ended.outcome !== 'failed') return ports.log.info(text);
  if (record.onRevokeFailure === 'warn') return ports.log.warning(text);
  core.setFailed(text);
}
