/** Writes every generated file; with `--check` only compares and fails when one is stale. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GENERATED } from './generated.ts';

const ROOT = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale: string[] = [];

for (const { path, make } of GENERATED) {
  const content = await make();
  const target = join(ROOT, path);
  if ((await readFile(target, 'utf8').catch(() => undefined)) === content) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

if (stale.length > 0) {
  process.stdout.write(`${check ? 'stale' : 'written'}: ${stale.join(', ')}\n`);
  if (check) {
    process.stdout.write('run `npm run generate` and commit the result\n');
    process.exitCode = 1;
  }
}
