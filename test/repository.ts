/** The repository as data: its files, its packages and what their sources import. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's folder. */
export const ROOT: string = join(import.meta.dirname, '..');

/** Every file that is tracked or would be, relative to the repository, sorted. */
export const FILES: readonly string[] = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
  .split('\0')
  .filter((path) => path !== '')
  .sort();

/** The content of a file of the repository. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** What the tests need of a manifest. */
export interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** One workspace. */
export interface Workspace {
  /** Such as `packages/core`. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** TypeScript files below `src`. */
  readonly sources: readonly string[];
}

/** Every workspace, sorted by folder. */
export const WORKSPACES: readonly Workspace[] = FILES.filter((path) =>
  /^(?:packages|actions)\/[^/]+\/package\.json$/.test(path),
).map((path) => {
  const folder = path.slice(0, -'/package.json'.length);
  return {
    folder,
    manifest: JSON.parse(read(path)) as Manifest,
    sources: FILES.filter((file) => file.startsWith(`${folder}/src/`) && file.endsWith('.ts')),
  };
});

/** The specifiers that a module names in its import and export statements and in `import()`. */
export function imports(path: string): readonly string[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;
  return [...read(path).matchAll(statement)].map((match) => (match[1] ?? match[2]) as string);
}

/** `@scope/name` or `name` of a specifier; undefined for a relative one. */
export function packageOf(specifier: string): string | undefined {
  return /^(?:@[^/]+\/[^/]+|[^./@][^/]*)/.exec(specifier)?.[0];
}
