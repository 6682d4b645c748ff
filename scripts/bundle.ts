/** Writes every bundle anew; with `--check` only compares and fails when one is not what its sources give. */

import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BUNDLES, type Built, type Bundle, buildBundle, ROOT } from './bundles.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];

for (const bundle of BUNDLES) {
  const built = await buildBundle(bundle);
  if (check) stale.push(...(await differences(bundle, built)));
  else await write(bundle, built);
}

if (stale.length > 0) {
  process.stderr.write(`not what the sources give: ${stale.join(', ')}\nrun \`npm run bundle\` and commit the result\n`);
  process.exitCode = 1;
}

async function write(bundle: Bundle, built: Built): Promise<void> {
  const dist = join(ROOT, bundle.folder, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  for (const [path, content] of built.files) {
    await writeFile(join(ROOT, path), content);
    if (bundle.command && basename(path, '.js') in bundle.entries) await chmod(join(ROOT, path), 0o755);
    process.stdout.write(`${String(Math.ceil(content.length / 1024)).padStart(6)} KB  ${path}\n`);
  }
}

/** Paths that are missing, left over or different. */
async function differences(bundle: Bundle, built: Built): Promise<readonly string[]> {
  const dist = join(bundle.folder, 'dist');
  const present = (await readdir(join(ROOT, dist)).catch(() => [])).map((name) => join(dist, name));
  const leftOver = present.filter((path) => !built.files.has(path));
  const changed: string[] = [];
  for (const [path, content] of built.files) {
    const old = present.includes(path) ? await readFile(join(ROOT, path)) : undefined;
    if (!old?.equals(content)) changed.push(path);
  }
  return [...leftOver, ...changed];
}
