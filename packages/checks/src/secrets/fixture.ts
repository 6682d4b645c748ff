/** Tells what lies among tests: a key there that anybody could have made was made for them. */

import { atLeast } from '@leasehold/core';
import type { RawFinding } from './raw-finding.ts';

/** What folders and files are called that only tests need; of a name, each word counts. */
const WORDS: ReadonlySet<string> = new Set([
  'test',
  'tests',
  'testing',
  'testdata',
  'fixture',
  'fixtures',
  'mock',
  'mocks',
  'e2e',
  'benchmark',
  'benchmarks',
]);
/** Between the words of `x_test.go`, `testFixtures` and `HTTPTests.java`; `latest`, `contest` and `attestation` are words of their own. */
const BETWEEN = /[^\p{L}\p{N}]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** A specification of anything else has the word too, such as `pod-spec.yaml`: the folder itself counts, and programs. */
const SPEC = /(?:^|\/)(specs?)\/|[._](spec)\.(?:rb|[cm]?[jt]sx?)$/;

/**
 * Tells by which word a path says that it is one of tests.
 *
 * @param path - with slashes; the part of it that the report shows
 * @returns lower case; nothing where it does not say so
 * @example wordOfTests('src/dockerTest/resources/server.key') // 'test'
 */
export function wordOfTests(path: string): string | undefined {
  for (const word of path.split(BETWEEN)) {
    const folded = word.toLowerCase();
    if (WORDS.has(folded)) return folded;
  }
  const spec = SPEC.exec(path);
  return spec?.[1] ?? spec?.[2];
}

/**
 * The finding as its path has it: of what is self-made, and lies among tests, the surroundings decide, however well it is proven.
 *
 * Done last, so that what it hides by its better evidence stays hidden.
 */
export function weighedByPath(raw: RawFinding, path: string): RawFinding {
  if (raw.rule.selfMade === undefined || !atLeast(raw.tier, 'prefixed')) return raw;
  const word = wordOfTests(path);
  if (word === undefined) return raw;
  return { ...raw, tier: 'contextual', why: [...raw.why, `it lies among tests: \`${word}\` stands in its path`] };
}
