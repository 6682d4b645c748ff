/** Reference tokens of JFrog: base 64 of a name, a version, an expiry and random characters. */

import { decodeBase64, encodeBase64 } from '../proof/base64.ts';
import { instantOf } from '../proof/instant.ts';
import { judgedForm } from '../proof/judged.ts';
import { toBytes, toText } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const [, expiry] = /^reftkn:01:(\d{10}):[A-Za-z0-9]{10,40}$/.exec(toText(decodeBase64(value) ?? new Uint8Array())) ?? [];
  const end = instantOf(Number(expiry)) ?? 'never';
  return judgedForm(expiry && `a reference token that expires ${end}`, 'does not decode to a reference token');
}

export const jfrogReferenceToken: SecretRule = {
  id: 'jfrog-reference-token',
  title: 'JFrog reference token',
  description: 'A reference token of JFrog reads or publishes artifacts as its owner.',
  severity: 'critical',
  prefixes: ['cmVmdGtu'],
  shape: /cmVmdGtuOjAxO[A-Za-z0-9+/]{51}/y,
  check,
  remedy: { rotate: 'Revoke it under Administration, User Management, Access Tokens.', provider: 'jfrog' },
  reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  examples: (make) => ({
    positive: ['1790000000', '0000000000'].map((expiry) =>
      encodeBase64(toBytes(`reftkn:01:${expiry}:${make.chars('A-Za-z0-9', 27)}`)),
    ),
    negative: [`cmVmdGtuOjAxO${make.chars('A-Za-z0-9', 40)}`],
  }),
};
