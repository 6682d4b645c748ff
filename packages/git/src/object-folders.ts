/** Every folder that a repository has objects in: its own, and those that it borrows from. */

import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textOf } from './git-folder.ts';

/** How many folders there may be; alternates may lead in circles, or without end. */
const MOST = 64;

/** Follows `info/alternates` (gitrepository-layout, "objects/info/alternates") from folder to folder, each once. */
export function objectFolders(own: string): readonly string[] {
  const folders: string[] = [];
  const known = new Set<string>();
  const waiting = [own];
  for (let folder = waiting.shift(); folder !== undefined && folders.length < MOST; folder = waiting.shift()) {
    const real = realOf(folder);
    if (real === undefined || known.has(real)) continue;
    known.add(real);
    folders.push(folder);
    for (const line of (textOf(join(folder, 'info/alternates')) ?? '').split('\n')) {
      if (line !== '' && !line.startsWith('#')) waiting.push(resolve(folder, unquoted(line)));
    }
  }
  return folders;
}

function realOf(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

/** A path with special characters stands in quotes, as in C. */
function unquoted(line: string): string {
  if (!/^".*"$/.test(line)) return line;
  const bytes = line
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    );
  return /^[\0-\x7f]*$/.test(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8');
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
