/** What is handed out is what the sources give, needs nothing but Node, and starts without the network. */

import { statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUNDLES, type Built, buildBundle } from '../scripts/bundles.ts';
import { FILES, ROOT, read } from './repository.ts';

/** Largest size in KB of what an entry loads at its start, and of its whole dist. */
const BUDGETS: Readonly<Record<string, readonly [start: number, whole: number]>> = {
  'actions/lease': [180, 1100],
  'actions/secret-lint': [520, 1850],
  'packages/cli': [40, 2750],
};

/** Builtins that cost more to load than the rest of a start together. */
const NETWORK = /^(?:node:)?(?:http2?|https|net|tls|dgram|dns)(?:\/|$)/;

describe.each(BUNDLES)('$folder/dist', (bundle) => {
  const dist = `${bundle.folder}/dist/`;
  let built: Built;
  beforeAll(async () => {
    built = await buildBundle(bundle);
  });

  it('is what a build of the sources gives, byte for byte and file for file', () => {
    expect(FILES.filter((path) => path.startsWith(dist))).toEqual([...built.files.keys()]);
    for (const [path, content] of built.files) expect(read(path) === new TextDecoder().decode(content), path).toBe(true);
  });

  it('imports nothing but Node and chunks of its own, and what is named external only on demand', () => {
    const outputs = new Set(Object.keys(built.metafile.outputs));
    const foreign = Object.values(built.metafile.outputs)
      .flatMap((output) => output.imports)
      .filter(
        ({ path, kind }) =>
          !outputs.has(path) && !isBuiltin(path) && !(kind === 'dynamic-import' && bundle.external.includes(path)),
      );
    expect(foreign).toEqual([]);
    const scripts = [...built.files.keys()].filter((path) => path.endsWith('.js'));
    for (const path of scripts) {
      const relative = [...read(path).matchAll(/(?:\bfrom|\bimport\()\s*"(\.[^"]+)"/g)].map((match) => match[1] as string);
      for (const specifier of relative) expect(outputs, path).toContain(join(dirname(path), specifier));
      expect(read(path)).not.toMatch(/\bcreateRequire\(|Dynamic require of/);
    }
  });

  it('loads no network module at the start of an entry', () => {
    const names = Object.keys(bundle.entries).flatMap((name) => [...startOf(built.metafile, `${dist}${name}.js`).builtins]);
    expect(names.filter((name) => NETWORK.test(name))).toEqual([]);
  });

  it('keeps to its budget in size', () => {
    const [start, whole] = BUDGETS[bundle.folder] ?? [0, 0];
    for (const name of Object.keys(bundle.entries)) {
      expect(startOf(built.metafile, `${dist}${name}.js`).bytes / 1024, name).toBeLessThan(start);
    }
    expect([...built.files.values()].reduce((sum, content) => sum + content.length, 0) / 1024).toBeLessThan(whole);
  });

  it('tells the licence of every package in it', () => {
    const notices = read(`${dist}THIRD_PARTY_LICENSES`)
      .split(`${'-'.repeat(80)}\n`)
      .slice(1);
    expect(notices.length).toBeGreaterThan(0);
    for (const notice of notices)
      expect(notice).toMatch(/^(?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S* \((?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD)\)\n\n\S/);
  });
});

describe.each(BUNDLES.filter((bundle) => bundle.command))('the commands of $folder', (bundle) => {
  it.each(Object.keys(bundle.entries))('%s is executable and names its interpreter', (name) => {
    const path = `${bundle.folder}/dist/${name}.js`;
    expect(read(path)).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(join(ROOT, path)).mode & 0o111).toBe(0o111);
  });
});

describe('leasehold lint', () => {
  const LINT = ['main.ts', 'run.ts', 'commands/lint-commands.ts', 'lint/run-lint.ts'].map((path) => `packages/cli/src/${path}`);
  const CHANGES = [...LINT, 'packages/scan/src/changes/index.ts'];
  let metafile: Metafile;
  beforeAll(async () => {
    const bundle = BUNDLES.find(({ folder }) => folder === 'packages/cli') as (typeof BUNDLES)[number];
    ({ metafile } = await buildBundle(bundle));
  });

  /** What is loaded in all for these sources, each an entry or imported on demand. */
  function loadedFor(wanted: readonly string[]): {
    readonly paths: ReadonlySet<string>;
    readonly builtins: readonly string[];
    readonly sources: readonly string[];
  } {
    const chunks = Object.keys(metafile.outputs).filter((path) => wanted.includes(metafile.outputs[path]?.entryPoint ?? ''));
    const starts = ['packages/cli/dist/leasehold.js', ...chunks].map((path) => startOf(metafile, path));
    return {
      paths: new Set(starts.flatMap(({ paths }) => [...paths])),
      builtins: starts.flatMap(({ builtins }) => [...builtins]),
      sources: [...new Set(starts.flatMap(({ sources }) => sources))].sort(),
    };
  }

  it('is three files, and nothing of leases', () => {
    const { paths, sources } = loadedFor(LINT);
    expect(paths.size).toBe(3);
    expect(sources).toContain('packages/cli/src/lint/run-lint.ts');
    expect(sources.filter((path) => /^packages\/(?:lease|oidc|policy|providers|testkit)\//.test(path))).toEqual([]);
  });

  it('is one file more for what changes, and nothing that walks a whole history', () => {
    const { paths, sources } = loadedFor(CHANGES);
    expect(paths.size).toBe(4);
    expect(sources).toContain('packages/scan/src/changes/scan-range.ts');
    expect(sources.filter((path) => /\/(?:walk-pack|history-log|tree-log|scan-history)\.ts$/.test(path))).toEqual([]);
  });

  it('loads no builtin that it seldom needs, and none with all that it exports', () => {
    const { builtins, sources } = loadedFor(CHANGES);
    expect(builtins).toEqual([]);
    const taken = sources.filter((path) => path.startsWith('imported:'));
    expect(taken).toEqual(['fs', 'path', 'util', 'v8'].map((name) => `imported:node:${name}`));
  });
});

/** What Node reads before the first line of an entry runs: the entry, its static imports and theirs. */
function startOf(
  metafile: Metafile,
  entry: string,
): { paths: ReadonlySet<string>; bytes: number; builtins: ReadonlySet<string>; sources: readonly string[] } {
  const seen = new Set<string>();
  const builtins = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { path: to, kind } of metafile.outputs[path]?.imports ?? []) {
      if (kind === 'dynamic-import') continue;
      if (metafile.outputs[to]) visit(to);
      else builtins.add(to);
    }
  };
  visit(entry);
  return {
    paths: seen,
    bytes: [...seen].reduce((sum, path) => sum + (metafile.outputs[path]?.bytes ?? 0), 0),
    builtins,
    sources: [...seen].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {})),
  };
}
