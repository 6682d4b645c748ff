/** A small catalogue for the tests of the engine: one rule of each kind. */

import type { Candidate, SecretRule, Verdict } from './rule.ts';

const none = (): { readonly positive: readonly string[]; readonly negative: readonly string[] } => ({
  positive: [],
  negative: [],
});

function rule(id: string, prefixes: readonly string[], shape: RegExp, more: Partial<SecretRule> = {}): SecretRule {
  return {
    id,
    title: `${id} token`,
    description: '',
    severity: 'high',
    prefixes,
    shape,
    remedy: { rotate: '' },
    examples: none,
    ...more,
  };
}

/** Its last sign is the number of its digits, modulo ten. */
function checkDigits({ value }: Candidate): Verdict {
  const digits = value.slice(4, -1).replaceAll(/\D/g, '').length % 10;
  return String(digits) === value.at(-1)
    ? { evidence: 'proven', why: 'the digits add up' }
    : { evidence: 'broken', why: 'the digits do not add up' };
}

export const PLAIN: SecretRule = rule('plain', ['tst_'], /tst_[A-Za-z0-9]{20}/y);
const LONGER: SecretRule = rule('longer', ['tst_live_'], /tst_live_[A-Za-z0-9]{15}/y);
const DOTTED: SecretRule = rule('dotted', ['Tq.'], /Tq\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{22}/y);
const SPACED: SecretRule = rule('spaced', ['Tst1 fm2_'], /Tst1 fm2_[A-Za-z0-9]{30}/y);
const CHECKED: SecretRule = rule('checked', ['tck_'], /tck_[A-Za-z0-9]{20}[0-9]/y, { check: checkDigits });
const PUBLIC: SecretRule = rule('public', ['tpk_'], /tpk_[A-Za-z0-9]{20}/y, {
  check: () => ({ evidence: 'public', why: 'it is meant to be read' }),
});
const NEAR: SecretRule = rule('near', ['tn_'], /tn_[A-Za-z0-9]{20}/y, { near: ['acme'] });
export const RANGE: SecretRule = rule('range', ['trg-'], /trg-[A-Za-z0-9_-]{20,1000}/y);
const ARMOR: SecretRule = rule(
  'armor',
  ['-----BEGIN TEST'],
  /-----BEGIN TEST KEY-----[A-Za-z0-9+/=\s]{20,2000}-----END TEST KEY-----/y,
);
const NAMED: SecretRule = rule('named', ['TestKey='], /TestKey=(?<secret>[A-Za-z0-9+/]{24}==)/y);
const BARE: SecretRule = rule('bare', [''], /(?:[a-z2-7]{52}|[A-Z2-7]{42})={0,2}/y, { tier: 'heuristic' });
const AWS: SecretRule = rule('aws-access-key', ['AKIA'], /AKIA[A-Z2-7]{16}/y);
const AWS_SECRET: SecretRule = rule('aws-secret-access-key', ['aws_secret='], /aws_secret=(?<secret>[A-Za-z0-9+/]{40})/y, {
  severity: 'critical',
  tier: 'contextual',
});

/** All of them. */
export const TEST_RULES: readonly SecretRule[] = [
  PLAIN,
  LONGER,
  DOTTED,
  SPACED,
  CHECKED,
  PUBLIC,
  NEAR,
  RANGE,
  ARMOR,
  NAMED,
  BARE,
  AWS,
  AWS_SECRET,
];

/** Latin1 to bytes. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
