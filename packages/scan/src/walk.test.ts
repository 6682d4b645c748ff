import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testTree, walked } from './test-tree.ts';

describe('walk', () => {
  it('visits what git tracks or would track', () => {
    const name = fc.constantFrom('a', 'b', 'c.log', 'd.txt', 'out', 'é');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    const rule = fc.constantFrom(
      'a',
      '/b',
      '*.log',
      '!c.log',
      'out/',
      'a/**',
      '**/b',
      '!a',
      '[ab]/',
      '*',
      '!*/',
      '!d.txt',
      'a/out',
      'é',
    );
    const rules = fc.array(rule, { maxLength: 4 }).map((lines) => lines.join('\n'));
    const folder = fc.constantFrom('', 'a/', 'b/', 'out/', 'a/b/');
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(folder, rules), { maxLength: 3 }),
        rules,
        fc.nat({ max: 4 }),
        (paths, ignores, exclude, added) => {
          using tree = testTree();
          tree.git('init', '-q');
          const files = paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`)));
          tree.write(Object.fromEntries(files.map((file) => [file, ''])));
          tree.git('add', '-f', '--', ...files.slice(0, added + 1));
          for (const [at, text] of ignores) {
            // A folder of that name may be a file here.
            if (at === '' || files.some((file) => file.startsWith(at))) tree.write({ [`${at}.gitignore`]: text });
          }
          tree.write({ '.git/info/exclude': exclude });
          const listed = tree.git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').slice(0, -1);
          const shown = listed.map((file) => Buffer.from(file).toString('latin1'));
          expect(walked(tree.root, '.').files).toEqual(shown.sort());
        },
      ),
      { numRuns: 25 },
    );
  });

  it('lets the rules of a folder go before those above it, and those of the clone last', () => {
    using tree = testTree({
      '.gitignore': '*.a\n!keep.b',
      'in/.gitignore': '!x.a',
      'in/x.a': '',
      'y.a': '',
      'keep.b': '',
      'z.b': '',
    });
    tree.git('init', '-q');
    tree.write({ '.git/info/exclude': '*.b' });
    expect(walked(tree.root, '.').files).toEqual(['.gitignore', 'in/.gitignore', 'in/x.a', 'keep.b']);
  });

  it('never enters .git, wherever it lies', () => {
    using tree = testTree({ '.git/config': '', 'a/.git/config': '', 'a/b': '' });
    expect(walked(tree.root, '.').files).toEqual(['a/b']);
  });

  it('ignores nothing outside of a repository', () => {
    using tree = testTree({ '.gitignore': '*', '.gitattributes': '* linguist-generated', a: '' });
    expect(walked(tree.root, '.')).toEqual({ files: ['.gitattributes', '.gitignore', 'a'], skipped: {} });
  });

  it('walks repositories that lie in a plain folder, each by its own rules', () => {
    using tree = testTree({ 'one/.gitignore': 'x', 'one/x': '', 'one/y': '', 'two/x': '' });
    tree.git('init', '-q', 'one');
    tree.git('init', '-q', 'two');
    expect(walked(tree.root, '.').files).toEqual(['one/.gitignore', 'one/y', 'two/x']);
  });

  it('skips and tells a repository within a repository, unless it is named', () => {
    using tree = testTree({ a: '', 'sub/b': '' });
    tree.git('init', '-q');
    tree.git('init', '-q', 'sub');
    expect(walked(tree.root, '.')).toEqual({ files: ['a'], skipped: { 'sub/': 'another repository' } });
    expect(walked(tree.root, 'sub').files).toEqual(['sub/b']);
  });

  it('skips and tells a submodule, whose .git is a file', () => {
    using tree = testTree({ 'elsewhere/a': '' });
    tree.git('init', '-q', 'elsewhere');
    tree.git('-C', 'elsewhere', 'add', '.');
    tree.git('-C', 'elsewhere', 'commit', '-q', '-m', 'a');
    tree.git('init', '-q', 'super');
    tree.git('-C', 'super', 'submodule', 'add', '-q', '../elsewhere', 'sub');
    const { files, skipped } = walked(join(tree.root, 'super'), '.');
    expect({ files, skipped }).toEqual({ files: ['.gitmodules'], skipped: { 'sub/': 'another repository' } });
    expect(walked(join(tree.root, 'super'), 'sub').files).toEqual(['sub/a']);
  });

  it('is not kept from a folder by a .git that is none', () => {
    using tree = testTree({ 'a/.git/x': '', 'a/b': '', 'c/.git': 'not a pointer', 'c/d': '' });
    tree.git('init', '-q');
    expect(walked(tree.root, '.').files).toEqual(['a/b', 'c/d']);
  });

  it('knows the rules of a linked working tree', () => {
    using tree = testTree({ 'main/a': '', 'main/.gitignore': 'b' });
    tree.git('init', '-q', 'main');
    tree.git('-C', 'main', 'add', '.');
    tree.git('-C', 'main', 'commit', '-q', '-m', 'a');
    tree.git('-C', 'main', 'worktree', 'add', '-q', '../linked');
    tree.write({ 'main/.git/info/exclude': 'c', 'linked/b': '', 'linked/c': '', 'linked/d': '' });
    expect(walked(join(tree.root, 'linked'), '.').files).toEqual(['.gitignore', 'a', 'd']);
  });

  it.each([
    ['version 2', []],
    ['version 4, whose paths are cut short', ['-c', 'index.version=4']],
    ['a form that only git reads', ['-c', 'core.splitIndex=true']],
  ])('visits what is tracked although it is ignored, by an index of %s', (_what, words) => {
    using tree = testTree({ '.gitignore': 'out/\n*.log', 'out/deep/a': '', 'out/b': '', 'c.log': '', 'd.log': '', 'out/e': '' });
    tree.git('init', '-q');
    tree.git(...words, 'add', '-f', '.gitignore', 'out/deep/a', 'out/e', 'c.log');
    rmSync(join(tree.root, 'out/e'));
    expect(walked(tree.root, '.').files).toEqual(['.gitignore', 'c.log', 'out/deep/a']);
  });

  it('tells when it cannot know what is tracked', () => {
    using tree = testTree({ '.gitignore': 'a', a: '' });
    tree.git('init', '-q');
    tree.write({ '.git/index': 'nonsense' });
    const { files, skipped } = walked(tree.root, '.');
    expect(files).toEqual(['.gitignore']);
    expect(Object.values(skipped)).toEqual(['unreadable: not an index that is understood']);
  });

  it('visits a file that is named, whatever the rules say', () => {
    using tree = testTree({ '.gitignore': 'a', '.gitattributes': 'b linguist-generated', a: '', b: '' });
    tree.git('init', '-q');
    expect(walked(tree.root, 'a', 'b')).toEqual({ files: ['a', 'b'], skipped: {} });
  });

  it('walks the whole of an ignored folder that is named', () => {
    using tree = testTree({ '.gitignore': 'out/\n*.log', 'out/.gitignore': '*', 'out/a.log': '', 'b.log': '' });
    tree.git('init', '-q');
    expect(walked(tree.root, 'out').files).toEqual(['out/.gitignore', 'out/a.log']);
  });

  it('applies the rules from above to a folder that is named', () => {
    using tree = testTree({
      '.gitignore': '*.log\n/in/x',
      'in/.gitignore': 'y',
      'in/a.log': '',
      'in/x': '',
      'in/y': '',
      'in/z': '',
    });
    tree.git('init', '-q');
    expect(walked(tree.root, 'in').files).toEqual(['in/.gitignore', 'in/z']);
    expect(walked(join(tree.root, 'in'), '.').files).toEqual(['.gitignore', 'z']);
  });

  it('visits a file once, however often it is named', () => {
    using tree = testTree({ 'a/b': '', 'a/c/d': '' });
    expect(walked(tree.root, 'a', 'a/b', '.', './a/c').files).toEqual(['a/b', 'a/c/d']);
  });

  it('shows paths from the current folder, also of what lies outside of it', () => {
    using tree = testTree({ 'a/b': '', 'c/d': '' });
    expect(walked(join(tree.root, 'a'), '../c', join(tree.root, 'a/b')).files).toEqual(['../c/d', 'b']);
  });

  it('follows no link that it comes upon, so that there are no loops, and follows one that is named', () => {
    using tree = testTree({ 'a/b': '' });
    symlinkSync('..', join(tree.root, 'a/up'));
    symlinkSync('a/b', join(tree.root, 'link'));
    symlinkSync('nowhere', join(tree.root, 'dangling'));
    const links = { 'a/up': 'symbolic link', link: 'symbolic link', dangling: 'symbolic link' };
    expect(walked(tree.root, '.')).toEqual({ files: ['a/b'], skipped: links });
    expect(walked(tree.root, 'link').files).toEqual(['link']);
  });

  it('reads no rules through a link', () => {
    using tree = testTree({ 'rules/all': '*', a: '' });
    tree.git('init', '-q');
    symlinkSync('rules/all', join(tree.root, '.gitignore'));
    expect(walked(tree.root, '.').files).toEqual(['a', 'rules/all']);
  });

  it('tells what is named and is not there', () => {
    using tree = testTree({ a: '' });
    symlinkSync('loop', join(tree.root, 'loop'));
    const { skipped } = walked(tree.root, 'b', 'a/b', 'loop');
    expect(skipped).toEqual({ b: 'unreadable: not there', 'a/b': 'unreadable: ENOTDIR', loop: 'unreadable: ELOOP' });
  });

  it('visits names that are not UTF-8', () => {
    using tree = testTree();
    const name = Buffer.concat([Buffer.from(`${tree.root}/`), Buffer.from([0x61, 0xff])]);
    writeFileSync(name, '');
    expect(walked(tree.root, '.').files).toEqual(['a\xff']);
  });

  it('skips and tells what is generated or vendored, unless a deeper file says otherwise', () => {
    using tree = testTree({
      '.gitattributes': [
        'gen/** linguist-generated',
        'dist.js -diff linguist-generated=true',
        'vendor/** linguist-vendored',
        'vendor/ours/** -linguist-vendored',
        '"with space" linguist-vendored',
        'kept linguist-generated=false',
        'gone linguist-generated',
        'gone !linguist-generated',
        'folder/ linguist-generated',
        '*.bin binary',
        '# a linguist-generated',
      ].join('\n'),
      'gen/.gitattributes': 'hand linguist-generated=false',
      'gen/a': '',
      'gen/hand': '',
      'dist.js': '',
      'vendor/b': '',
      'vendor/ours/c': '',
      'with space': '',
      kept: '',
      gone: '',
      'folder/d': '',
      'e.bin': '',
    });
    tree.git('init', '-q');
    const { files, skipped } = walked(tree.root, '.');
    expect(files).toEqual(['.gitattributes', 'e.bin', 'folder/d', 'gen/hand', 'gone', 'kept', 'vendor/ours/c']);
    expect(skipped).toEqual({
      'gen/.gitattributes': 'marked linguist-generated',
      'gen/a': 'marked linguist-generated',
      'dist.js': 'marked linguist-generated',
      'vendor/b': 'marked linguist-vendored',
      'with space': 'marked linguist-vendored',
    });
  });

  it('goes as deep as the system lets it', () => {
    using tree = testTree();
    const deep = 'd/'.repeat(900);
    mkdirSync(join(tree.root, deep), { recursive: true });
    writeFileSync(join(tree.root, deep, 'f'), '');
    expect(walked(tree.root, '.').files).toEqual([`${deep}f`]);
  });
});
