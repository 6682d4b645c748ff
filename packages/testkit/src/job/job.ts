/** One job as the runner runs it: actions and plain steps that share an environment, posts in reverse order at the end. */

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Claims } from '@leasehold/core';
import { githubClaims } from '../issuer/github-claims.ts';
import type { Issuer } from '../issuer/issuer.ts';
import { inheritedEnv, inputEnv, type JobFolders, jobEnv, withPaths } from './job-env.ts';
import { visibleLog } from './log-commands.ts';
import { type Kill, type Ran, runStep } from './step.ts';

export interface JobOptions {
  /** Where ID tokens come from; without one the job has no `id-token: write`. */
  readonly issuer?: Issuer;
  /** The job's claims, those of the issuer by default. */
  readonly claims?: Claims;
  /** `env` of the workflow. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder that is there already; a new one by default. */
  readonly workspace?: string;
  /** The event that started the run. */
  readonly event?: object;
  /** The Node that runs actions; the one of this process by default. */
  readonly node?: string;
}

/** One use of an action: absolute paths of its bundles, and what `with` and `env` say. */
export interface ActionStep extends Kill {
  readonly entry: { readonly main: string; readonly post?: string };
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  /** The environment of the next step, the job's own variables included. */
  readonly env: Readonly<Record<string, string>>;
  readonly folders: JobFolders;
  /** Runs main, and keeps post for the end. */
  step(action: ActionStep): Promise<Ran>;
  /** Runs a `run:` step with `bash -e -o pipefail`. */
  run(command: string, env?: Readonly<Record<string, string>>): Promise<Ran>;
  /** Runs the posts, last in first out, whatever happened before. */
  finish(kill?: Kill): Promise<readonly Ran[]>;
  /** Markdown of all steps. */
  readonly summary: string;
  /** Everything that was printed, as people see it: masked. */
  readonly log: string;
  /** Deletes the job's folders. */
  close(): Promise<void>;
}

/**
 * Starts a job; {@link Job.close} it, or bind it with `await using`.
 *
 * @example
 * await using job = await startJob({ issuer });
 * const main = await job.step({ entry, inputs: { lease: 'deploy-site' } });
 * await job.run('test "$AWS_REGION" = eu-west-1');
 * const [post] = await job.finish();
 */
export async function startJob(options: JobOptions = {}): Promise<Job & AsyncDisposable> {
  const folders = await newFolders(options.workspace);
  const runner = jobEnv(folders, options.claims ?? options.issuer?.claims ?? githubClaims(), options.issuer);
  await writeFile(runner.GITHUB_EVENT_PATH ?? '', JSON.stringify(options.event ?? {}));
  const node = options.node ?? process.execPath;
  const posts: {
    readonly file: string;
    readonly env: Readonly<Record<string, string>>;
    readonly state: Readonly<Record<string, string>>;
  }[] = [];
  const masks: string[] = [];
  let set: Record<string, string> = {};
  let paths: string[] = [];
  let summary = '';
  let log = '';

  // What the runner sets itself cannot be overridden through GITHUB_ENV.
  const current = (): Record<string, string> => {
    const env: Record<string, string> = { ...inheritedEnv(), ...options.env, ...set };
    return { ...env, PATH: withPaths(env.PATH, paths), ...runner };
  };

  async function keep(step: Promise<Ran>): Promise<Ran> {
    const ran = await step;
    set = { ...set, ...ran.env };
    paths = [...ran.paths.toReversed(), ...paths];
    summary += ran.summary;
    log += visibleLog(`${ran.stdout}${ran.stderr}`, masks);
    return ran;
  }

  const close = (): Promise<void> => rm(folders.root, { recursive: true, force: true, maxRetries: 3 });
  return {
    get env() {
      return current();
    },
    folders,
    async step({ entry, inputs = {}, env = {}, ...kill }) {
      const own = { ...env, ...inputEnv(inputs), GITHUB_ACTION_PATH: dirname(dirname(entry.main)) };
      const ran = await keep(runStep([node, entry.main], { ...current(), ...own }, folders, kill));
      if (entry.post !== undefined) posts.push({ file: entry.post, env: own, state: ran.state });
      return ran;
    },
    run: (command, env = {}) =>
      keep(
        runStep(['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', command], { ...current(), ...env }, folders, {}),
      ),
    async finish(kill = {}) {
      const ran: Ran[] = [];
      for (let post = posts.pop(); post; post = posts.pop()) {
        const state = Object.fromEntries(Object.entries(post.state).map(([key, value]) => [`STATE_${key}`, value]));
        ran.push(await keep(runStep([node, post.file], { ...current(), ...post.env, ...state }, folders, kill)));
      }
      return ran;
    },
    get summary() {
      return summary;
    },
    get log() {
      return log;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function newFolders(workspace: string | undefined): Promise<JobFolders> {
  // The temporary folder may be a link, and a step sees where it leads.
  const root = await realpath(await mkdtemp(join(tmpdir(), 'job-')));
  const folders = {
    root,
    workspace: workspace ?? join(root, 'site'),
    temp: join(root, '_temp'),
    tools: join(root, '_tool'),
    home: join(root, '_home'),
    commands: join(root, '_temp', '_runner_file_commands'),
  };
  await Promise.all(
    [...Object.values(folders), join(folders.temp, '_github_workflow')].map((folder) => mkdir(folder, { recursive: true })),
  );
  return folders;
}
