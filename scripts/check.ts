/** Everything that a change must pass, in one order, with the seconds that each step took; stops at the first that fails. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const STEPS: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['node', 'node', 'scripts/require-node.ts'],
  ['generated files', 'node', 'scripts/generate.ts', '--check'],
  ['lint and format', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'tsc', '-p', '.'],
  ['unused code', 'knip', '--treat-config-hints-as-errors'],
  ['tests', 'vitest', 'run', '--project', 'unit', '--project', 'repo'],
  ['bundles', 'node', 'scripts/bundle.ts', '--check'],
];

const root = join(import.meta.dirname, '..');
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` };
const times: string[] = [];

for (const [title, command, ...args] of STEPS) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  times.push(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${title}${status === 0 ? '' : '  FAILED'}`);
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}

process.stdout.write(`\n${times.join('\n')}\n`);
