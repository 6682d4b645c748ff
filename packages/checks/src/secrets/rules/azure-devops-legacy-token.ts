/** Personal access tokens of Azure DevOps before 2024: base 32 without a prefix, with a checksum scattered inside. */

import { OPENERS, opened } from '../openers.ts';
import { decodeBase32, encodeBase32 } from '../proof/base32.ts';
import { crc32 } from '../proof/crc32.ts';
import { reversed32 } from '../proof/hex.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** What the checksum is combined with, for tokens of users and of applications. */
const MASKS: readonly number[] = [0xe0b9692d, 0x1019f92e];
/** Where its four bytes stand among the 32. */
const PLACES: readonly number[] = [22, 8, 7, 2];
/** What stands near a token that was altered. */
const NAMES = /devops|visualstudio|vsts|vss|tfs/i;

/** The order of the four bytes is not documented: either is taken, since a chance of one in two thousand million is proof enough. */
function check({ value, before, after }: Candidate): Verdict {
  const bytes = decodeBase32(value.toUpperCase()) ?? new Uint8Array();
  const stated = PLACES.reduce((sum, place) => ((sum << 8) | (bytes[place] ?? 0)) >>> 0, 0);
  const sum = crc32(bytes.filter((_, at) => !PLACES.includes(at)));
  const holds = MASKS.some((mask) => [stated, reversed32(stated)].includes((sum ^ mask) >>> 0));
  // Fifty-two characters of base 32 alone say nothing.
  if (!holds && !NAMES.test(before + after)) return { evidence: 'none' };
  return judgedSum(holds, 'the checksum among its bytes');
}

export const azureDevopsLegacyToken: SecretRule = {
  id: 'azure-devops-legacy-token',
  title: 'Azure DevOps personal access token (older form)',
  description: 'A personal access token of Azure DevOps reads or changes code, pipelines and packages as its owner.',
  severity: 'critical',
  prefixes: OPENERS,
  shape: opened('[a-z2-7]{52}'),
  check,
  remedy: { rotate: 'Revoke it under User settings, Personal access tokens.', provider: 'azure' },
  reference: 'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
  examples: (make) => {
    const bytes = make.bytes(32);
    const sum = (crc32(bytes.filter((_, at) => !PLACES.includes(at))) ^ (MASKS[0] as number)) >>> 0;
    for (const [at, place] of PLACES.entries()) bytes[place] = (sum >>> (24 - at * 8)) & 0xff;
    return {
      positive: [`azure_devops_pat: ${encodeBase32(bytes).toLowerCase()}`],
      negative: [`azure_devops_pat: ${make.chars('a-z2-7', 51)}`],
    };
  },
};
