/** One ref, as git resolves it. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRef, readRefs } from './index.ts';
import { testRepository } from './test-repository.ts';

const PORTS = { environment: process.env };

describe('a ref is read', () => {
  it.each([
    [[], 20],
    [['--object-format=sha256'], 32],
  ] as const)('like all refs are, from its file or packed, in repositories made with %j', (options, idLength) => {
    using repository = testRepository(options);
    const { gitFolder, git } = repository;
    git('branch', 'é/deep', 'main~3');
    git('symbolic-ref', 'refs/heads/alias', 'refs/heads/é/deep');
    for (const pack of [false, true]) {
      if (pack) git('pack-refs', '--all');
      for (const { name, id } of readRefs(gitFolder, PORTS).refs) expect(readRef(gitFolder, name)).toEqual({ id, idLength });
    }
    git('update-ref', 'refs/heads/é/deep', 'main~1');
    expect(readRef(gitFolder, 'refs/heads/é/deep')?.id).toBe(git('rev-parse', 'main~1').trim());
  });

  it('of the working tree that it is asked for', () => {
    using repository = testRepository();
    const { gitFolder, git } = repository;
    git('worktree', 'add', '-q', '--no-checkout', '--detach', '../tree', 'main~2');
    const linked = join(gitFolder, 'worktrees/tree');
    expect(readRef(linked, 'HEAD')?.id).toBe(git('rev-parse', 'main~2').trim());
    expect(readRef(linked, 'refs/heads/main')).toEqual(readRef(gitFolder, 'HEAD'));
  });
});

describe('a ref that stands for nothing', () => {
  it.each(['refs/heads/none', 'refs/heads', 'refs/tags/v'])('has no id: %s', (name) => {
    using repository = testRepository();
    repository.git('pack-refs', '--all');
    expect(readRef(repository.gitFolder, name)).toEqual({ id: undefined, idLength: 20 });
  });

  it('is where a branch begins', () => {
    using repository = testRepository(['--empty']);
    expect(readRef(repository.gitFolder, 'HEAD')).toEqual({ id: undefined, idLength: 20 });
  });
});

describe('a ref is not told', () => {
  it.each([
    ['of no ref', 'not an id\n'],
    ['cut short', '0123456789abcdef\n'],
    ['that goes round', 'ref: refs/heads/odd\n'],
    ['that leads elsewhere', 'ref: refs/heads/../../config\n'],
    ['that leads to a hidden file', 'ref: refs/heads/.git/HEAD\n'],
    ['that leads to the root', 'ref: /etc/passwd\n'],
    ['without content', ''],
  ])('from a file %s', (_what, content) => {
    using repository = testRepository();
    mkdirSync(join(repository.gitFolder, 'refs/heads'), { recursive: true });
    writeFileSync(join(repository.gitFolder, 'refs/heads/odd'), content);
    expect(readRef(repository.gitFolder, 'refs/heads/odd')).toBeUndefined();
  });

  it('when refs are kept in another form, or there is no repository', () => {
    using repository = testRepository();
    const config = join(repository.gitFolder, 'config');
    writeFileSync(config, '[extensions]\n\trefStorage = reftable\n');
    expect(readRef(repository.gitFolder, 'HEAD')).toBeUndefined();
    expect(readRef(config, 'HEAD')).toBeUndefined();
  });
});
