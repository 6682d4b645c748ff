/** All rules, in order. */

import { SHAPE_RULES } from './families/index.ts';
import { LOGIC_RULES } from './logic-rules.ts';
import type { SecretRule } from './rule.ts';
import { URL_CREDENTIALS } from './url-credentials.ts';

/**
 * Rules that prove something stand first, since between equals the first wins; then those that know a prefix; last the one that only sees where a value stands.
 */
export const RULES: readonly SecretRule[] = [...LOGIC_RULES, ...SHAPE_RULES, URL_CREDENTIALS];

const byId: ReadonlyMap<string, SecretRule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that name. */
export function ruleById(id: string): SecretRule | undefined {
  return byId.get(id);
}

/** Rules whose values need not hold a run of token characters, or one with a digit, by what makes them so. */
const WITHOUT_RUN: ReadonlySet<string> = new Set([
  // A name with the value at some distance.
  ...['aws-secret-access-key', 'jwk-private-key', 'azure-service-bus-connection', 'azure-api-management-git-key'],
  // So short that chance may leave the digits out.
  ...[
    'aws-access-key',
    'alibaba-access-key-id',
    'alibaba-sts-key-id',
    'canva-client-id',
    'convertapi-secret',
    'dotdigital-api-user',
  ],
  ...[
    'google-oauth-access-token',
    'imagekit-private-key',
    'lark-app-id',
    'lichess-token',
    'midtrans-client-key',
    'midtrans-server-key',
  ],
  ...[
    'razorpay-live-key-id',
    'razorpay-test-key-id',
    'salad-cloud-key',
    'settlemint-application-token',
    'settlemint-personal-token',
  ],
  ...['settlemint-service-token', 'stripe-live-key', 'stripe-live-restricted-key', 'stripe-test-key'],
  ...['onfido-live-token', 'onfido-live-us-token', 'onfido-live-ca-token'],
  // Cut into short pieces by signs that no token has.
  ...['astra-token', 'cisco-type-8-hash', 'close-key', 'devcycle-client-key', 'devcycle-mobile-key', 'devcycle-server-key'],
  ...[
    'endor-labs-key',
    'fullstory-key',
    'kerberos-asrep-hash',
    'md5-crypt-hash',
    'planetscale-oauth-token',
    'planetscale-password',
  ],
  ...['planetscale-service-token', 'slack-session-cookie'],
]);

/** Prefixes that a kernel must be told of, since it sees nothing else of their values. */
export const SHORT_PREFIXES: readonly string[] = [
  ...new Set(RULES.filter(({ id }) => WITHOUT_RUN.has(id)).flatMap(({ prefixes }) => prefixes)),
];
