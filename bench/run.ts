/** `npm run bench -- [--peer FOLDER] [--rounds N]`: the figures that the README claims, measured here and now. */

import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { configureAwsCredentials, leasehold, leaseholdProven } from './actions.ts';
import { coldStart } from './cold-start.ts';
import { exchange } from './exchange.ts';
import { timingTable } from './series.ts';

const { values } = parseArgs({ options: { peer: { type: 'string' }, rounds: { type: 'string', default: '15' } } });
const rounds = Number(values.rounds);
const peers = values.peer === undefined ? [] : [configureAwsCredentials(values.peer)];

console.log(`node ${process.version}, ${cpus().length} cores, ${rounds} rounds, milliseconds\n`);
console.log(timingTable('cold start without network, over bare node', await coldStart(peers, rounds)));
const timings = await exchange([...peers, leasehold, leaseholdProven], rounds);
for (const [phase, rows] of timings) {
  console.log(`\n${timingTable(`whole ${phase} on one server${peers.length > 0 ? `, over ${peers[0]?.name}` : ''}`, rows)}`);
}
if (peers.length === 0) {
  console.log('\nGive `--peer FOLDER`, a checkout of aws-actions/configure-aws-credentials, to measure beside it.');
}
