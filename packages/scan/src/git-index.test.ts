import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GitIndex, openGitIndex, readGitIndex } from './git-index.ts';
import { testTree } from './test-tree.ts';

const FILES = { 'a.b': '', 'a/b': '', 'a/bc/d': '', 'long/er/path/than/the/others': '', é: '', 'new file': '' };

/** Content of an index that tracks {@link FILES}, made by git. */
function indexOf(init: readonly string[], add: readonly string[], ...more: readonly (readonly string[])[]): Buffer {
  using tree = testTree(FILES);
  tree.git('init', '-q', ...init);
  tree.git(...add);
  for (const words of more) tree.git(...words);
  return readFileSync(join(tree.root, '.git/index'));
}

const TRACKED = ['a.b', 'a/b', 'a/bc/d', 'long/er/path/than/the/others', 'new file', 'Ã©'];

describe('readGitIndex', () => {
  it.each([
    ['version 2', indexOf([], ['add', '.']), 20, 2],
    ['version 3, for files that are only meant to be added', indexOf([], ['add', '-N', '.']), 20, 3],
    ['version 4', indexOf([], ['-c', 'index.version=4', 'add', '.']), 20, 4],
    ['hashes of SHA-256', indexOf(['--object-format=sha256'], ['add', '.']), 32, 2],
  ])('lists the files of an index with %s', (_what, bytes, hashLength, version) => {
    expect(bytes.readUInt32BE(4)).toBe(version);
    expect(readGitIndex(bytes, hashLength)).toEqual(TRACKED);
  });

  it('passes over extensions that may be', () => {
    const bytes = indexOf([], ['add', '.'], ['commit', '-q', '-m', 'a'], ['status']);
    expect(bytes.includes('TREE')).toBe(true);
    expect(readGitIndex(bytes, 20)).toEqual(TRACKED);
  });

  it('tells modes, contents, conflicts, and what is only meant to be added, as git does', () => {
    using tree = testTree(FILES);
    tree.git('init', '-q');
    tree.git('add', 'a');
    tree.git('update-index', '--chmod=+x', 'a/b');
    tree.git('add', '-N', 'new file');
    const lines = [1, 2, 3].map((stage) => `100644 ${'1'.repeat(40)} ${stage}\ta.b\n`);
    // Longer than an entry can say.
    lines.push(`120000 ${'2'.repeat(40)} 0\t${'deep/'.repeat(900)}link\n`);
    tree.write({ '.git/lines': lines.join('') });
    tree.git('-c', 'alias.fill=!git update-index --index-info < .git/lines', 'fill');
    for (const version of [2, 4]) {
      tree.git('update-index', '--index-version', String(version));
      const index = openGitIndex(readFileSync(join(tree.root, '.git/index')), 20) as GitIndex;
      const found = Array.from({ length: index.length }, (_, at) => {
        return `${index.mode(at).toString(8)} ${index.id(at)} ${index.stage(at)}\t${index.path(at)}`;
      });
      expect(`${found.join('\0')}\0`).toBe(tree.git('ls-files', '-s', '-z'));
      const intended = found.filter((_, at) => index.intended(at));
      expect(intended).toEqual([expect.stringMatching(/\tnew file$/)]);
    }
  });

  it('does not claim to know an index of which a part lies elsewhere', () => {
    const bytes = indexOf([], ['-c', 'core.splitIndex=true', 'add', '.']);
    expect(bytes.includes('link')).toBe(true);
    expect(readGitIndex(bytes, 20)).toBeUndefined();
  });

  it('leaves links and submodules out', () => {
    const bytes = indexOf([], ['add', '.']);
    // The mode of the first entry, made that of a link.
    bytes.writeUInt32BE(0o120000, 12 + 24);
    expect(readGitIndex(bytes, 20)).toEqual(TRACKED.slice(1));
  });

  it('does not understand what is cut short, and survives what is damaged', () => {
    const committed = indexOf([], ['add', '.'], ['commit', '-q', '-m', 'a']);
    const whole = [indexOf([], ['add', '.']), indexOf([], ['-c', 'index.version=4', 'add', '.']), committed];
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 }),
        (bytes, cut, changes) => {
          // One cut looks like a whole index: it takes away exactly the extension, which may be left out, and a hash's length is left to be the hash.
          const spare = bytes.includes('TREE') ? bytes.indexOf('TREE') + 20 : -1;
          const length = cut % bytes.length;
          expect(readGitIndex(bytes.subarray(0, length), 20)).toEqual(length === spare ? TRACKED : undefined);
          const damaged = Buffer.from(bytes);
          for (const [at, value] of changes) damaged[at % damaged.length] = value;
          const paths = readGitIndex(damaged, 20);
          expect(paths === undefined || Array.isArray(paths)).toBe(true);
          const index = openGitIndex(damaged, 20);
          for (let at = 0; at < (index?.length ?? 0); at++) {
            expect(index?.id(at)).toMatch(/^[0-9a-f]{40}$/);
            expect([index?.stage(at), index?.intended(at), index?.mode(at)]).not.toContain(undefined);
          }
          expect(index?.trees?.folder('a')?.folder('none')).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });
});
