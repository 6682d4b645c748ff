/** The command line as tests call it, in a process of its own or in theirs: its words, its exit code, and all that it said. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** What a process said and how it ended. */
export interface SpawnedResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process that runs. */
export interface Spawned {
  readonly process: ChildProcess;
  /** Settles when stdout and stderr together hold the text. */
  saying(text: string): Promise<void>;
  readonly result: Promise<SpawnedResult>;
}

/** Where a process runs, and the whole of its environment beside PATH and HOME. */
export interface SpawnedOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts `leasehold` from its sources. */
export function spawned(words: readonly string[], { cwd, env = {} }: SpawnedOptions = {}): Spawned {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [MAIN, ...words], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  const waiting = new Set<() => void>();
  for (const [name, stream] of [
    ['out', child.stdout],
    ['err', child.stderr],
  ] as const) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      for (const look of waiting) look();
    });
  }
  const result = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, ...said }));
  const saying = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if ((said.out + said.err).includes(text)) resolve();
      };
      waiting.add(look);
      look();
      void result.then(() => reject(new Error(`it ended without saying ${JSON.stringify(text)}: ${said.out}${said.err}`)));
    });
  return { process: child, saying, result };
}

/** Runs `leasehold` to its end. */
export function leasehold(words: readonly string[], options?: SpawnedOptions): Promise<SpawnedResult> {
  return spawned(words, options).result;
}

/** Runs `leasehold` in this process, in the current folder: quicker, for what neither takes signals nor starts anything. */
export async function called(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<SpawnedResult> {
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err'): { write(text: string): void; on(): void } => ({
    write: (text) => {
      said[name] += text;
    },
    on: () => {},
  });
  const code = await run(words, { env, stdout: stream('out'), stderr: stream('err') });
  return { code, ...said };
}
