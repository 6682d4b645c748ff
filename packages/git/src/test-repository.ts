/** Repositories for tests, made by git in folders that are removed at the end. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A repository that a test may do anything with. */
export interface TestRepository {
  readonly gitFolder: string;
  /** Runs git in it; answers what it wrote. */
  git(...args: readonly string[]): string;
  /** Commits so many changes of its files. */
  edit(times: number): void;
  /** Makes a single pack, and its index anew with these options. */
  indexAgain(...options: readonly string[]): void;
  /** Removes files of the object store by the end of their path. */
  remove(which: RegExp): void;
  /** Moves its objects elsewhere, from where it borrows them. */
  lend(): void;
}

const FIXED = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'gc.auto=0', '-c', 'commit.gpgSign=false'];

function data(text: string): string {
  return `data ${text.length}\n${text}\n`;
}

/** A folder that is removed with everything in it when it goes out of scope. */
export function testFolder(): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'leasehold-git-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Makes a repository with a dozen commits and a tag; none with `--empty`. Other options are those of `git init`. */
export function testRepository(options: readonly string[] = []): TestRepository & Disposable {
  const folder = testFolder();
  const top = join(folder.path, 'own');
  mkdirSync(top);
  const gitFolder = join(top, '.git');
  const packs = join(gitFolder, 'objects/pack');
  let lines = Array.from({ length: 300 }, (_, k) => `line ${k} of a file that changes a little, ${(k * 7919) % 1000}`);
  let edits = 0;

  function git(...args: readonly string[]): string {
    return execFileSync('git', [...FIXED, ...args], { cwd: top, encoding: 'latin1', stdio: ['ignore', 'pipe', 'ignore'] });
  }

  function edit(times: number): void {
    const stream: string[] = [];
    for (let k = 0; k < times; k++) {
      edits++;
      const at = (edits * 37) % lines.length;
      lines = [...lines.slice(0, at), `edit ${edits}`, ...lines.slice(at + (edits % 3))];
      if (edits % 4 === 0) lines = [...lines.slice(100), ...lines.slice(0, 100)];
      stream.push(
        'commit refs/heads/main\n',
        `committer Ada <ada@example.com> ${edits} +0000\n`,
        data(`Edit ${edits}\n\nIts message.`),
      );
      if (edits > 1 && k === 0) stream.push('from refs/heads/main^0\n');
      stream.push('M 644 inline text\n', data(`${lines.join('\n')}\n`));
      stream.push(
        `M 755 inline folder/other-${edits % 3}\n`,
        data(String.fromCharCode(...lines.map((line) => (line.length * edits) & 127))),
      );
    }
    execFileSync('git', ['-c', 'fastimport.unpackLimit=1000', 'fast-import', '--quiet'], { cwd: top, input: stream.join('') });
  }

  function indexAgain(...indexOptions: readonly string[]): void {
    git('repack', '-adfq');
    const pack = join(packs, readdirSync(packs).find((name) => name.endsWith('.pack')) as string);
    rmSync(pack.replace(/pack$/, 'idx'));
    git('index-pack', ...indexOptions, '-o', pack.replace(/pack$/, 'idx'), pack);
  }

  function remove(which: RegExp): void {
    for (const name of readdirSync(packs)) if (which.test(`pack/${name}`)) rmSync(join(packs, name), { force: true });
  }

  function lend(): void {
    git('repack', '-adfq');
    const lender = join(folder.path, 'lent "objects"');
    renameSync(join(gitFolder, 'objects'), lender);
    mkdirSync(join(gitFolder, 'objects/info'), { recursive: true });
    writeFileSync(join(gitFolder, 'objects/info/alternates'), `# borrowed\n"${lender.replaceAll('"', '\\"')}"\n`);
    // In a circle.
    writeFileSync(join(lender, 'info/alternates'), `${join(gitFolder, 'objects')}\n`);
    edit(1);
  }

  git('init', '-q', '-b', 'main', ...options.filter((option) => option !== '--empty'));
  if (!options.includes('--empty')) {
    edit(12);
    git('tag', '-am', 'The first.', 'v1');
  }
  return { gitFolder, git, edit, indexAgain, remove, lend, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

/** An object in a line. */
export function summaryOf(type: string, bytes: Uint8Array): string {
  return `${type} ${bytes.length} ${createHash('sha1').update(bytes).digest('hex')}`;
}

/** Every object as `git cat-file` has it, by its id. */
export function allObjects(gitFolder: string): ReadonlyMap<string, string> {
  const out = execFileSync('git', [`--git-dir=${gitFolder}`, 'cat-file', '--batch-all-objects', '--batch'], {
    maxBuffer: 1 << 28,
  });
  const objects = new Map<string, string>();
  for (let at = 0; at < out.length; ) {
    const newline = out.indexOf(10, at);
    const [id, type, size] = out.toString('latin1', at, newline).split(' ') as [string, string, string];
    const end = newline + 1 + Number(size);
    objects.set(id, summaryOf(type, out.subarray(newline + 1, end)));
    at = end + 1;
  }
  return objects;
}
