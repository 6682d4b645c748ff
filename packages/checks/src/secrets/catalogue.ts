/** All rules, in order. */

import { STEMS } from '@leasehold/kernel';
import { CONTEXT_RULES } from './context/context-rules.ts';
import { FLAGS } from './context/flag.ts';
import { SETTING_RULES, SHAPE_RULES } from './families/index.ts';
import { LOGIC_RULES } from './logic-rules.ts';
import type { SecretRule } from './rule.ts';
import { URL_CREDENTIALS } from './url-credentials.ts';

/**
 * Rules that prove something stand first, since between equals the first wins; then those that know a prefix; last those that only see where a value stands.
 */
export const RULES: readonly SecretRule[] = [...LOGIC_RULES, ...SHAPE_RULES, ...SETTING_RULES, URL_CREDENTIALS, ...CONTEXT_RULES];

let byId: ReadonlyMap<string, SecretRule> | undefined;

/** The rule of that name. */
export function ruleById(id: string): SecretRule | undefined {
  byId ??= new Map(RULES.map((rule) => [rule.id, rule]));
  return byId.get(id);
}

/** The words by which it sees an assignment. */
const STEM = new RegExp(STEMS.join('|'), 'i');

/** Rules whose values need not hold a run of token characters, or one with a digit, by what makes them so. */
const WITHOUT_RUN: ReadonlySet<string> = new Set([
  // A name with the value at some distance.
  ...['jwk-private-key', 'azure-service-bus-connection', 'azure-api-management-git-key'],
  'azure-app-configuration-connection',
  ...[
    'azure-sas-token',
    'docker-config-auth',
    'netrc-password',
    'pgpass-password',
    'filezilla-password',
    'django-secret-key',
    'npmrc-credential',
    'powershell-secure-string',
    'wallet-mnemonic',
  ],
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
  ...[
    'argon2-hash',
    'astra-token',
    'cisco-type-8-hash',
    'close-key',
    'devcycle-client-key',
    'devcycle-mobile-key',
    'devcycle-server-key',
  ],
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

/** Names of settings in which a kernel sees no word of a credential, so that it does not show where they are assigned. */
const PLAIN_NAMES = SETTING_RULES.flatMap(({ prefixes }) => prefixes).filter((name) => !STEM.test(name));

/** Prefixes that a kernel must be told of, since it sees nothing else of their values. */
export const SHORT_PREFIXES: readonly string[] = [
  ...new Set([
    ...RULES.filter((rule) => rule.prefixes.length > 0 && WITHOUT_RUN.has(rule.id)).flatMap(({ prefixes }) => prefixes),
    ...PLAIN_NAMES,
    ...FLAGS,
  ]),
];
