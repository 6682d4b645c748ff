/** Programs that are in charge of a repository's hooks, and what to add to their configuration. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** One that is in charge. */
export interface HookFramework {
  readonly name: string;
  /** The file that shows it. */
  readonly file: string;
  /** What to add, and where. */
  readonly where: string;
  readonly lines: readonly string[];
}

/** Nothing is downloaded behind a commit, least of all what somebody else has given that name in a registry. */
const STAGED = 'npx --no-install leasehold lint --staged';

const FRAMEWORKS: readonly (Omit<HookFramework, 'file'> & { readonly files: readonly string[] })[] = [
  // https://pre-commit.com/#2-add-a-pre-commit-configuration
  {
    name: 'pre-commit',
    files: ['.pre-commit-config.yaml', '.pre-commit-config.yml'],
    where: 'below `repos:` of .pre-commit-config.yaml',
    lines: ['  - repo: https://github.com/leasehold/leasehold', '    rev: v1', '    hooks:', '      - id: leasehold-lint'],
  },
  // https://typicode.github.io/husky/get-started.html
  { name: 'husky', files: ['.husky'], where: 'to .husky/pre-commit', lines: [STAGED] },
  // https://lefthook.dev/configuration/
  {
    name: 'lefthook',
    files: ['', '.'].flatMap((dot) => ['yml', 'yaml', 'toml', 'json', 'jsonc'].map((ending) => `${dot}lefthook.${ending}`)),
    where: 'to lefthook.yml',
    lines: ['pre-commit:', '  commands:', '    leasehold:', `      run: ${STAGED}`],
  },
];

/** The one that is in charge of a repository; undefined when there is none. */
export function hookFramework(top: string): HookFramework | undefined {
  for (const { files, ...framework } of FRAMEWORKS) {
    const file = files.find((name) => existsSync(join(top, name)));
    if (file !== undefined) return { ...framework, file };
  }
  return undefined;
}
