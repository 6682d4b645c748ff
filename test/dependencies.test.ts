/** Dependencies: exact, pinned by integrity, explained, and without code that runs at installation. */

import { describe, expect, it } from 'vitest';
import { FILES, type Manifest, read, WORKSPACES } from './repository.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
}

const LOCK = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, LockedPackage>> };
const LOCKED = Object.entries(LOCK.packages).filter(([path]) => path.includes('node_modules/'));
const MANIFESTS: readonly Manifest[] = [
  JSON.parse(read('package.json')) as Manifest,
  ...WORKSPACES.map((workspace) => workspace.manifest),
];
const RUNTIME = [...new Set(WORKSPACES.flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {})))].filter(
  (name) => !name.startsWith('@leasehold/'),
);

describe('manifests', () => {
  it('name exact versions', () => {
    const ranges = MANIFESTS.flatMap((manifest) =>
      Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${manifest.name}: ${name}@${version}`),
    );
    expect(ranges).toEqual([]);
  });

  it('agree on the version of a package', () => {
    const versions = new Map<string, Set<string>>();
    for (const manifest of MANIFESTS) {
      for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
      }
    }
    expect([...versions].filter(([, set]) => set.size > 1)).toEqual([]);
  });

  it.each(RUNTIME)('have a decision in docs/decisions for %s', (name) => {
    const decisions = FILES.filter((path) => path.startsWith('docs/decisions/')).map(read);
    expect(decisions.some((text) => text.includes(`\`${name}\``))).toBe(true);
  });
});

describe('the lockfile', () => {
  it('names no host', () => {
    expect(read('package-lock.json').match(/"resolved": "https?:[^"]*"/g) ?? []).toEqual([]);
  });

  it('pins every package by its integrity', () => {
    const loose = LOCKED.filter(([, entry]) => !entry.link && !entry.integrity?.startsWith('sha512-'));
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('holds no package with an install script that package.json does not refuse', () => {
    const scripted = LOCKED.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path.replace(/^.*node_modules\//, ''));
    const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Readonly<Record<string, boolean>> };
    expect(Object.fromEntries(scripted.map((name) => [name, false]))).toEqual(allowScripts);
  });
});
