/** A folder with secrets that are made when the test runs, so that none stands in the repository. For tests. */

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exampleMaker, ruleById } from '@leasehold/checks';

/** A secret that the rule finds. */
export function madeSecret(ruleId: string, seed: number = 1): string {
  const secret = ruleById(ruleId)?.examples(exampleMaker(seed)).positive[0];
  if (secret === undefined) throw new Error(`the rule ${ruleId} makes no example`);
  return secret;
}

/** A folder of its own, deleted when it is disposed of. */
export interface Tree extends AsyncDisposable {
  readonly path: string;
  /** Writes a file of it; folders are made. */
  write(name: string, content: string | Uint8Array): Promise<void>;
}

/** Makes a folder with these files. */
export async function madeTree(files: Readonly<Record<string, string>> = {}): Promise<Tree> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'leasehold-lint-')));
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(join(path, dirname(name)), { recursive: true });
    await writeFile(join(path, name), content);
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return { path, write, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
