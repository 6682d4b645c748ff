/** The shape of the house: floors, names, sizes and the form of a source file. */

import { isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILES, imports, packageOf, read, WORKSPACES, type Workspace } from './repository.ts';

/** The floor that each package stands on; imports point down only. The testkit stands beside, for tests and `leasehold try`. */
const FLOORS: Readonly<Record<string, number>> = {
  '@leasehold/core': 1,
  '@leasehold/git': 2,
  '@leasehold/kernel': 2,
  '@leasehold/lease': 2,
  '@leasehold/oidc': 2,
  '@leasehold/platforms': 2,
  '@leasehold/policy': 2,
  '@leasehold/providers': 2,
  '@leasehold/report': 2,
  '@leasehold/checks': 3,
  '@leasehold/scan': 4,
  '@leasehold/action-lease': 5,
  '@leasehold/action-secret-lint': 5,
  '@leasehold/cli': 5,
};
const TESTKIT = '@leasehold/testkit';
const LINES = 250;

/** Tests, and the `test-….ts` that only they import. */
const isTest = (path: string) => /(?:\.test|\/test-[^/]+)\.ts$/.test(path);

/** Packages that the product's own sources import; tests may import the testkit and what sits at the root. */
function used(workspace: Workspace): ReadonlySet<string> {
  const specifiers = workspace.sources.filter((path) => !isTest(path)).flatMap(imports);
  return new Set(specifiers.filter((specifier) => !isBuiltin(specifier)).flatMap((specifier) => packageOf(specifier) ?? []));
}

function mayImport(from: string, to: string): boolean {
  if (from === TESTKIT) return (FLOORS[to] ?? 9) <= 2;
  if (to === TESTKIT) return from === '@leasehold/cli';
  return (FLOORS[from] ?? 0) > (FLOORS[to] ?? 9);
}

/** What packages offer to others: `@leasehold/core`, `@leasehold/testkit/suites`. */
const ENTRANCES = new Set(
  WORKSPACES.flatMap(({ manifest }) => Object.keys(manifest.exports ?? {}).map((path) => manifest.name + path.slice(1))),
);

describe.each(WORKSPACES.map((workspace) => [workspace.folder, workspace] as const))('%s', (_folder, workspace) => {
  const { name, dependencies = {} } = workspace.manifest;

  it('stands on a floor', () => {
    expect([...Object.keys(FLOORS), TESTKIT]).toContain(name);
  });

  it('depends on packages of lower floors only', () => {
    const upward = Object.keys(dependencies).filter((to) => to.startsWith('@leasehold/') && !mayImport(name, to));
    expect(upward).toEqual([]);
  });

  it('imports what it declares, and declares what it imports', () => {
    expect([...used(workspace)].sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('imports no package of a neighbour in its tests, except the testkit', () => {
    const specifiers = workspace.sources.filter(isTest).flatMap(imports);
    const wrong = specifiers.flatMap((specifier) => packageOf(specifier) ?? []).filter((to) => to.startsWith('@leasehold/'));
    expect(wrong.filter((to) => to !== TESTKIT && to !== name && !mayImport(name, to))).toEqual([]);
  });

  it('reaches into no other package by a path', () => {
    const climbing = workspace.sources.filter((path) =>
      imports(path).some((specifier) => {
        const depth = path.slice(`${workspace.folder}/`.length).split('/').length - 1;
        const climbed = /^(?:\.\.\/)+/.exec(specifier)?.[0].length ?? 0;
        return specifier.startsWith('@leasehold/') ? !ENTRANCES.has(specifier) : climbed / 3 > depth;
      }),
    );
    expect(climbing).toEqual([]);
  });
});

const SOURCES = WORKSPACES.flatMap((workspace) => workspace.sources);

/** Every way through a graph that comes back to where it began, each once. */
function cycles(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const from = path.indexOf(name);
    if (from >= 0) found.push([...path.slice(from), name].join(' → '));
    else if (!done.has(name)) {
      for (const next of edges.get(name) ?? []) visit(next, [...path, name]);
      done.add(name);
    }
  };
  for (const name of edges.keys()) visit(name, []);
  return found;
}

describe('imports', () => {
  it('of packages make no cycle', () => {
    expect(cycles(new Map(WORKSPACES.map(({ manifest }) => [manifest.name, Object.keys(manifest.dependencies ?? {})])))).toEqual(
      [],
    );
  });

  it('of files make no cycle, those of types included', () => {
    const targets = (path: string) => imports(path).flatMap((to) => (to.startsWith('.') ? join(dirname(path), to) : []));
    expect(cycles(new Map(SOURCES.map((path) => [path, targets(path)])))).toEqual([]);
  });
});

const CODE = [...SOURCES, ...FILES.filter((path) => /^(?:scripts|test|bench)\/.*\.ts$/.test(path))];

describe('every source file', () => {
  it(`has at most ${LINES} lines, tests aside`, () => {
    const long = CODE.filter((path) => !isTest(path) && !path.startsWith('test/')).filter(
      (path) => read(path).split('\n').length - 1 > LINES,
    );
    expect(long).toEqual([]);
  });

  it('has a kebab-case name that says what stands in it', () => {
    const wrong = CODE.filter((path) => {
      const name = basename(path).replace(/(?:\.(?:real|test|bench|d))*\.ts$/, '');
      return !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || /(?:^|-)(?:utils?|helpers?|common|misc|shared)(?:-|$)/.test(name);
    });
    expect(wrong).toEqual([]);
  });

  it('lies in no folder of leftovers', () => {
    expect(CODE.filter((path) => /\/(?:utils?|helpers?|common|misc|shared)\//.test(path))).toEqual([]);
  });

  it('opens with a sentence about itself, tests aside', () => {
    const silent = SOURCES.filter((path) => !isTest(path)).filter(
      (path) => !/^(?:#!.*\n)?\/\*\*\s[\s\S]*?[.:]\s*\*\//.test(read(path)),
    );
    expect(silent).toEqual([]);
  });

  it('exports by name', () => {
    expect(CODE.filter((path) => /^export default\b/m.test(read(path)))).toEqual([]);
  });

  it('only re-exports when it is the index of a package', () => {
    const busy = SOURCES.filter((path) => /\/src\/index\.ts$/.test(path)).filter((path) => {
      const code = read(path).replace(/\/\*[\s\S]*?\*\//g, '');
      return code.replace(/export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\s+'[^']+';/g, '').trim() !== '';
    });
    expect(busy).toEqual([]);
  });

  it('holds no test that is skipped, focused or left for later', () => {
    const pattern = /\b(?:it|test|describe)\.(?:only|todo|fails|skip)\b/;
    expect(CODE.filter(isTest).filter((path) => pattern.test(read(path)) && path !== 'test/architecture.test.ts')).toEqual([]);
  });
});

describe('shells', () => {
  it('are imported by nobody', () => {
    const shells = ['@leasehold/action-lease', '@leasehold/action-secret-lint', '@leasehold/cli'];
    const importers = SOURCES.filter((path) => imports(path).some((specifier) => shells.includes(packageOf(specifier) ?? '')));
    expect(importers).toEqual([]);
  });
});
