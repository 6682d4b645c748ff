/** One whole process, measured: wall, processor time and memory. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process cost. */
export interface Cost {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of processor time, in user and in kernel mode, its children included. */
  readonly cpu: number;
  /** Most memory that one of its processes held, in mebibytes; 0 where the system does not tell. */
  readonly memory: number;
}

/** A command to measure. */
export interface Command {
  readonly words: readonly string[];
  readonly cwd?: string;
  /** Codes with which it may end: scanners say by it whether they found something. */
  readonly codes?: readonly number[];
}

const POLL_MS = 4;

/**
 * Runs a command to its end, its output thrown away.
 *
 * @throws Error when it ends with another code than those it may: a failure would be quick
 */
export async function costOf({ words, cwd, codes = [0] }: Command): Promise<Cost> {
  // The shell tells what its children took, to the millisecond and on every system that has one.
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1';
  const child = spawn('bash', ['-c', script, 'bash', ...words], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let report = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    report += text;
  });
  let memory = 0;
  const poll = setInterval(() => {
    memory = Math.max(memory, highWater(child.pid ?? 0));
  }, POLL_MS);
  const code = await new Promise<number | null>((done, failed) => child.on('error', failed).on('close', done));
  clearInterval(poll);
  if (!codes.includes(code ?? -1)) throw new Error(`${words.slice(0, 4).join(' ')} … ended with ${code}`);
  const [wall = 0, user = 0, system = 0] = report.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { wall: 1000 * wall, cpu: 1000 * (user + system), memory };
}

/** The most that a process, or one of those it started, has held so far. */
function highWater(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    const own = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.max(Number(own ?? 0) / 1024, ...children.map((child) => highWater(Number(child))));
  } catch {
    return 0;
  }
}
