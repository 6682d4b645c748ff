#!/usr/bin/env node
/** The `leasehold` command: answers `--version` before anything else is loaded. */

import manifest from '../package.json' with { type: 'json' };

const words = process.argv.slice(2);

if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  process.stdout.write(`${manifest.version}\n`);
} else {
  const { run } = await import('./run.ts');
  process.exitCode = await run(words, process);
  // What is still waiting, such as the deadline of an ending that came in time, must not keep the process.
  process.stdout.write('', () => process.exit());
}
