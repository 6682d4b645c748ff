/** Catalogues against folders: what exists is listed, and what is listed goes by the name of its file. */

import { PLATFORMS } from '@leasehold/platforms';
import { ENDINGS, PROVIDERS } from '@leasehold/providers';
import { describe, expect, it } from 'vitest';
import { FILES } from './repository.ts';

/** Names of the folders right below `parent`. */
function folders(parent: string): readonly string[] {
  const names = FILES.filter((path) => path.startsWith(parent)).map((path) => path.slice(parent.length).split('/'));
  return [...new Set(names.filter((parts) => parts.length > 1).map(([first]) => first as string))].sort();
}

describe('the catalogue of providers', () => {
  it('lists every folder of packages/providers/src once, by its name', () => {
    expect(PROVIDERS.map((provider) => provider.id).sort()).toEqual(folders('packages/providers/src/'));
  });

  it('has an ending for every provider, and no other', () => {
    expect(ENDINGS.map(({ id }) => id)).toEqual(PROVIDERS.map(({ id }) => id));
  });

  it('describes every option in one sentence, once', () => {
    for (const { id, options } of PROVIDERS) {
      const names = options.map((option) => option.name);
      expect(new Set(names).size, id).toBe(names.length);
      for (const option of options) {
        expect(option.name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(option.description, option.name).toMatch(/^[A-Z].*\.$/s);
      }
    }
  });
});

describe('the catalogue of platforms', () => {
  it('names a file of packages/platforms/src for every entry', () => {
    for (const { id } of PLATFORMS) expect(FILES).toContain(`packages/platforms/src/${id}.ts`);
  });

  it('lists every id once', () => {
    const ids = PLATFORMS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
