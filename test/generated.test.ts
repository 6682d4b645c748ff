/** Generated files are what their sources give. */

import { describe, expect, it } from 'vitest';
import { GENERATED } from '../scripts/generated.ts';
import { FILES, read } from './repository.ts';

describe('generated files', () => {
  it.each(GENERATED.map((file) => [file.path, file] as const))('%s is fresh', async (path, file) => {
    expect(FILES).toContain(path);
    expect(read(path)).toBe(await file.make());
  });

  it('are all that docs/reference holds', () => {
    const made = GENERATED.map(({ path }) => path);
    expect(FILES.filter((path) => path.startsWith('docs/reference/') && !made.includes(path))).toEqual([]);
  });
});
