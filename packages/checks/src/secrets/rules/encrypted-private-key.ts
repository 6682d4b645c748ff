/** Private keys under a passphrase: as safe as that is. */

import { der, derInteger, OBJECT_ID, OCTETS, SEQUENCE } from '../proof/der.ts';
import { toBytes } from '../proof/latin1.ts';
import { readOpenSshKey, writeOpenSshKey } from '../proof/openssh-key.ts';
import { decodeArmor, encodeArmor } from '../proof/pem.ts';
import { isEncryptedKey } from '../proof/private-key.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** Whole or not, it opens nothing without the passphrase, so that nothing is proven. */
function check({ value }: Candidate): Verdict {
  const bytes = decodeArmor(value) ?? new Uint8Array();
  if (value.includes('DEK-Info')) return { evidence: 'shape', why: `${bytes.length} bytes under a passphrase` };
  if (isEncryptedKey(bytes)) return { evidence: 'shape', why: 'a key of PKCS#8 under a passphrase' };
  const openssh = readOpenSshKey(bytes);
  if (openssh && 'cipher' in openssh) return { evidence: 'shape', why: `an OpenSSH key under ${openssh.cipher}` };
  return { evidence: 'broken', why: 'what stands between its lines is no key' };
}

export const encryptedPrivateKey: SecretRule = {
  id: 'encrypted-private-key',
  title: 'private key under a passphrase',
  description: 'A private key under a passphrase is as safe as the passphrase, which can be guessed without anybody noticing.',
  severity: 'low',
  // It is worth what its passphrase is: told, and yet no reason to stop a build.
  tier: 'contextual',
  prefixes: [
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----',
    '-----BEGIN EC PRIVATE KEY-----',
    '-----BEGIN DSA PRIVATE KEY-----',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
  ],
  shape:
    /-----BEGIN (?:ENCRYPTED PRIVATE KEY-----|(?:RSA|EC|DSA) PRIVATE KEY-----[\s\\rn"']{1,40}Proc-Type: 4,ENCRYPTED[\s\\rn"']{1,40}DEK-Info: [A-Z0-9-]{5,30},|OPENSSH PRIVATE KEY-----[\s\\rn"',]{1,40}b3BlbnNzaC1rZXktdjEAAAAA(?!BG5vbmU))[A-Za-z0-9+/=\s\\"'`,.#*>|;]{40,20000}-----END (?:ENCRYPTED |RSA |EC |DSA |OPENSSH )PRIVATE KEY-----/y,
  check,
  remedy: {
    rotate: 'Take it out of the repository; make another key pair if the passphrase is short, shared, or in the repository too.',
  },
  reference: 'https://www.rfc-editor.org/rfc/rfc7468#section-11',
  examples: (make) => {
    const pbes2 = der(
      SEQUENCE,
      der(OBJECT_ID, toBytes('\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d')),
      der(SEQUENCE, derInteger(2048n)),
    );
    const headers = `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,${make.chars('0-9A-F', 32)}\n\n`;
    return {
      positive: [
        encodeArmor('ENCRYPTED PRIVATE KEY', der(SEQUENCE, pbes2, der(OCTETS, make.bytes(96)))),
        encodeArmor('RSA PRIVATE KEY', make.bytes(96), headers),
        encodeArmor('OPENSSH PRIVATE KEY', writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(16), 'aes256-ctr')),
      ],
      negative: [
        encodeArmor('RSA PRIVATE KEY', make.bytes(96)),
        encodeArmor('OPENSSH PRIVATE KEY', writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(4))),
      ],
    };
  },
};
