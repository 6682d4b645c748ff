/** API keys of Grafana before service accounts: base 64 of JSON. */

import { encodeBase64 } from '../proof/base64.ts';
import { hasTexts, readBase64Json, textOf } from '../proof/json.ts';
import { judgedForm } from '../proof/judged.ts';
import { toBytes } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const object = readBase64Json(value);
  const read =
    object && hasTexts(object, 'k', 'n') && typeof object.id === 'number'
      ? `a key with the name ${JSON.stringify(textOf(object, 'n'))}`
      : undefined;
  return judgedForm(read, 'does not decode to key, name and id');
}

export const grafanaLegacyApiKey: SecretRule = {
  id: 'grafana-legacy-api-key',
  title: 'Grafana API key',
  description: 'An API key of the older kind reads or changes a Grafana within its role.',
  severity: 'high',
  prefixes: ['eyJrIjoi'],
  shape: /eyJrIjoi[A-Za-z0-9+/]{50,300}={0,2}/y,
  check,
  remedy: { rotate: 'Delete the key, or the service account that it was migrated to, under Administration, Service accounts.' },
  reference: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/',
  examples: (make) => {
    const object = { k: make.chars('A-Za-z0-9', 32), n: 'ci', id: 1 };
    return { positive: [encodeBase64(toBytes(JSON.stringify(object)))], negative: [`eyJrIjoi${make.chars('A-Za-z0-9', 30)}`] };
  },
};
