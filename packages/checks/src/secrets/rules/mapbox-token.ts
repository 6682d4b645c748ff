/** Access tokens of Mapbox: the public ones are made to be shipped, the secret ones are not. */

import { encodeBase64Url } from '../proof/base64.ts';
import { hasTexts, readBase64Json, textOf } from '../proof/json.ts';
import { judgedForm } from '../proof/judged.ts';
import { toBytes } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const object = readBase64Json(value.split('.')[1] ?? '');
  const user = object && hasTexts(object, 'u', 'a') ? textOf(object, 'u') : undefined;
  if (value.startsWith('pk')) return { evidence: 'public', why: 'a public token, made to be shipped in pages and apps' };
  return judgedForm(user && `a secret token of user ${user}`, 'does not decode to a user and a key');
}

export const mapboxToken: SecretRule = {
  id: 'mapbox-token',
  title: 'Mapbox secret token',
  description: 'A secret token of Mapbox changes styles, data sets and tokens of its account.',
  severity: 'high',
  prefixes: ['sk.eyJ', 'tk.eyJ', 'pk.eyJ'],
  shape: /[spt]k\.eyJ1Ijoi[A-Za-z0-9_-]{30,200}\.[A-Za-z0-9_-]{22}/y,
  check,
  remedy: { rotate: 'Delete it under Access tokens of the account.' },
  reference: 'https://docs.mapbox.com/accounts/guides/tokens/',
  examples: (make) => {
    const body = encodeBase64Url(toBytes(JSON.stringify({ u: 'acme', a: make.chars('a-z0-9', 25) })));
    return {
      positive: [`sk.${body}.${make.chars('A-Za-z0-9_', 22)}`, `pk.${body}.${make.chars('A-Za-z0-9_', 22)}`],
      negative: [`sk.${body}.${make.chars('A-Za-z0-9', 10)}`],
    };
  },
};
