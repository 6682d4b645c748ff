/** Trees with secrets that are made when the test runs. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exampleMaker, ruleById } from '@leasehold/checks';

/** The rule whose secrets these are. */
const RULE = 'github-token';

/** One secret a seed. */
export function madeSecret(seed: number): string {
  return ruleById(RULE)?.examples(exampleMaker(seed)).positive[0] as string;
}

/** A folder of its own, gone when it is disposed of. */
export interface SecretTree extends Disposable {
  readonly root: string;
  write(path: string, content: string | Uint8Array): void;
}

/** Makes a folder with these files. */
export function secretTree(files: Readonly<Record<string, string | Uint8Array>> = {}): SecretTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'leasehold-secrets-')));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return { root, write, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
