import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excludesFile } from './excludes-file.ts';
import { testTree, walked } from './test-tree.ts';

describe('core.excludesFile of a clone', () => {
  it.each([
    ['[core]\n\texcludesFile = a\n', 'a'],
    ['[core] EXCLUDESFILE=a b  # a comment\n', 'a b'],
    ['[Core]\n\texcludesfile = "a # b"; a comment\n', 'a # b'],
    ['[core]\nexcludesFile = /a\\\\b/"c \\"d\\" "\n', '/a\\b/c "d" '],
    ['[core]\nexcludesFile = a\n[user]\n[core]\nexcludesFile = b\r\n', 'b'],
    ['[core]\nexcludesFile = a\nexcludesFile =\n', undefined],
    ['[core]\nexcludesFile = ~/a\n', undefined],
    ['[other]\nexcludesFile = a\n[core "x"]\nexcludesFile = b\n# excludesFile = c\n', undefined],
  ])('is read from %j', (config, path) => {
    using tree = testTree({ config });
    expect(excludesFile(config)).toBe(path);
    // As git reads it, which goes to nobody's home here.
    const words = ['config', '--file', 'config', '--get', 'core.excludesFile'];
    const said = (): string =>
      execFileSync('git', words, { cwd: tree.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    if (path === undefined) expect(config.includes('other') || /^(?:~.*)?\n$/.test(said())).toBe(true);
    else expect(said()).toBe(`${path}\n`);
  });

  it.each(['ignored', 'absolute'])('leaves out what is not tracked, and comes after all others: %s', (kind) => {
    using tree = testTree({
      'a.log': '',
      'b.log': '',
      'c.log': '',
      'd.tmp': '',
      '.gitignore': '!b.log\n',
      'below/e.log': '',
      lists: '*.log\n',
    });
    tree.git('init', '-q');
    tree.write({ '.git/info/exclude': '!c.log\nd.tmp\n' });
    tree.git('config', 'core.excludesFile', kind === 'absolute' ? join(tree.root, 'lists') : 'lists');
    expect(walked(tree.root, '.').files).toEqual(['.gitignore', 'b.log', 'c.log', 'lists']);
    expect(walked(join(tree.root, 'below'), '.').files).toEqual([]);
    tree.git('add', '-f', 'a.log');
    expect(walked(tree.root, '.').files).toContain('a.log');
  });

  it('plays no part where it is the user\u2019s own', () => {
    using tree = testTree({ 'a.log': '', 'home/.gitconfig': '[core]\n\texcludesFile = ~/list\n', 'home/list': '*.log\n' });
    tree.write({ 'home/.config/git/ignore': '*.log\n' });
    tree.git('init', '-q');
    const { HOME } = process.env;
    process.env.HOME = join(tree.root, 'home');
    try {
      expect(walked(tree.root, 'a.log', '.').files).toContain('a.log');
      expect(walked(tree.root, '.').files).toContain('a.log');
    } finally {
      process.env.HOME = HOME;
    }
  });
});
