/** One process that a step runs, and what it left for the runner. */

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileCommands, readFileCommands } from './file-commands.ts';
import type { JobFolders } from './job-env.ts';
import { readMasks } from './log-commands.ts';

/** How one process ended and what it said. */
export interface Ran {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds from the start of the process until it is gone. */
  readonly ms: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Values that it asked the runner to hide. */
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Variables that it set for the steps that follow. */
  readonly env: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  /** Markdown that it added to the job's summary. */
  readonly summary: string;
  /** What the runner would complain about in the files. */
  readonly fileErrors: readonly string[];
}

/** When to end a process before it ends by itself. */
export interface Kill {
  /** Text or pattern that stdout must have shown, or something that must have happened. */
  readonly killAfter?: string | RegExp | Promise<unknown>;
  /** SIGKILL by default, as when the machine is lost; a cancelled run sends SIGINT. */
  readonly signal?: NodeJS.Signals;
}

const FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;

/** Runs one process with fresh files, and reads them however it ended. */
export async function runStep(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
  folders: JobFolders,
  kill: Kill,
): Promise<Ran> {
  const folder = join(folders.commands, randomUUID());
  await mkdir(folder, { recursive: true });
  const paths = Object.fromEntries(FILES.map((name) => [name, join(folder, name.toLowerCase())]));
  await Promise.all(Object.values(paths).map((path) => writeFile(path, '')));
  const ended = await run(command, { ...env, ...paths }, folders.workspace, kill);
  const [outputs, state, variables, added, summary] = await Promise.all(FILES.map((name) => readFile(paths[name] ?? '', 'utf8')));
  await rm(folder, { recursive: true });
  const files = { outputs: commands(outputs), state: commands(state), env: commands(variables) };
  // A step could make later ones run anything through it, so that the runner refuses it.
  const { NODE_OPTIONS: blocked, ...allowed } = files.env.values;
  return {
    ...ended,
    masks: readMasks(ended.stdout),
    outputs: files.outputs.values,
    state: files.state.values,
    env: allowed,
    paths: (added ?? '').split(/\r?\n/).filter((line) => line !== ''),
    summary: summary ?? '',
    fileErrors: [
      ...Object.values(files).flatMap((file) => file.error ?? []),
      ...(blocked === undefined ? [] : ["Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command."]),
    ],
  };
}

function commands(text: string | undefined): FileCommands {
  return readFileCommands(text ?? '');
}

function run(
  [file, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
  cwd: string,
  { killAfter, signal = 'SIGKILL' }: Kill,
): Promise<Pick<Ran, 'code' | 'signal' | 'ms' | 'stdout' | 'stderr'>> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    let killed = false;
    const end = (): void => {
      if (!killed) child.kill(signal);
      killed = true;
    };
    const shown = (): boolean =>
      typeof killAfter === 'string' ? stdout.includes(killAfter) : killAfter instanceof RegExp && killAfter.test(stdout);
    if (killAfter instanceof Promise) killAfter.then(end, reject);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (shown()) end();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, by) => resolve({ code, signal: by, ms: performance.now() - started, stdout, stderr }));
  });
}
