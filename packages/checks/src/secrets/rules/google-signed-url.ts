/** Addresses of Cloud Storage that are signed for a time. */

import { hasLongEnded } from '../proof/instant.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** The longest time that can be asked for, in seconds. */
const WEEK = 604_800;

function check({ before, after }: Candidate): Verdict {
  const [, year, month, day] = /X-Goog-Date=(\d{4})(\d\d)(\d\d)T/.exec(before + after) ?? [];
  const made = Date.parse(`${year}-${month}-${day}`) / 1000;
  if (!hasLongEnded(made + WEEK)) return { evidence: 'shape' };
  return { evidence: 'public', why: `signed on ${year}-${month}-${day} for a week at most` };
}

export const googleSignedUrl: SecretRule = {
  id: 'google-signed-url',
  title: 'Cloud Storage signed address',
  description: 'A signed address reads or writes one object of Cloud Storage for up to a week.',
  severity: 'low',
  tier: 'contextual',
  prefixes: ['X-Goog-Signature='],
  shape: /X-Goog-Signature=(?<secret>[0-9a-f]{256,1024})/y,
  check,
  remedy: { rotate: 'Delete the key of the service account that signed it, if the week is not over.', provider: 'gcp' },
  reference: 'https://cloud.google.com/storage/docs/access-control/signed-urls',
  examples: (make) => ({
    positive: [`X-Goog-Date=20990101T000000Z&X-Goog-Signature=${make.chars('0-9a-f', 512)}`],
    negative: [`X-Goog-Signature=${make.chars('0-9a-f', 40)}`],
  }),
};
