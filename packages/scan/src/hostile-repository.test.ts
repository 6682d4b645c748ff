/** Repositories that are made to stop a scan, to lead it astray, or to have it run something. */

import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { exampleMaker, ruleById } from '@leasehold/checks';
import { describe, expect, it } from 'vitest';
import { scanTree } from './scan-tree.ts';
import { type TestTree, testTree } from './test-tree.ts';

const SECRET = ruleById('github-token')?.examples(exampleMaker(5)).positive[0] as string;
const ENV = `TOKEN=${SECRET}\n`;

/** Where a scan of the tree found something. */
async function found(tree: TestTree): Promise<readonly string[]> {
  const report = await scanTree({ cwd: tree.root, paths: ['.'], failOn: 'prefixed' }, { now: () => 0 });
  return report.findings.map(({ at }) => at.path);
}

describe('a repository', () => {
  const GIT: Readonly<Record<string, (tree: TestTree) => void>> = {
    'whose index is noise': ({ write }) => write({ '.git/index': exampleMaker(1).bytes(500) }),
    'whose index tells of more entries than there are': ({ write }) =>
      write({ '.git/index': Buffer.from('DIRC\0\0\0\x02\xff\xff\xff\xff'.padEnd(40, '\0'), 'latin1') }),
    'whose index is a folder': ({ root }) => {
      rmSync(join(root, '.git/index'));
      mkdirSync(join(root, '.git/index'));
    },
    'whose HEAD is gone': ({ root }) => rmSync(join(root, '.git/HEAD')),
    'whose HEAD is a folder': ({ root }) => {
      rmSync(join(root, '.git/HEAD'));
      mkdirSync(join(root, '.git/HEAD'));
    },
    'that is a file which points to itself': ({ root, write }) => {
      rmSync(join(root, '.git'), { recursive: true });
      write({ '.git': 'gitdir: .git\n' });
    },
    'that is a file which points nowhere': ({ root, write }) => {
      rmSync(join(root, '.git'), { recursive: true });
      write({ '.git': `gitdir: ${'../'.repeat(3000)}x\n` });
    },
    'whose common folder is itself, in a loop': ({ write }) => write({ '.git/commondir': '.\n' }),
    'whose common folder is nowhere': ({ write }) => write({ '.git/commondir': '\0/nowhere' }),
    'whose alternates go round': ({ write }) => write({ '.git/objects/info/alternates': '../objects\n.\n' }),
    'whose configuration is noise': ({ write }) =>
      write({ '.git/config': exampleMaker(2).bytes(500), '.git/info/exclude': exampleMaker(3).bytes(500) }),
    'that names a command to run': ({ write, root }) =>
      write({
        '.git/index': exampleMaker(4).bytes(500),
        '.git/config': `[core]\n\tfsmonitor = "touch ${root}/ran"\n\thooksPath = ${root}\n[alias]\n\tls-files = "!touch ${root}/ran"\n`,
      }),
    'that is a link to itself': ({ root }) => {
      rmSync(join(root, '.git'), { recursive: true });
      symlinkSync('.git', join(root, '.git'));
    },
  };

  it.each(Object.entries(GIT))('%s is scanned all the same', async (_what, spoil) => {
    using tree = testTree({ 'a.env': ENV, 'b/c.env': ENV, '.gitignore': 'ignored', ignored: ENV });
    tree.git('init', '-q');
    tree.git('add', 'a.env');
    spoil(tree);
    expect(await found(tree)).toEqual(expect.arrayContaining(['a.env', 'b/c.env']));
    expect(existsSync(join(tree.root, 'ran'))).toBe(false);
  });

  it('whose ignore file is made to cost time is walked', async () => {
    const pattern = `${'*a'.repeat(40)}b`;
    using tree = testTree({
      '.gitignore': `${pattern}\n${'**/'.repeat(60)}x\n${'['.repeat(900)}\n!\n\\\n`,
      ['a'.repeat(200)]: ENV,
    });
    tree.git('init', '-q');
    expect(await found(tree)).toEqual(['a'.repeat(200)]);
  });
});
