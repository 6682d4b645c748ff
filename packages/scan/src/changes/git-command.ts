/** Git as a command of which nothing but its answer is wanted: no hook, no monitor, no prompt, and no connection unless one is asked for. */

import { spawn, spawnSync } from 'node:child_process';
import { UpstreamError } from '@leasehold/core';

/** Variables of a process. */
export type Env = Readonly<Record<string, string | undefined>>;

/** One way of calling git. */
export interface Git {
  /**
   * Runs it to its end.
   *
   * @param words - with the subcommand first; never put together by a shell
   * @param input - what it reads
   * @param most - bytes that it may answer
   * @throws UpstreamError `ERR_LINT_GIT` when git is not there, fails or takes too long
   */
  run(words: readonly string[], input?: string, most?: number): Buffer;
  /**
   * The same beside other work, with nothing to read.
   *
   * @param signal - ends it
   */
  begin(words: readonly string[], signal?: AbortSignal): Promise<Buffer>;
  /**
   * Begins one that answers as it is asked.
   *
   * @param heard - called with each piece of its answers
   * @param over - called once when no more will come, whatever the reason
   */
  converse(words: readonly string[], heard: (piece: Buffer) => void, over: () => void): Conversation;
}

/** A git that waits for what it is asked. */
export interface Conversation {
  ask(text: string): void;
  /** Lets it wait with its answers, or go on. */
  pause(): void;
  resume(): void;
  /** Ends it, whatever it still has to say. */
  end(): void;
}

/** Where git runs and what it may do there. */
export interface GitGround {
  readonly cwd: string;
  readonly env: Env;
  /** The folder of the repository, where it is not to be found from `cwd`. */
  readonly gitFolder?: string;
  /** Whether it may connect to other machines. */
  readonly connects?: boolean;
  /** Configuration beside that of the user and of the repository; handed over in variables, which no list of processes shows. */
  readonly settings?: readonly (readonly [key: string, value: string])[];
}

/** Reading takes seconds; this is for disks that hang. */
const READ_MS = 600_000;
const CONNECT_MS = 180_000;
/** Most that one call may answer. */
const MOST_BYTES = 1 << 30;

/** Variables that say where the repository is: a hook gets them from the git that runs it, with the index that is to be committed. */
const PLACE =
  /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|PREFIX)$/;
/** Variables of the user's that say how git is set up and how it connects. */
const SET_UP = /^GIT_(?:CONFIG.*|SSH.*|SSL_.*|HTTP_.*|PROXY_.*|ASKPASS|EXEC_PATH)$/;

/** Everything that a repository could make git run, and everything that changes the form of an answer. */
const SAFE: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  // The files of a repository that belongs to somebody else are only read.
  'safe.directory=*',
  'log.showSignature=false',
  'log.showRoot=true',
  'log.mailmap=false',
  'diff.renames=false',
  'diff.relative=false',
  'color.ui=false',
  'diff.ignoreSubmodules=none',
].flatMap((setting) => ['-c', setting]);

/** Makes the ways of calling git. */
export function newGit({ cwd, env, gitFolder, connects = false, settings = [] }: GitGround): Git {
  const variables = { ...cleaned(env, gitFolder), ...settingVariables(env, settings), ...fixed(connects) };
  return {
    run(words, input = '', most = MOST_BYTES) {
      const { error, status, signal, stdout, stderr } = spawnSync('git', [...SAFE, ...words], {
        cwd,
        env: variables,
        input,
        maxBuffer: most,
        timeout: connects ? CONNECT_MS : READ_MS,
        killSignal: 'SIGKILL',
        windowsHide: true,
      });
      if (error === undefined && status === 0) return stdout;
      throw failure(words.find((word, at) => !word.startsWith('-') && words[at - 1] !== '-c') ?? '', error, signal, stderr);
    },
    begin: (words, ended) =>
      new Promise((resolve, reject) => {
        const child = spawn('git', [...SAFE, ...words], {
          cwd,
          env: variables,
          stdio: ['ignore', 'pipe', 'pipe'],
          timeout: connects ? CONNECT_MS : READ_MS,
          killSignal: 'SIGKILL',
          windowsHide: true,
          ...(ended === undefined ? {} : { signal: ended }),
        });
        const said = newGatherer();
        const complained: Buffer[] = [];
        child.stdout.on('data', said.add);
        child.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
        child.on('error', (error) => reject(failure(words[0] ?? '', error, null, null)));
        child.on('close', (status, signal) => {
          if (status === 0) resolve(said.all());
          else reject(failure(words[0] ?? '', undefined, signal, Buffer.concat(complained)));
        });
      }),
    converse(words, heard, over) {
      const stdio = ['pipe', 'pipe', 'ignore'] as const;
      const child = spawn('git', [...SAFE, ...words], {
        cwd,
        env: variables,
        stdio: [...stdio],
        timeout: READ_MS,
        killSignal: 'SIGKILL',
        windowsHide: true,
      });
      child.stdout.on('data', heard);
      // It went away before it had read all that it was asked: its end is told below.
      child.stdin.on('error', () => {});
      // Where there is no git it ends as well.
      child.on('error', () => {});
      child.on('close', over);
      return {
        ask: (text) => void child.stdin.write(text),
        pause: () => void child.stdout.pause(),
        resume: () => void child.stdout.resume(),
        end: () => void child.kill('SIGKILL'),
      };
    },
  };
}

/** Puts pieces together as they come: a piece that is kept would keep 64 KiB, however short it is. */
function newGatherer(): { add(piece: Buffer): void; all(): Buffer } {
  // Grows in place.
  const memory = new ArrayBuffer(1 << 20, { maxByteLength: MOST_BYTES });
  let length = 0;
  return {
    add(piece) {
      const end = length + piece.length;
      if (end > memory.byteLength) memory.resize(Math.min(MOST_BYTES, Math.max(end, 2 * memory.byteLength)));
      new Uint8Array(memory).set(piece, length);
      length = end;
    },
    all: () => Buffer.from(memory, 0, length),
  };
}

function cleaned(env: Env, gitFolder: string | undefined): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) continue;
    const foreign = name.startsWith('GIT_') && !SET_UP.test(name) && (gitFolder !== undefined || !PLACE.test(name));
    if (!foreign) kept[name] = value;
  }
  return gitFolder === undefined ? kept : { ...kept, GIT_DIR: gitFolder };
}

/** Appends settings to those that the environment has. */
function settingVariables(env: Env, settings: readonly (readonly [string, string])[]): Record<string, string> {
  if (settings.length === 0) return {};
  const from = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(from + settings.length) };
  for (const [at, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${from + at}`] = key;
    variables[`GIT_CONFIG_VALUE_${from + at}`] = value;
  }
  return variables;
}

/** An object that is missing is missing: a partial clone fetches nothing behind our back, and `ext::` is no way to connect. */
function fixed(connects: boolean): Readonly<Record<string, string>> {
  return {
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: connects ? 'file:git:http:https:ssh' : 'none',
  };
}

function failure(command: string, error: Error | undefined, signal: string | null, stderr: Buffer | null): UpstreamError {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT') {
    return new UpstreamError('git is needed for this, and is not on the path', {
      code: 'ERR_LINT_GIT',
      retryable: false,
      help: 'install git, or lint files and folders by their names',
    });
  }
  const said = code ?? signal ?? firstComplaint(stderr?.toString('utf8') ?? '');
  return new UpstreamError(`\`git ${command}\` failed: ${said}`, {
    code: 'ERR_LINT_GIT',
    retryable: false,
    help: 'run the same by hand to see more',
    cause: error,
  });
}

/** What git complained of, without what an address may carry before its host. */
function firstComplaint(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const line = lines.find((candidate) => /^(?:fatal|error):/.test(candidate)) ?? lines.find((candidate) => candidate !== '');
  return (line ?? 'it said nothing').replace(/^(?:fatal|error): /, '').replace(/\/\/[^/\s]*@/g, '//***@');
}
