/** Tokens of service accounts of 1Password: base64url of JSON. */

import { encodeBase64Url } from '../proof/base64.ts';
import { hasTexts, readBase64Json, textOf } from '../proof/json.ts';
import { judgedForm } from '../proof/judged.ts';
import { toBytes } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const object = readBase64Json(value.slice(4));
  const read =
    object && hasTexts(object, 'signInAddress', 'secretKey')
      ? `a service account at ${textOf(object, 'signInAddress')}`
      : undefined;
  return judgedForm(read, 'does not decode to an address and a key');
}

export const onepasswordServiceAccountToken: SecretRule = {
  id: 'onepassword-service-account-token',
  title: '1Password service account token',
  description: 'A token of a service account reads every item of the vaults that it was given.',
  severity: 'critical',
  prefixes: ['ops_eyJ'],
  shape: /ops_eyJ[A-Za-z0-9_-]{200,3000}={0,2}/y,
  check,
  remedy: { rotate: 'Revoke it under Developer, Service Accounts on 1Password.com, and change what it could read.' },
  reference: 'https://developer.1password.com/docs/service-accounts/security/',
  examples: (make) => {
    const object = {
      signInAddress: 'acme.1password.com',
      userAuth: { method: 'SRPg-4096', iterations: 650_000 },
      email: `${make.chars('a-z2-7', 13)}@1passwordserviceaccounts.com`,
      secretKey: `A3-${make.chars('A-Z2-9', 30)}`,
      muk: make.chars('A-Za-z0-9_', 43),
      deviceUuid: make.chars('a-z2-7', 26),
    };
    return {
      positive: [`ops_${encodeBase64Url(toBytes(JSON.stringify(object)))}`],
      negative: [`ops_eyJ${make.chars('A-Za-z0-9', 60)}`],
    };
  },
};
