/** Private keys of OpenSSH without a passphrase. */

import { readOpenSshKey, writeOpenSshKey } from '../proof/openssh-key.ts';
import { decodeArmor, encodeArmor } from '../proof/pem.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const key = readOpenSshKey(decodeArmor(value) ?? new Uint8Array());
  if (!key || 'cipher' in key) return { evidence: 'broken', why: 'what stands between its lines is no key of OpenSSH' };
  return key.holds
    ? { evidence: 'proven', why: `a whole ${key.kind}` }
    : { evidence: 'broken', why: `${key.kind}, whose parts do not belong together` };
}

export const opensshPrivateKey: SecretRule = {
  id: 'openssh-private-key',
  title: 'OpenSSH private key',
  description: 'A private key of OpenSSH without a passphrase logs in wherever its public half is authorised.',
  severity: 'critical',
  selfMade: true,
  prefixes: ['-----BEGIN OPENSSH PRIVATE KEY-----'],
  // The first letters say that there is no cipher.
  shape:
    /-----BEGIN OPENSSH PRIVATE KEY-----[\s\\rn"',]{1,40}b3BlbnNzaC1rZXktdjEAAAAABG5vbmU[A-Za-z0-9+/=\s\\"'`,.#*>|;]{80,20000}-----END OPENSSH PRIVATE KEY-----/y,
  check,
  remedy: { rotate: 'Make another key pair, and take the public half out of every `authorized_keys`, deploy key and account.' },
  reference: 'https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key',
  examples: (make) => {
    const key = encodeArmor('OPENSSH PRIVATE KEY', writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(4)));
    return { positive: [key, key.replaceAll('\n', '\\n')], negative: [encodeArmor('OPENSSH PRIVATE KEY', make.bytes(200))] };
  },
};
