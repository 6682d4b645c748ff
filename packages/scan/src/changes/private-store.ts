/** A repository of our own beside the user's, which reads its objects and keeps what is fetched: the checkout stays as it is. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openable, readable } from '../byte-path.ts';
import type { Repository } from '../repository.ts';
import { type Env, type Git, newGit } from './git-command.ts';
import { shallowCommits } from './shallow.ts';

/** The private repository. */
export interface PrivateStore {
  readonly gitFolder: string;
  /** Reads in it. */
  readonly git: Git;
  /** Reads and fetches in it, as the user's repository would. */
  readonly connected: Git;
  /** Where its history is cut off, by now. */
  shallow(): ReadonlySet<string>;
  [Symbol.dispose](): void;
}

/** What of the user's configuration says how to connect; aliases, filters and hooks are none of it. */
const CONNECTION =
  /^(?:http|https|credential|url|ssh|core\.(?:sshcommand|gitproxy|askpass)|remote\.origin\.(?:url|proxy|proxyauthmethod))(?:\.|$)/;

/**
 * Makes the repository in a temporary folder, with the user's objects as alternates.
 *
 * The user's own configuration is handed on as far as it says how to connect, with what `actions/checkout` persisted.
 *
 * @param tip - a commit that is at hand, so that the other side need not send what it holds; undefined when there is none
 */
export function privateStore(repository: Repository, cwd: string, env: Env, tip: string | undefined): PrivateStore {
  const gitFolder = mkdtempSync(join(tmpdir(), 'leasehold-git-'));
  const common = repository.commonFolder;
  try {
    mkdirSync(join(gitFolder, 'objects', 'info'), { recursive: true });
    mkdirSync(join(gitFolder, 'refs', 'heads'), { recursive: true });
    writeFileSync(join(gitFolder, 'objects', 'info', 'alternates'), openable(`${quoted(`${common}/objects`)}\n`));
    writeFileSync(join(gitFolder, 'HEAD'), 'ref: refs/heads/at-hand\n');
    writeFileSync(join(gitFolder, 'config'), `[core]\n\tbare = true\n${formatOf(common)}`);
    const shallow = shallowCommits(common);
    if (shallow.size > 0) writeFileSync(join(gitFolder, 'shallow'), `${[...shallow].join('\n')}\n`);
    if (tip !== undefined) writeFileSync(join(gitFolder, 'refs', 'heads', 'at-hand'), `${tip}\n`);
  } catch (error) {
    rmSync(gitFolder, { recursive: true, force: true });
    throw error;
  }
  const settings = [...connection(cwd, env), ...PROMISOR];
  return {
    gitFolder,
    git: newGit({ cwd, env, gitFolder }),
    connected: newGit({ cwd, env, gitFolder, connects: true, settings }),
    shallow: () => shallowCommits(gitFolder),
    [Symbol.dispose]: () => rmSync(gitFolder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Said beforehand, so that git writes nothing of it down; what is left out is fetched when it is asked for. */
const PROMISOR: readonly (readonly [string, string])[] = [
  ['remote.origin.promisor', 'true'],
  ['remote.origin.partialclonefilter', 'blob:none'],
];

/** Values can be credentials: they go from git to git, and nowhere else. */
function connection(cwd: string, env: Env): readonly (readonly [string, string])[] {
  const answer = newGit({ cwd, env }).run(['config', '--local', '--includes', '--list', '-z']).toString('utf8');
  return answer.split('\0').flatMap((entry) => {
    const cut = entry.indexOf('\n');
    const key = cut < 0 ? entry : entry.slice(0, cut);
    return CONNECTION.test(key) ? [[key, cut < 0 ? 'true' : entry.slice(cut + 1)] as const] : [];
  });
}

/** Whether some of the repository's objects were left out when it was cloned, to be fetched when they are needed. */
export function isPartial({ commonFolder }: Repository): boolean {
  return /^\s*(?:promisor\s*=\s*true|partialclone\s*=)/im.test(configOf(commonFolder));
}

function configOf(common: string): string {
  try {
    return readFileSync(openable(`${common}/config`), 'latin1');
  } catch {
    // Git itself does without one.
    return '';
  }
}

function formatOf(common: string): string {
  const sha256 = /^\s*objectformat\s*=\s*sha256\s*$/im.test(configOf(common));
  return sha256 ? '\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n' : '\trepositoryformatversion = 0\n';
}

/** A line that begins with a quotation mark is read as a quoted one. */
function quoted(path: string): string {
  return path.startsWith('"') || readable(path).includes('\n')
    ? `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
    : path;
}
