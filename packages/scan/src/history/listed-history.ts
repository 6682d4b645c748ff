/** The history as one run of git lists it, where it cannot be read without git. */

import type { Git } from '../changes/git-command.ts';
import type { MainlineCommit, ObjectHistory, Version } from './object-history.ts';

const NEWLINE = 10;
const SPACE = 32;
const QUESTION = 63;

/** What git is asked: every commit from the oldest on, each followed by the objects that none before it has. */
const WORDS =
  'rev-list --objects --in-commit-order --reverse --timestamp --parents --missing=print --ignore-missing --all HEAD'.split(' ');

/**
 * Lists the history, which takes seconds where there are hundreds of thousands of objects.
 *
 * @throws UpstreamError `ERR_LINT_GIT` when git is not there or fails
 */
export async function listedHistory(git: Git, signal: AbortSignal | undefined): Promise<ObjectHistory> {
  const list = await git.begin(WORDS, signal);

  const text = (from: number, to: number): string => list.toString('latin1', from, to);

  function origins(ids: ReadonlySet<string>): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const heads = new Set([...ids].map((id) => head(Buffer.from(id, 'latin1'), 0)));
    eachLine(list, (start, idEnd, end, _, time) => {
      if (!heads.has(head(list, start))) return;
      const id = text(start, idEnd);
      if (ids.has(id)) found.set(id, time === undefined ? text(Math.min(end, idEnd + 1), end) : '');
    });
    return found;
  }

  function versions(paths: ReadonlySet<string>): ReadonlyMap<string, readonly Version[]> {
    const found = new Map<string, Version[]>([...paths].map((path) => [path, []]));
    const tails = new Set([...paths].map((path) => tail(Buffer.from(path, 'latin1'), 0, path.length)));
    eachLine(list, (start, idEnd, end, commit, time) => {
      if (time !== undefined || !tails.has(tail(list, idEnd + 1, end))) return;
      found.get(text(idEnd + 1, end))?.push({ commit: commit(), content: text(start, idEnd) });
    });
    return found;
  }

  return {
    trace: (ids) => ({ origins: origins(ids), versions }),
    mainline(head) {
      const parents = new Map<string, string>();
      const times = new Map<string, number>();
      eachLine(list, (start, idEnd, end, _, time) => {
        if (time === undefined) return;
        const id = text(start, idEnd);
        times.set(id, time);
        if (end > idEnd) parents.set(id, text(idEnd + 1, Math.min(end, idEnd + 1 + idEnd - start)));
      });
      const line: MainlineCommit[] = [];
      for (let at: string | undefined = head; at !== undefined && line.length <= times.size; at = parents.get(at)) {
        line.push({ id: at, time: times.get(at) ?? 0 });
      }
      return line;
    },
    missing() {
      let missing = 0;
      for (let at = 0; at >= 0 && at < list.length; at = list.indexOf(NEWLINE, at) + 1 || -1)
        if (list[at] === QUESTION) missing++;
      return missing;
    },
    curtailed: () => false,
  };
}

/** Four digits of an id, so that most lines need not become strings. */
function head(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at);
}

/** Length and end of a path, for the same reason. */
function tail(bytes: Buffer, from: number, end: number): number {
  const length = end - from;
  return length < 2 ? length : length * 65536 + (bytes[end - 2] as number) * 256 + (bytes[end - 1] as number);
}

/** Hands every line on: of a commit its time, its id and its parents, of another object its id and a path; a space stands between them. */
function eachLine(
  list: Buffer,
  visit: (start: number, idEnd: number, end: number, commit: () => string, time: number | undefined) => void,
): void {
  let committed = 0;
  let width = 40;
  const commit = (): string => list.toString('latin1', committed, committed + width);
  for (let start = 0; start < list.length; ) {
    const newline = list.indexOf(NEWLINE, start);
    const end = newline < 0 ? list.length : newline;
    if (list[start] !== QUESTION) {
      const idEnd = endOfId(list, start, end);
      if (idEnd > 0) visit(start, idEnd, end, commit, undefined);
      else {
        const space = list.indexOf(SPACE, start);
        const next = list.indexOf(SPACE, space + 1);
        committed = space + 1;
        width = (next < 0 || next > end ? end : next) - committed;
        visit(committed, committed + width, end, commit, Number(list.toString('latin1', start, space)));
      }
    }
    start = end + 1;
  }
}

/** An id has 40 digits, or 64; a time has fewer, so that a commit has no space there. */
function endOfId(list: Buffer, start: number, end: number): number {
  for (const length of [40, 64])
    if (start + length === end || (start + length < end && list[start + length] === SPACE)) return start + length;
  return -1;
}
