/** A repository of somebody who commits: with the packages that they installed, on a path with blanks and letters beyond ASCII. */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { HOOK_TOOLS, NODE_MODULES } from './hook-tools.ts';
import { gitSettings, publish } from './published.ts';

/** What a command said and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly text: string;
}

/** A working tree. */
export interface Project {
  readonly path: string;
  /** Writes files; folders are made. */
  write(files: Readonly<Record<string, string>>): void;
  /** Runs a command in it, or in a folder below. */
  call(words: readonly string[], below?: string, input?: string): Said;
  /** The same, which must end well; its text. */
  run(...words: readonly string[]): string;
}

/** What all projects of a suite stand on. */
export interface HookGround extends Disposable {
  /** A new repository, in which the commands of packages stand below `node_modules` as npm puts them there. */
  project(name: string): Project;
  /** A working tree that is there already. */
  at(path: string): Project;
}

/** Publishes this checkout, and installs it as a package from there. */
export function layHookGround(): HookGround {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'leasehold-hooks-')));
  const [home, published, packages] = ['home', 'published', 'packages'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const env = {
    PATH: [dirname(process.execPath), dirname(HOOK_TOOLS.preCommit), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: home,
    TMPDIR: root,
    GIT_CONFIG_NOSYSTEM: '1',
    npm_config_update_notifier: 'false',
    npm_config_cache: npmCache(),
    NO_COLOR: '1',
  };
  mkdirSync(home);
  writeFileSync(join(home, '.gitconfig'), gitSettings(published));
  publish(published, env);
  mkdirSync(packages);
  install(published, packages, env);
  cpSync(NODE_MODULES, join(packages, 'node_modules'), { recursive: true, verbatimSymlinks: true });

  const at = (path: string): Project => {
    const call = (words: readonly string[], below = '.', input = ''): Said => {
      const [command = '', ...rest] = words;
      const { status, stdout, stderr, error } = spawnSync(command, rest, {
        cwd: join(path, below),
        env,
        encoding: 'utf8',
        input,
      });
      if (error) throw error;
      return { code: status, text: stdout + stderr };
    };
    return {
      path,
      call,
      write(files) {
        for (const [name, content] of Object.entries(files)) {
          mkdirSync(dirname(join(path, name)), { recursive: true });
          writeFileSync(join(path, name), content);
        }
      },
      run(...words) {
        const { code, text } = call(words);
        if (code !== 0) throw new Error(`\`${words.join(' ')}\` ended with ${code}:\n${text}`);
        return text;
      },
    };
  };
  return {
    at,
    project(name) {
      const path = join(root, 'Meine Projekte', `${name} für Übung`);
      mkdirSync(path, { recursive: true });
      const project = at(path);
      project.run('git', 'init', '--quiet');
      symlinkSync(join(packages, 'node_modules'), join(path, 'node_modules'));
      project.write({ '.gitignore': 'node_modules\n', 'package.json': '{ "private": true }\n', 'README.md': '# a\n' });
      project.run('git', 'add', '.');
      project.run('git', 'commit', '--quiet', '--message', 'begin');
      return project;
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** As a tag is packed and installed; no registry is asked, since there is nothing to depend on. */
function install(published: string, packages: string, env: Readonly<Record<string, string>>): void {
  writeFileSync(join(packages, 'package.json'), '{ "private": true }\n');
  const npm = (cwd: string, ...words: readonly string[]): string => execFileSync('npm', words, { cwd, env, encoding: 'utf8' });
  const packed = npm(published, 'pack', '--silent', '--pack-destination', packages).trim();
  npm(packages, 'install', '--offline', '--silent', '--no-save', '--no-package-lock', join(packages, packed));
}

/** What `npm ci` of this checkout has downloaded already. */
function npmCache(): string {
  return execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim();
}
