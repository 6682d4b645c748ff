/** What more rules cost: files in memory, scanned with all rules and with 300 fewer of every kind. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { newScanner, RULES, SHORT_PREFIXES } from '@leasehold/checks';
import { openKernel } from '@leasehold/kernel';
import { type Timing, timeInTurn } from './series.ts';

const FEWER = 300;
/** One of so many is left out, so that all kinds of rules are among them. */
const EVERY = Math.floor(RULES.length / FEWER);
const MOST_BYTES = 64 << 20;

/** Times the scan of a folder's first mebibytes, processor time only. */
export async function ruleCount(folder: string, rounds: number): Promise<readonly Timing[]> {
  const files = contents(folder);
  const contender = (name: string, rules: typeof RULES) => {
    const scanner = newScanner(openKernel(SHORT_PREFIXES), rules);
    return {
      name,
      once: () => {
        const before = process.cpuUsage();
        for (const bytes of files) scanner.scan(bytes, '');
        const { user, system } = process.cpuUsage(before);
        return Promise.resolve({ cpu: (user + system) / 1000 });
      },
    };
  };
  const fewer = RULES.filter((_, at) => at % EVERY !== 0);
  const timings = await timeInTurn(
    [contender(`${fewer.length} rules`, fewer), contender(`${RULES.length} rules`, RULES)],
    rounds,
  );
  return timings.get('cpu') ?? [];
}

function contents(folder: string): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  let left = MOST_BYTES;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || statSync(path).size > left) continue;
    const bytes = readFileSync(path);
    left -= bytes.length;
    found.push(bytes);
  }
  return found;
}
