/**
 * The esbuild plugin that keeps what a bundle seldom needs off its start-up path.
 *
 * Measured on Node 24, cold process, against 23 ms for an empty module: `node:http` with `node:https` cost 26 ms more, `node:crypto` and `node:child_process` about 5 each, and `@actions/core` as published 50, nearly all of it undici, which it reaches through the HTTP client of its ID token request. A step that reads its inputs and refuses them should pay for none of that.
 *
 * Our own sources say `await import(…)` where something is seldom needed, and code splitting makes a chunk of it. What libraries import is out of their reach, so:
 *
 * 1. The Actions toolkit only defines things when it is evaluated, but its manifests do not say so. Told, esbuild drops the modules whose exports nobody uses: `@actions/exec`, `@actions/io`, the ID token client and with it the HTTP client. That one then stands in a chunk of its own.
 * 2. undici, which the HTTP client wants only to build dispatchers for the Web fetch, becomes a module that says so when it is used; our requests go through the HTTP client itself, which honours proxies without it. So does Octokit behind `@actions/github`, of which we read the event.
 * 3. A heavy builtin that is imported for one rare call becomes functions that load it when one is called.
 * 4. A builtin imported as an ES module has every export read once, lazy ones as well: with `node:fs` come all streams and `node:fs/promises`, 8 ms, and with `node:http` comes the `WebSocket` of undici, 25 ms. Taken by `process.getBuiltinModule`, and only the names that are used, none of them comes.
 * 5. `require` of a builtin in CommonJS libraries becomes `process.getBuiltinModule`, for ES modules have no `require`, and a banner that makes one would cost every start.
 */

import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';

/** Packages whose modules have no effect when evaluated, whatever their manifests leave out. */
const PURE = /[\\/]node_modules[\\/](?:@actions[\\/](?:core|exec|github|http-client|io)|commander)[\\/]/;

/** Builtins that a module imports for a rare call, and the names that it uses of them. */
const RARE: readonly { readonly importer: RegExp; readonly builtin: string; readonly names: readonly string[] }[] = [
  { importer: /[\\/]@actions[\\/]core[\\/]lib[\\/]file-command\.js$/, builtin: 'node:crypto', names: ['randomUUID'] },
  { importer: /[\\/]commander[\\/]lib[\\/]command\.js$/, builtin: 'node:child_process', names: ['spawn'] },
  // Ours, where an `await` cannot stand: git is asked when an index has an unknown form, a name is drawn when the allow list is written.
  { importer: ours('packages/scan/src/repository.ts'), builtin: 'node:child_process', names: ['execFileSync'] },
  { importer: ours('packages/scan/src/allow-file.ts'), builtin: 'node:crypto', names: ['randomUUID'] },
  // Standing in a chunk with what every scan needs: git is run for staged files and ranges, few objects are inflated here, a repository of our own is made to fetch into, the lists of other scanners are hashed when they are imported.
  {
    importer: ours('packages/scan/src/changes/git-command.ts'),
    builtin: 'node:child_process',
    names: ['spawn', 'spawnSync'],
  },
  { importer: ours('packages/git/src/git-process.ts'), builtin: 'node:child_process', names: ['spawnSync'] },
  {
    importer: ours('packages/git/src/inflater.ts', 'packages/git/src/loose-objects.ts'),
    builtin: 'node:zlib',
    names: ['inflateSync'],
  },
  { importer: ours('packages/scan/src/changes/private-store.ts'), builtin: 'node:os', names: ['tmpdir'] },
  {
    importer: ours('packages/scan/src/import/match-ignored.ts', 'packages/scan/src/import/leaks-report.ts'),
    builtin: 'node:crypto',
    names: ['createHash'],
  },
];

/**
 * A pattern of paths that end as sources of ours do.
 *
 * @throws Error when one of them is not there: a renamed file would load its builtin at every start, and nobody would notice
 */
function ours(...sources: readonly string[]): RegExp {
  const missing = sources.find((source) => !existsSync(join(import.meta.dirname, '..', source)));
  if (missing !== undefined) throw new Error(`${missing} is not there, but scripts/lazy-runtime.ts names it`);
  const patterns = sources.map((source) => source.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]'));
  return new RegExp(`[\\\\/](?:${patterns.join('|')})$`);
}

/** Modules that libraries import for paths that are never taken here: who imports them, and the names that are wanted. */
const ABSENT: readonly {
  readonly importer: RegExp;
  readonly path: RegExp;
  readonly what: string;
  readonly names: readonly string[];
}[] = [
  { importer: /[\\/]@actions[\\/]/, path: /^undici$/, what: 'undici', names: ['ProxyAgent', 'fetch'] },
  {
    importer: /[\\/]@actions[\\/]github[\\/]lib[\\/]github\.js$/,
    path: /^\.\/utils\.js$/,
    what: 'octokit',
    names: ['GitHub', 'getOctokitOptions'],
  },
];

/** Marks a resolution that the plugin itself asked for, so that it does not meet itself again. */
const asked = Symbol('asked');

/** Defers or drops what libraries would load at the start for nothing. */
export const lazyRuntime: Plugin = {
  name: 'lazy-runtime',
  setup(build: PluginBuild): void {
    build.onResolve({ filter: /^(?:undici|\.\/utils\.js)$/ }, resolveAbsent);
    build.onResolve({ filter: /^[a-z\d:_/]+$/ }, resolveBuiltin);
    build.onResolve({ filter: /^(?:@actions\/|commander$|\.)/ }, (args) => resolvePure(build, args));

    build.onLoad({ filter: /.*/, namespace: 'absent' }, ({ path }) => ({ contents: absent(path) }));
    build.onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({ contents: `module.exports = ${builtin(path)};` }));
    build.onLoad({ filter: /.*/, namespace: 'imported' }, ({ path }) => ({ contents: named(path) }));
    build.onLoad({ filter: /.*/, namespace: 'rare' }, ({ path }) => ({ contents: rare(path) }));
  },
};

function resolveAbsent({ path, importer }: OnResolveArgs): OnResolveResult | undefined {
  const entry = ABSENT.find((candidate) => candidate.path.test(path) && candidate.importer.test(importer));
  return entry && { path: entry.what, namespace: 'absent', sideEffects: false };
}

function resolveBuiltin({ path, kind, importer }: OnResolveArgs): OnResolveResult | undefined {
  if (!isBuiltin(path)) return undefined;
  const name = path.startsWith('node:') ? path : `node:${path}`;
  const isRare = RARE.some((entry) => entry.builtin === name && entry.importer.test(importer));
  if (isRare) return { path: name, namespace: 'rare', sideEffects: false };
  if (kind === 'import-statement') return { path: name, namespace: 'imported', sideEffects: false };
  return kind === 'require-call' ? { path: name, namespace: 'required' } : undefined;
}

async function resolvePure(build: PluginBuild, args: OnResolveArgs): Promise<OnResolveResult | undefined> {
  if (args.pluginData === asked || args.kind === 'entry-point') return undefined;
  if (args.path.startsWith('.') && !PURE.test(args.importer)) return undefined;
  const { kind, importer, resolveDir } = args;
  const { path, errors } = await build.resolve(args.path, { kind, importer, resolveDir, pluginData: asked });
  return errors.length === 0 && PURE.test(path) ? { path, sideEffects: false } : undefined;
}

function builtin(name: string): string {
  return `process.getBuiltinModule('${name}')`;
}

/** A module of which only the exports that are used are read; as one object, esbuild's interop would read and copy all of them for every importer. */
function named(name: string): string {
  const names = Object.getOwnPropertyNames(process.getBuiltinModule(name) as object).filter(
    (key) => /^[A-Za-z_]\w*$/.test(key) && key !== 'default',
  );
  return [
    `const builtin = ${builtin(name)};`,
    'const pick = (name) => builtin[name];',
    'export default builtin;',
    ...names.map((key) => `const _${key} = /* @__PURE__ */ pick('${key}'); export { _${key} as ${key} };`),
  ].join('\n');
}

/** A module whose functions load the builtin when they are called. */
function rare(name: string): string {
  const names = [...new Set(RARE.filter((entry) => entry.builtin === name).flatMap((entry) => entry.names))];
  return [
    ...names.map((key) => `export const ${key} = (...args) => ${builtin(name)}.${key}(...args);`),
    `export default { ${names.join(', ')} };`,
  ].join('\n');
}

/** A module whose exports say that it is not there when they are read. */
function absent(what: string): string {
  const names = ABSENT.filter((entry) => entry.what === what).flatMap((entry) => entry.names);
  return exportsOf(names, () => `throw new Error('this bundle holds no ${what}, see scripts/lazy-runtime.ts');`);
}

/** CommonJS, because esbuild's interop keeps its getters. */
function exportsOf(names: readonly string[], body: (name: string) => string): string {
  return `module.exports = {\n${names.map((name) => `  get ${name}() { ${body(name)} },`).join('\n')}\n};`;
}
