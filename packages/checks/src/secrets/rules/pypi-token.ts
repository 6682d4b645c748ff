/** Upload tokens of PyPI, which are macaroons. */

import { decodeBase64, encodeBase64Url } from '../proof/base64.ts';
import { judgedForm } from '../proof/judged.ts';
import { readMacaroon, writeMacaroon } from '../proof/macaroon.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const HOSTS = ['pypi.org', 'test.pypi.org'] as const;

function check({ value }: Candidate): Verdict {
  const macaroon = readMacaroon(decodeBase64(value.slice(5)) ?? new Uint8Array());
  const read =
    macaroon && HOSTS.some((host) => host === macaroon.location)
      ? `a macaroon of ${macaroon.location} with ${macaroon.caveats} caveats and its signature`
      : undefined;
  return judgedForm(read, 'no whole macaroon');
}

export const pypiToken: SecretRule = {
  id: 'pypi-token',
  title: 'PyPI API token',
  description: 'An API token of PyPI uploads releases of one project, or of all of its owner.',
  severity: 'critical',
  prefixes: ['pypi-AgEIcHlwaS5vcmc', 'pypi-AgENdGVzdC5weXBp'],
  shape: /pypi-AgE[A-Za-z0-9_-]{80,1000}/y,
  check,
  remedy: { rotate: 'Remove it under Account settings, API tokens, and publish by a trusted publisher.', provider: 'pypi' },
  reference: 'https://pypi.org/help/#apitoken',
  examples: (make) => ({
    positive: HOSTS.map((host) => {
      const id = [8, 4, 4, 4, 12].map((length) => make.chars('0-9a-f', length)).join('-');
      return `pypi-${encodeBase64Url(writeMacaroon(host, id, [`[1,["${make.chars('a-z', 8)}"]]`], make.bytes(32)))}`;
    }),
    negative: [`pypi-${make.chars('A-Za-z0-9', 100)}`, `pypi-AgEIcHlwaS5vcmc${make.chars('A-Za-z0-9', 40)}`],
  }),
};
