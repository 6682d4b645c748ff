/** The built command as a process: whatever comes in, and however it is cut, it ends with the code that hooks go by. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../repository.ts';
import { madeSecret, secretTree } from './tree.ts';

const CLI = join(ROOT, 'packages/cli/dist/leasehold.js');
const SECRET = madeSecret(7);
const TEXT = `${'some text\n'.repeat(20_000)}TOKEN=${SECRET}\n${'more text\n'.repeat(20_000)}`;

/** Runs lint with this on its standard input, piece by piece. */
async function piped(
  pieces: readonly (string | Uint8Array)[],
  cwd: string,
): Promise<{ readonly code: number; readonly out: string }> {
  const child = spawn(process.execPath, [CLI, 'lint', '--stdin', '--format', 'json'], {
    cwd,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  const closed = once(child, 'close');
  for (const piece of pieces) if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = (await closed) as [number];
  return { code, out };
}

describe('standard input', () => {
  it('is the same however it is cut', async () => {
    using tree = secretTree();
    const at = TEXT.indexOf(SECRET) + 9;
    const bytes = [...TEXT.slice(at - 40, at + 60)];
    const cuts = [[TEXT], [TEXT.slice(0, at), TEXT.slice(at)], [TEXT.slice(0, at - 40), ...bytes, TEXT.slice(at + 60)]];
    const ran = await Promise.all(cuts.map((pieces) => piped(pieces, tree.root)));
    expect(ran.map(({ code }) => code)).toEqual([1, 1, 1]);
    const found = ran.map(({ out }) => JSON.parse(out).findings);
    expect(found[0]).toMatchObject([{ line: 20_001, column: 7 }]);
    expect(found.slice(1)).toEqual([found[0], found[0]]);
  });

  it('may be empty', async () => {
    using tree = secretTree();
    expect((await piped([], tree.root)).code).toBe(0);
  });
});

describe('what cannot be looked into', () => {
  it('is told in one line each, whatever it is called, and is no clean end', () => {
    using tree = secretTree({ 'a.txt': 'nothing' });
    const name = 'x\n::error::y';
    symlinkSync(name, join(tree.root, name));
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'lint', name, 'a.txt', 'not/there'], {
      cwd: tree.root,
      encoding: 'utf8',
    });
    expect(status).toBe(3);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).not.toMatch(/^::/m);
  });
});
