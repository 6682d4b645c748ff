/** What secret-lint is measured on, and beside what. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '@leasehold/checks';
import type { Command } from './process.ts';

/** Commands that do the same work, the reference first. */
export interface LintCase {
  readonly title: string;
  readonly commands: readonly { readonly name: string; readonly command: Command }[];
}

/** What the machine has to measure with. */
export interface Corpora {
  /** A scratch folder. */
  readonly scratch: string;
  /** Folders of files. */
  readonly trees: readonly string[];
  /** Git repositories, bare or not. */
  readonly histories: readonly string[];
  /** The program of kingfisher, the quickest scanner at hand. */
  readonly kingfisher?: string;
}

const LINT = [process.execPath, join(import.meta.dirname, '../packages/cli/dist/leasehold.js'), 'lint'];
const FOUND = [0, 1];
/** What kingfisher ends with when it found something. */
const PEER_FOUND = [0, 200, 205];
const KEYWORDS = 430;
const COMMITS = 50;

const leasehold = (words: readonly string[], cwd: string) => ({
  name: 'leasehold lint',
  command: { words: [...LINT, ...words], cwd, codes: FOUND },
});

/** Small runs, over bare node: what a hook or a small repository waits for. */
export function smallCases({ scratch }: Corpora): readonly LintCase[] {
  const bare = join(scratch, 'empty.mjs');
  writeFileSync(bare, '');
  const node = { name: 'bare node', command: { words: [process.execPath, bare] } };
  const staged = newRepository(scratch);
  return [
    { title: 'an empty folder', commands: [node, leasehold([], mkdtempSync(join(scratch, 'none-')))] },
    { title: 'one staged file', commands: [node, leasehold(['--staged'], staged)] },
  ];
}

/** A folder of files, over ripgrep with literal words, and over bare node. */
export function treeCase({ scratch, kingfisher }: Corpora, folder: string): LintCase {
  const words = join(scratch, 'keywords.txt');
  writeFileSync(words, `${keywords().join('\n')}\n`);
  const bare = join(scratch, 'empty.mjs');
  return {
    title: `tree ${folder}`,
    commands: [
      { name: `ripgrep, ${KEYWORDS} words`, command: { words: ['rg', '-c', '-i', '-F', '-f', words, folder], codes: FOUND } },
      leasehold(['.'], folder),
      { name: 'bare node', command: { words: [process.execPath, bare] } },
      ...peer(kingfisher, [folder, '--git-history', 'none']),
    ],
  };
}

/** A whole history, over git's own reading of every object, and of every change. */
export function historyCases({ kingfisher }: Corpora, repository: string): readonly LintCase[] {
  const git = (name: string, ...words: string[]) => ({ name, command: { words: ['git', '-C', repository, ...words] } });
  const bare = { name: 'bare node', command: { words: [process.execPath, '-e', '0'] } };
  return [
    {
      title: `history of ${repository}`,
      commands: [
        git('git cat-file, every object', 'cat-file', '--batch-all-objects', '--batch'),
        leasehold(['--history', repository], repository),
        // Where weak findings do not fail, what only its surroundings tell is looked for in the newest version alone.
        {
          ...leasehold(['--history', repository, '--fail-on', 'heuristic'], repository),
          name: 'leasehold lint, every rule in every version',
        },
        git('git log -p', 'log', '-p', '--all'),
        ...peer(kingfisher, [repository]),
      ],
    },
    {
      title: `${COMMITS} commits of ${repository}`,
      commands: [bare, leasehold(['--range', `HEAD~${COMMITS}..HEAD`], repository)],
    },
  ];
}

function peer(program: string | undefined, words: readonly string[]): LintCase['commands'] {
  if (program === undefined) return [];
  const quiet = ['--no-validate', '--no-update-check'];
  return [{ name: 'kingfisher', command: { words: [program, 'scan', ...words, ...quiet], codes: PEER_FOUND } }];
}

/** Literals as a keyword gate has them: what our rules' values begin with, and the words that stand near them. */
function keywords(): readonly string[] {
  const all = RULES.flatMap(({ prefixes, near = [] }) => [...prefixes, ...near]).filter((word) => word.length >= 3);
  return [...new Set(all.map((word) => word.toLowerCase()))].slice(0, KEYWORDS);
}

/** A repository in which one file waits to be committed. */
function newRepository(scratch: string): string {
  const folder = mkdtempSync(join(scratch, 'staged-'));
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.invalid', ...words], { cwd: folder });
  git('init', '-q');
  writeFileSync(join(folder, 'main.ts'), "console.log('one');\n");
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  writeFileSync(join(folder, 'main.ts'), "console.log('two');\n");
  git('add', '.');
  return folder;
}
