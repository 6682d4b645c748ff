/** The hooks as people get them: by pre-commit, husky and lefthook, and written by ourselves, in front of whatever git does with a commit. */

import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretSearch } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { madeSecret } from '../../packages/cli/src/lint/test-tree.ts';
import { read } from '../repository.ts';
import { type HookGround, layHookGround, type Project, type Said } from './hook-project.ts';
import { hookToolsAvailable } from './hook-tools.ts';

interface Front {
  readonly name: string;
  /** Sets it up as its documentation and ours say, in a working tree that has nothing of it yet. */
  readonly install: (project: Project) => void;
  /** What is done again in each working tree, since it lies outside of what git tracks. */
  readonly renew: (project: Project) => void;
}

/** What `hook install` says is to be added where another program is in charge. */
function said(project: Project): string {
  const { code, text } = project.call(['node_modules/.bin/leasehold', 'hook', 'install']);
  expect([code, text]).toEqual([2, expect.stringContaining('not installed')]);
  return `${text
    .split('\n')
    .filter((line) => !/^(?:not installed|add )/.test(line))
    .join('\n')
    .trimEnd()}\n`;
}

/** Changes what is said, as the documentation says that it can be. */
function preCommit(name: string, change: (config: string) => string): Front {
  return {
    name: `pre-commit with ${name}`,
    install: (project) => {
      project.write({ '.pre-commit-config.yaml': 'repos:\n' });
      const config = change(said(project));
      project.write({ '.pre-commit-config.yaml': `repos:\n${config}` });
      project.run('pre-commit', 'install', '--install-hooks');
    },
    renew: () => {},
  };
}

const FRONTS: readonly Front[] = [
  {
    name: 'hook install',
    install: (project) => void project.run('node_modules/.bin/leasehold', 'hook', 'install'),
    renew: () => {},
  },
  preCommit('leasehold-lint', (config) => config),
  preCommit('leasehold-lint-staged', (config) => config.replace('leasehold-lint', 'leasehold-lint-staged')),
  preCommit('a Node of its own', (config) => `${config}        language: node\n        entry: leasehold lint\n`),
  {
    name: 'husky',
    install: (project) => {
      project.run('node_modules/.bin/husky');
      appendFileSync(join(project.path, '.husky/pre-commit'), said(project));
    },
    renew: (project) => void project.run('node_modules/.bin/husky'),
  },
  {
    name: 'lefthook',
    install: (project) => {
      project.write({ 'lefthook.yml': '' });
      project.write({ 'lefthook.yml': said(project) });
      project.run('node_modules/.bin/lefthook', 'install');
    },
    renew: () => {},
  },
];

const LINES = Array.from({ length: 30 }, (_, line) => `SETTING_${line}=${line}\n`);

/** A file of settings with some of its lines changed. */
function settings(changed: Readonly<Record<number, string>> = {}): string {
  return LINES.map((line, at) => changed[at] ?? line).join('');
}

const secret = madeSecret('github-token');
const leak = `GITHUB_TOKEN=${secret}\n`;

describe.skipIf(!hookToolsAvailable())('a hook', () => {
  let ground: HookGround;
  beforeAll(() => {
    ground = layHookGround();
  });
  afterAll(() => ground?.[Symbol.dispose]());

  describe.each(FRONTS)('by $name', ({ name, install, renew }) => {
    let project: Project;
    beforeAll(() => {
      project = ground.project(name);
      install(project);
      project.write({ 'config/prod.env': settings() });
      project.run('git', 'add', '.');
      project.run('git', 'commit', '--quiet', '--message', 'set up');
    });

    /** A commit that must be refused, with the place of the secret and without the secret; everything is as it was before. */
    function refused(tried: () => Said, place: string): void {
      const [head, index] = [project.run('git', 'rev-parse', 'HEAD'), project.run('git', 'ls-files', '--stage')];
      const { code, text } = tried();
      expect([code, text]).toEqual([1, expect.stringContaining(`${place}  GitHub token  [proven, critical]`)]);
      expect(secretSearch(text, secret)).toEqual([]);
      expect(project.run('git', 'rev-parse', 'HEAD')).toBe(head);
      expect(project.run('git', 'ls-files', '--stage')).toBe(index);
      project.run('git', 'reset', '--quiet', '--hard');
    }
    const commit = (...words: readonly string[]): Said => project.call(['git', 'commit', '--message', 'x', ...words]);
    const inHead = (path: string): string => project.run('git', 'show', `HEAD:${path}`);

    it('refuses a commit with a secret, and lets others pass', () => {
      project.write({ 'config/prod.env': settings({ 3: leak }) });
      project.run('git', 'add', '.');
      refused(commit, 'config/prod.env:4:14');
      project.write({ 'config/prod.env': settings({ 3: 'GITHUB_TOKEN=\n' }) });
      project.run('git', 'add', '.');
      expect(commit().code).toBe(0);
    });

    it('refuses a new file whose name could be taken for an option, or has blanks', () => {
      for (const path of ['--help', 'für alle.env']) {
        project.write({ [path]: leak });
        project.run('git', 'add', '.');
        refused(commit, `${path}:1:14`);
      }
    });

    it('sees what `git commit -a` and a commit of single paths take in', () => {
      for (const words of [['--all'], ['config/prod.env'], ['--include', 'config']]) {
        project.write({ 'config/prod.env': settings({ 5: leak }) });
        // The index is as it was before only once the attempt is over.
        refused(() => commit(...words), 'config/prod.env:6:14');
      }
    });

    it('sees what is staged of a file, and not what is not', () => {
      project.write({ 'config/prod.env': settings({ 1: 'SETTING_1=one\n', 28: leak }) });
      project.call(['git', 'add', '--patch'], '.', 'y\nn\n');
      const clean = commit();
      expect(clean.code, clean.text).toBe(0);
      expect(inHead('config/prod.env')).toBe(settings({ 1: 'SETTING_1=one\n' }));
      // What was not staged is back in the file.
      expect(readFileSync(join(project.path, 'config/prod.env'), 'utf8')).toBe(settings({ 1: 'SETTING_1=one\n', 28: leak }));
      project.call(['git', 'add', '--patch'], '.', 'y\n');
      project.write({ 'config/prod.env': settings() });
      refused(commit, 'config/prod.env:29:14');
    });

    it('looks at an amendment, and at the resolution of a merge', () => {
      project.write({ 'config/prod.env': settings({ 7: leak }) });
      project.run('git', 'add', '.');
      refused(() => project.call(['git', 'commit', '--amend', '--no-edit']), 'config/prod.env:8:14');
      expect(project.call(['git', 'commit', '--amend', '--message', 'amended']).code).toBe(0);

      const main = project.run('git', 'branch', '--show-current').trim();
      project.run('git', 'switch', '--quiet', '--create', 'side');
      project.write({ 'config/prod.env': settings({ 9: 'SETTING_9=side\n' }), 'side.txt': 'side\n' });
      project.run('git', 'add', '.');
      project.run('git', 'commit', '--quiet', '--message', 'side');
      project.run('git', 'switch', '--quiet', main);
      project.write({ 'config/prod.env': settings({ 9: 'SETTING_9=main\n' }) });
      project.run('git', 'commit', '--quiet', '--all', '--message', 'main');
      for (const [content, code] of [
        [settings({ 9: leak }), 1],
        [settings({ 9: 'SETTING_9=both\n' }), 0],
      ] as const) {
        expect(project.call(['git', 'merge', 'side']).code).toBe(1);
        project.write({ 'config/prod.env': content });
        project.run('git', 'add', '.');
        if (code === 1) refused(() => project.call(['git', 'commit', '--no-edit']), 'config/prod.env:10:14');
        else expect(project.call(['git', 'commit', '--no-edit']).code).toBe(0);
      }
      expect(project.run('git', 'show', '--no-patch', '--format=%P').trim().split(' ')).toHaveLength(2);
    });

    it('works from a folder below, and in a linked working tree', () => {
      project.write({ 'config/prod.env': settings({ 11: leak }) });
      project.run('git', 'add', '.');
      refused(() => project.call(['git', 'commit', '--message', 'x'], 'config'), 'config/prod.env:12:14');

      const path = join(project.path, '..', `${name} daneben`);
      project.run('git', 'worktree', 'add', '--quiet', '-b', 'beside', path);
      const linked = ground.at(path);
      linked.run('ln', '-s', join(project.path, 'node_modules'), 'node_modules');
      renew(linked);
      linked.write({ 'config/prod.env': settings({ 13: leak }) });
      linked.run('git', 'add', 'config');
      const tried = linked.call(['git', 'commit', '--message', 'x']);
      expect([tried.code, tried.text]).toEqual([1, expect.stringContaining('config/prod.env:14:14  GitHub token')]);
      linked.write({ 'config/prod.env': settings({ 13: 'SETTING_13=linked\n' }) });
      linked.run('git', 'add', 'config');
      expect(linked.call(['git', 'commit', '--message', 'x']).code).toBe(0);
    });
  });

  it('of pre-commit runs by each id on all files, as in CI', () => {
    const project = ground.project('all files');
    const ids = (parse(read('.pre-commit-hooks.yaml')) as readonly { readonly id: string }[]).map(({ id }) => id);
    project.write({ '.pre-commit-config.yaml': 'repos:\n' });
    const hooks = ids.map((id) => `      - id: ${id}\n`).join('');
    project.write({ '.pre-commit-config.yaml': `repos:\n${said(project).replace(/ +- id: .*\n/, hooks)}` });
    project.write({ 'old.env': leak });
    project.run('git', 'add', '.');
    project.run('git', 'commit', '--quiet', '--message', 'before there was a hook');
    const outcome = (id: string): readonly unknown[] => {
      const { code, text } = project.call(['pre-commit', 'run', '--all-files', id]);
      return [code, text.includes('old.env:1:14')];
    };
    // Nothing is staged.
    expect(ids.map((id) => [id, ...outcome(id)])).toEqual([
      ['leasehold-lint', 1, true],
      ['leasehold-lint-staged', 0, false],
      ['leasehold-lint-all', 1, true],
    ]);
  });
});
