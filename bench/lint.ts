/** `npm run bench:lint -- [--tree FOLDER]... [--history REPOSITORY]... [--kingfisher PROGRAM] [--rounds N]`: what secret-lint costs, beside what else does such work. */

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Corpora, historyCases, type LintCase, smallCases, treeCase } from './lint-cases.ts';
import { costOf } from './process.ts';
import { ruleCount } from './rule-count.ts';
import { timeInTurn, timingTable } from './series.ts';

const { values } = parseArgs({
  options: {
    tree: { type: 'string', multiple: true, default: [] },
    history: { type: 'string', multiple: true, default: [] },
    kingfisher: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});
const rounds = Number(values.rounds);
const scratch = mkdtempSync(join(tmpdir(), 'leasehold-bench-'));
const corpora: Corpora = {
  scratch,
  trees: values.tree,
  histories: values.history,
  ...(values.kingfisher === undefined ? {} : { kingfisher: values.kingfisher }),
};

async function measure({ title, commands }: LintCase): Promise<void> {
  const contenders = commands.map(({ name, command }) => ({
    name,
    once: async () => ({ ...(await costOf(command)) }),
  }));
  for (const [phase, timings] of await timeInTurn(contenders, rounds)) {
    console.log(`\n${timingTable(`${title}: ${phase === 'memory' ? 'memory, MiB' : `${phase}, ms`}`, timings)}`);
  }
}

try {
  console.log(`node ${process.version}, ${cpus().length} cores, ${rounds} rounds after one that does not count`);
  for (const small of smallCases(corpora)) await measure(small);
  for (const tree of corpora.trees) {
    await measure(treeCase(corpora, tree));
    console.log(`\n${timingTable(`rules over ${tree}: cpu, ms`, await ruleCount(tree, rounds))}`);
  }
  for (const history of corpora.histories) for (const part of historyCases(corpora, history)) await measure(part);
} finally {
  rmSync(scratch, { recursive: true });
}
