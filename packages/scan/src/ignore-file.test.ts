import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type FolderRules, isIgnored } from './folder-rules.ts';
import { readIgnoreFile } from './ignore-file.ts';
import { testTree } from './test-tree.ts';

const tree = testTree();
tree.git('init', '-q');
afterAll(() => tree[Symbol.dispose]());

const latin1 = (text: string) => Buffer.from(text).toString('latin1');

/** The paths that a `.gitignore` ignores, by our rules: a path is ignored when it or a folder above it is. */
function ignoredByUs(text: string, paths: readonly string[]): readonly string[] {
  const clone = { ignore: undefined, excluded: undefined, attributes: undefined };
  const rules: FolderRules = { from: 0, ignore: readIgnoreFile(latin1(text)), attributes: undefined, above: undefined, clone };
  return paths.filter((path) => {
    const segments = latin1(path).split('/');
    return segments.some((name, at) => isIgnored(rules, segments.slice(0, at + 1).join('/'), name, at < segments.length - 1));
  });
}

function ignoredByGit(text: string, paths: readonly string[]): readonly string[] {
  writeFileSync(join(tree.root, '.gitignore'), text);
  const input = paths.map((path) => `${path}\0`).join('');
  const words = ['-c', 'core.ignorecase=false', 'check-ignore', '--no-index', '-z', '--stdin'];
  try {
    const out = execFileSync('git', words, { cwd: tree.root, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
    return out.split('\0').slice(0, -1);
  } catch (error) {
    // Git's answer when nothing is ignored.
    if ((error as { status?: number }).status === 1) return [];
    throw error;
  }
}

describe('a .gitignore', () => {
  it.each<[what: string, text: string, ignored: readonly string[], kept: readonly string[]]>([
    ['a name at any depth', 'out', ['out', 'a/out', 'a/out/b'], ['outer', 'a/outer']],
    ['a name at the top only, with a slash before it', '/out', ['out', 'out/a'], ['a/out']],
    ['a path from the top, with a slash in it', 'a/out', ['a/out'], ['b/a/out']],
    ['folders only, with a slash behind', 'out/', ['out/a', 'a/out/b'], ['out', 'a/out']],
    ['an ending', '*.log', ['a.log', 'b/c.d.log', '.log'], ['a.logs', 'log']],
    ['what is taken back', '*.log\n!keep.log', ['a.log'], ['keep.log', 'a/keep.log']],
    ['what lies in an ignored folder, although it is taken back', 'out/\n!out/keep', ['out/keep'], ['keep']],
    ['what is taken back through its folder', 'out/*\n!out/keep', ['out/a'], ['out/keep']],
    ['any folders, by two stars before', '**/a/b', ['a/b', 'x/y/a/b'], ['b', 'a/x/b']],
    ['one folder at least, by two stars before an escaped slash', '**\\/a', ['x/a', 'x/y/a'], ['a', 'xa']],
    ['any folders, by two stars between', 'a/**/b', ['a/b', 'a/x/y/b'], ['x/a/b']],
    ['all within, by two stars behind', 'a/**', ['a/x', 'a/x/y'], ['a', 'b/a/x']],
    ['one star, by two that touch a name', 'x/a**b', ['x/ab', 'x/acb'], ['x/a/b']],
    ['a question mark for one sign', 'a?c', ['abc'], ['ac', 'a/c', 'abbc']],
    ['a set', '[ab].[!ch]', ['a.d', 'b.o'], ['a.c', 'c.o']],
    ['a range and a class of signs', 'v[0-9][[:alpha:]]', ['v1a'], ['va1', 'v11']],
    ['escaped signs', '\\!a\n\\#b\n\\*c', ['!a', '#b', '*c'], ['a', 'b', 'xc']],
    ['no comment, and nothing on an empty line', '# a\n\n#', [], ['# a', 'a', '#']],
    ['no spaces at the end, but an escaped one', 'a  \nb\\ ', ['a', 'b '], ['a  ', 'b']],
    ['lines that end as on Windows', 'a\r\nb/\r\n', ['a', 'b/c'], ['b']],
    ['lines behind a byte order mark', '\ufeffa', ['a'], ['b']],
    ['nothing by a bracket that is not closed', '[a', [], ['a', '[a']],
    ['nothing by a lone slash, a lone `!` or a backslash at the end', '/\n!\na\\', [], ['a', 'a\\', '!']],
    ['names beyond ASCII, byte by byte', 'é\n??.c', ['é', 'é.c'], ['e', 'x.c']],
  ])('ignores %s', (_what, text, ignored, kept) => {
    expect(ignoredByUs(text, [...ignored, ...kept])).toEqual(ignored);
    expect(ignoredByGit(text, [...ignored, ...kept])).toEqual(ignored);
  });

  it('ignores what git ignores, whatever it says', () => {
    const pieces = [
      'a',
      'b',
      '*',
      '**',
      '?',
      '/',
      '/**/',
      '**/',
      '/**',
      '[ab]',
      '[!a]',
      '[]-a]',
      '[a-',
      '[[:alpha:]]',
      '[[:x:]]',
    ];
    const odd = ['\\*', '\\', '\\/', '.c', ' ', '\\ ', '#', '!', '[/]', 'é', '[[a]', '\t', '[--a]', '\r'];
    const line = fc.array(fc.constantFrom(...pieces, ...odd), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const text = fc.array(fc.tuple(fc.constantFrom('', '', '!'), line, fc.constantFrom('', '', '/')), {
      minLength: 1,
      maxLength: 5,
    });
    const name = fc.constantFrom('a', 'b', 'ab', 'a.c', '.c', ' a', 'a ', '*', '[a', 'é', '-', ']', '\\', '#', '!a', '\t');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(text, fc.uniqueArray(path, { minLength: 20, maxLength: 40 }), (lines, paths) => {
        const content = lines.map((parts) => parts.join('')).join('\n');
        expect(ignoredByUs(content, paths)).toEqual(ignoredByGit(content, paths));
      }),
      { numRuns: 60 },
    );
  });

  it('is matched in steps that grow with the product of the lengths, however many stars it has', () => {
    const text = [`${'*a'.repeat(60)}*b`, `${'a/**/'.repeat(60)}b`, `${'**/'.repeat(80)}*c`].join('\n');
    expect(ignoredByUs(text, ['a'.repeat(4000), `${'a/'.repeat(1500)}d`, `${'x/'.repeat(1500)}d`])).toEqual([]);
  });
});
