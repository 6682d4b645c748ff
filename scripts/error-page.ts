/** The reference page of error codes, and the search that holds it to the sources. */

import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POLICY_PROBLEMS } from '../packages/policy/src/problem.ts';
import { ERRORS, type ErrorFamily } from './errors.ts';

const ROOT = join(import.meta.dirname, '..');

/** What each family says on the page: who must act, and the exit code of the command line. */
const FAMILIES: Readonly<Record<ErrorFamily, string>> = {
  ConfigError: 'The author of the workflow, the command line or the policy file must act. Exit code 2.',
  DeniedError:
    'The owner of the policy, or of the provider’s trust, must act: the answer is no, and asking again will not change it. Exit code 1.',
  UpstreamError: 'The other side failed or could not be reached. Exit code 3.',
  InternalError: 'A defect in Leasehold: please report it, with the code and the version. Exit code 3.',
};

/**
 * Makes the page.
 *
 * @throws Error when the sources use a code that has no meaning here, or a meaning has no code in the sources
 */
export async function errorPage(): Promise<string> {
  const families: Record<ErrorFamily, Readonly<Record<string, string>>> = {
    ...ERRORS,
    ConfigError: { ...ERRORS.ConfigError, ...POLICY_PROBLEMS },
  };
  const meanings = new Set(Object.values(families).flatMap((codes) => Object.keys(codes)));
  const used = await usedCodes();
  const problems = [
    ...[...used].filter((code) => !meanings.has(code)).map((code) => `${code} is used and has no meaning in scripts/errors.ts`),
    ...[...meanings]
      .filter((code) => !used.has(code))
      .map((code) => `${code} has a meaning in scripts/errors.ts and is used nowhere`),
  ];
  if (problems.length > 0) throw new Error(problems.sort().join('\n'));
  const sections = Object.entries(families).map(([family, codes]) => {
    const entries = Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = entries.map(([code, meaning]) => `### ${code}\n\n${meaning}`);
    return [`## ${family}`, FAMILIES[family as ErrorFamily], ...rows].join('\n\n');
  });
  const head =
    '# Errors\n\nEvery error has a code that stays the same, one sentence, and where there is one a next step. None ever quotes a credential.';
  return `${[head, ...sections].join('\n\n')}\n`;
}

/** Every code in the sources, comments, tests and stand-ins aside. */
async function usedCodes(): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  for await (const path of glob('{packages,actions}/*/src/**/*.ts', {
    cwd: ROOT,
    exclude: ['**/*.test.ts', 'packages/testkit/**'],
  })) {
    const text = (await readFile(join(ROOT, path), 'utf8')).replace(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '');
    for (const [code] of text.matchAll(/\bERR_[A-Z0-9_]+\b/g)) codes.add(code);
  }
  return codes;
}
