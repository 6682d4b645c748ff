/** Log-ins of image registries in the configuration of Docker: a name and a password in base 64. */

import { decodeBase64, encodeBase64 } from '../proof/base64.ts';
import { toBytes, toText } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';
import { isFiller } from '../url-credentials.ts';

function check({ value }: Candidate): Verdict {
  const text = toText(decodeBase64(value) ?? new Uint8Array());
  const [, user, password] = /^([\x21-\x39\x3b-\x7e]{1,200}):([\x20-\x7e]{4,1000})$/.exec(text) ?? [];
  if (user === undefined || password === undefined || isFiller(password) || user === password) return { evidence: 'none' };
  return { evidence: 'shape', why: 'decodes to a name and a password' };
}

export const dockerConfigAuth: SecretRule = {
  id: 'docker-config-auth',
  title: 'log-in of an image registry',
  description: 'A log-in in the configuration of Docker pulls and pushes images as its owner.',
  severity: 'high',
  prefixes: ['"auth"'],
  shape: /"auth"\s{0,4}:\s{0,4}"(?<secret>[A-Za-z0-9+/]{8,1000}={0,2})(?=")/y,
  check,
  remedy: { rotate: 'Change the password or revoke the token at the registry, and use a credential helper.' },
  reference: 'https://docs.docker.com/reference/cli/docker/login/',
  examples: (make) => ({
    positive: [`{"auths":{"registry.acme.dev":{"auth":"${encodeBase64(toBytes(`ci:${make.chars('A-Za-z0-9', 20)}7`))}"}}}`],
    negative: [`"auth": "${encodeBase64(toBytes('user:password'))}"`, '"auth": ""', `"auth": "${make.chars('A-Za-z', 16)}"`],
  }),
};
