/** Access policy tokens of Grafana Cloud: base 64 of JSON. */

import { encodeBase64 } from '../proof/base64.ts';
import { hasTexts, readBase64Json, textOf } from '../proof/json.ts';
import { judgedForm } from '../proof/judged.ts';
import { toBytes } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const object = readBase64Json(value.slice(4));
  const read =
    object && hasTexts(object, 'o', 'n', 'k') ? `names organisation ${textOf(object, 'o')} and holds a key` : undefined;
  return judgedForm(read, 'does not decode to organisation, name and key');
}

export const grafanaCloudToken: SecretRule = {
  id: 'grafana-cloud-token',
  title: 'Grafana Cloud access policy token',
  description: 'An access policy token reads or writes metrics, logs and traces of a stack of Grafana Cloud.',
  severity: 'high',
  prefixes: ['glc_eyJ'],
  shape: /glc_eyJ[A-Za-z0-9+/_-]{40,500}={0,2}/y,
  check,
  remedy: { rotate: 'Delete it under Security, Access policies of the Cloud portal.' },
  reference:
    'https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/',
  examples: (make) => {
    const object = { o: make.chars('1-9', 6), n: 'collector', k: make.chars('A-Za-z0-9', 24), m: { r: 'eu' } };
    return {
      positive: [`glc_${encodeBase64(toBytes(JSON.stringify(object)))}`],
      negative: [`glc_eyJ${make.chars('A-Za-z0-9', 20)}`],
    };
  },
};
