/** Organisation tokens of Sentry: base 64 of JSON, and a secret. */

import { encodeBase64 } from '../proof/base64.ts';
import { instantOf } from '../proof/instant.ts';
import { hasTexts, readBase64Json, textOf } from '../proof/json.ts';
import { judgedForm } from '../proof/judged.ts';
import { toBytes } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const object = readBase64Json(value.slice(7, value.lastIndexOf('_')));
  const read =
    object && hasTexts(object, 'url', 'org')
      ? `names organisation ${textOf(object, 'org')}; issued ${instantOf(object.iat) ?? 'at an unknown time'}`
      : undefined;
  return judgedForm(read, 'does not decode to an address and an organisation');
}

export const sentryOrganizationToken: SecretRule = {
  id: 'sentry-organization-token',
  title: 'Sentry organisation token',
  description: 'An organisation token of Sentry makes releases and uploads source maps and symbols.',
  severity: 'high',
  prefixes: ['sntrys_eyJ'],
  shape: /sntrys_eyJ[A-Za-z0-9+/]{50,500}={0,2}_[A-Za-z0-9+/]{43}/y,
  check,
  remedy: { rotate: 'Revoke it under Settings, Organization Tokens.' },
  reference: 'https://docs.sentry.io/account/auth-tokens/',
  examples: (make) => {
    const object = { iat: 1_760_000_000, url: 'https://sentry.io', region_url: 'https://de.sentry.io', org: 'acme' };
    const body = encodeBase64(toBytes(JSON.stringify(object)));
    return {
      positive: [`sntrys_${body}_${make.chars('A-Za-z0-9+/', 42)}A`],
      negative: [`sntrys_${body}_${make.chars('A-Za-z0-9', 20)}`],
    };
  },
};
