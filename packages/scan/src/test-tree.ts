/** Trees of files as tests need them: real, small, and gone afterwards. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { walk } from './walk.ts';

/** A folder of its own. */
export interface TestTree {
  /** Absolute, with links followed. */
  readonly root: string;
  /** Writes files; parent folders are made. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Runs git in it. */
  git(...words: readonly string[]): string;
  [Symbol.dispose](): void;
}

/** So that nobody's own configuration has a part in it. */
const SETTINGS = [
  'core.excludesFile=',
  'core.attributesFile=',
  'core.autocrlf=false',
  'core.splitIndex=false',
  'commit.gpgSign=false',
  'init.defaultBranch=main',
  'protocol.file.allow=always',
  'user.name=a',
  'user.email=a@example.com',
].flatMap((setting) => ['-c', setting]);

/** Makes a tree. */
export function testTree(files: Readonly<Record<string, string | Uint8Array>> = {}): TestTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'leasehold-scan-')));
  const tree: TestTree = {
    root,
    write(more) {
      for (const [path, content] of Object.entries(more)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
      }
    },
    git: (...words) =>
      execFileSync('git', [...SETTINGS, ...words], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
  tree.write(files);
  return tree;
}

/** What a walk came upon, sorted. */
export interface Walked {
  readonly files: readonly string[];
  readonly skipped: Readonly<Record<string, string>>;
}

/** Walks, and collects what the visitor is told. */
export function walked(cwd: string, ...paths: readonly string[]): Walked {
  const files: string[] = [];
  const skipped: Record<string, string> = {};
  walk(cwd, paths, {
    file: (_absolute, shown) => files.push(shown),
    skipped: (shown, reason) => {
      skipped[shown] = reason;
    },
  });
  return { files: files.sort(), skipped };
}
