/** nektos/act, an independent implementation of the Actions runner, in host mode on loopback: one repository, one run. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const HERE: string = import.meta.dirname;
const CHECKOUT: string = join(HERE, '../..');
/** What a tag of the repository is to a runner; sources, tests and packages play no part. */
const PUBLISHED = ['action.yml', 'actions', '.github/workflows'];

const PATIENCE_MS = 60_000;

/** The run as the jobs see it; a real one in all but the number. */
export const RUN = { id: '7812345678', attempt: '2' } as const;

/** What {@link startRun} is told. */
export interface RunOptions {
  /** Files of the repository that the run belongs to: path to content. */
  readonly files: Readonly<Record<string, string>>;
  /** Path of the workflow in that repository. */
  readonly workflow: string;
  readonly event?: string;
  /** Variables that the steps see. */
  readonly env: Readonly<Record<string, string>>;
  /** Variables of the repository, as `vars`. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Which `uses:` mean this checkout. */
  readonly published?: readonly string[];
}

/** A run under way. */
export interface Run {
  /** Everything printed so far, as the log of the run shows it. */
  log(): string;
  /** Resolves when the log holds the text; rejects when the run is over before. */
  seen(text: string | RegExp): Promise<void>;
  /** A signal to the runner itself. */
  signal(name: NodeJS.Signals): void;
  /** Exit code, or the signal that ended the runner; rejects with the log when the run takes longer than a minute. */
  readonly over: Promise<number | NodeJS.Signals>;
  /** Folder of the run: its home, its temporary folder, its caches; what is left there is what a self-hosted runner keeps. */
  readonly folder: string;
  /** Deletes the folder. */
  remove(): void;
}

/** Whether this machine can run it: go builds it, and the workflows call the AWS CLI; with `LEASEHOLD_REAL=required` one that cannot fails instead of skipping. */
export function runnerAvailable(): boolean {
  const missing = ['go', 'git', 'aws'].filter((name) => spawnSync('which', [name]).status !== 0);
  if (missing.length > 0 && process.env.LEASEHOLD_REAL === 'required') {
    throw new Error(`a real runner is required: no ${missing.join(', ')}`);
  }
  return missing.length === 0;
}

/** Path of the runner; built at the first call on a machine. */
export function installRunner(): string {
  return execFileSync(join(HERE, 'act/install.sh'), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}

/** Starts one run. The clean environment is the runner's whole environment: in host mode it would hand on all of it. */
export function startRun(runner: string, options: RunOptions): Run {
  const folder = mkdtempSync(join(tmpdir(), 'leasehold-run-'));
  const repository = join(folder, 'repository');
  makeRepository(repository, options.files);
  const action = join(folder, 'action');
  publishCheckout(action);
  const home = join(folder, 'home');
  mkdirSync(home);
  mkdirSync(join(folder, 'tmp'));
  const child = spawn(runner, argumentsFor(options, repository, action, folder), {
    cwd: repository,
    env: {
      HOME: home,
      TMPDIR: join(folder, 'tmp'),
      PATH: `${join(HERE, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return observe(child, folder);
}

function argumentsFor(options: RunOptions, repository: string, action: string, folder: string): string[] {
  const env: Record<string, string> = {
    GITHUB_RUN_ID: RUN.id,
    GITHUB_RUN_ATTEMPT: RUN.attempt,
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_REPOSITORY_ID: '123456',
    GITHUB_REPOSITORY_OWNER_ID: '7890',
    GITHUB_ACTOR_ID: '4242',
    GITHUB_WORKFLOW_REF: `acme/site/${options.workflow}@refs/heads/main`,
    RUNNER_NAME: 'GitHub Actions 12',
    RUNNER_ENVIRONMENT: 'github-hosted',
    ...options.env,
  };
  return [
    options.event ?? 'push',
    ...['--directory', repository, '--workflows', options.workflow, '--platform', 'ubuntu-latest=-self-hosted'],
    ...['--rm', '--no-cache-server', '--pull=false', '--action-cache-path', join(folder, 'cache'), '--actor', 'octo-dev'],
    ...(options.published ?? ['leasehold/leasehold@v1']).flatMap((name) => ['--local-repository', `${name}=${action}`]),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...Object.entries(options.vars ?? {}).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
  ];
}

/** A repository with one commit and a remote that nobody asks: the runner reads owner, name, ref and commit from it. */
function makeRepository(path: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd: path,
      stdio: 'ignore',
      env: { PATH: process.env.PATH, HOME: path, GIT_CONFIG_NOSYSTEM: '1' },
    });
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', 'https://github.com/acme/site.git');
  git('add', '.');
  git('commit', '-q', '-m', 'site');
}

function publishCheckout(to: string): void {
  mkdirSync(to, { recursive: true });
  const there = new Set(readdirSync(CHECKOUT));
  for (const name of PUBLISHED) {
    if (!there.has(name.split('/')[0] ?? name)) continue;
    cpSync(join(CHECKOUT, name), join(to, name), { recursive: true, filter: (path) => !/\/(node_modules|src)$/.test(path) });
  }
}

function observe(child: ChildProcess, folder: string): Run {
  let text = '';
  let ended = false;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const check of [...waiting]) check();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      wake();
    });
  }
  const over = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the run is still under way:\n${text}`)), PATIENCE_MS);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(late);
      ended = true;
      wake();
      resolve(code ?? signal ?? 'SIGKILL');
    });
  });
  return {
    log: () => text,
    seen: (wanted) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) resolve();
          else if (ended) reject(new Error(`the run ended before its log held \`${wanted}\`:\n${text}`));
          else return;
          waiting.delete(check);
        };
        waiting.add(check);
        check();
      }),
    signal: (name) => void child.kill(name),
    over,
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
