/** The answer of `git log` and `git diff` in their raw form, as data. */

/** A version of a file: mode as it is written, id of the content. */
export interface Side {
  readonly mode: string;
  readonly id: string;
}

/** One path that changed. */
export interface Change {
  /** From the top of the repository, latin1. */
  readonly path: string;
  /** The version before, one a parent; absent versions are not among them. */
  readonly before: readonly Side[];
  /** The version after; undefined when the file was deleted. */
  readonly after: Side | undefined;
  /** Whether the index holds several versions that wait to be merged. */
  readonly unmerged: boolean;
}

/** A commit and what it changed: of a merge only what is as in none of its parents. */
export interface ChangingCommit {
  /** Empty for changes that belong to no commit. */
  readonly id: string;
  readonly changes: readonly Change[];
}

/** Words that make git answer in the form that is read here. */
export const RAW_WORDS: readonly string[] = ['--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', '--no-textconv'];

const ABSENT = '000000';

/**
 * Reads the answer to {@link RAW_WORDS}; that of `git log` has `--format=%H` and `-c`.
 *
 * @see https://git-scm.com/docs/git-diff#_raw_output_format
 */
export function readRawOutput(answer: Buffer): readonly ChangingCommit[] {
  const tokens = answer.toString('latin1').split('\0');
  const commits: { id: string; changes: Change[] }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] ?? '').replace(/^\n/, '');
    if (token === '') continue;
    if (token.startsWith(':')) {
      at++;
      const changes = commits.at(-1)?.changes ?? newest(commits);
      changes.push(changeOf(token, tokens[at] ?? ''));
    } else {
      commits.push({ id: token, changes: [] });
    }
  }
  return commits;
}

function newest(commits: { id: string; changes: Change[] }[]): Change[] {
  const changes: Change[] = [];
  commits.push({ id: '', changes });
  return changes;
}

/** `:100644 100644 <id> <id> M`, with one more colon, mode and id for each further parent. */
function changeOf(text: string, path: string): Change {
  const parents = /^:+/.exec(text)?.[0].length ?? 1;
  const words = text.slice(parents).split(' ');
  const side = (at: number): Side => ({ mode: words[at] ?? ABSENT, id: words[parents + 1 + at] ?? '' });
  const present = ({ mode }: Side): boolean => mode !== ABSENT;
  const after = side(parents);
  return {
    path,
    before: Array.from({ length: parents }, (_, at) => side(at)).filter(present),
    after: present(after) ? after : undefined,
    unmerged: (words.at(-1) ?? '').startsWith('U'),
  };
}
