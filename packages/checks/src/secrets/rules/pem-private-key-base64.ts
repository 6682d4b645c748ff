/** Private keys in PEM that are base 64 once more, as manifests and environment variables carry them. */

import { decodeBase64, encodeBase64 } from '../proof/base64.ts';
import { exampleRsaKey } from '../proof/example-key.ts';
import { toBytes, toText } from '../proof/latin1.ts';
import { readOpenSshKey } from '../proof/openssh-key.ts';
import { decodeArmor, encodeArmor } from '../proof/pem.ts';
import { readPrivateKey } from '../proof/private-key.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** The end of a key; one that is cut off, or goes on in the next line, has none. */
const END = /-----END [A-Z ]{0,20}PRIVATE KEY-----/;

function check({ value }: Candidate): Verdict {
  const text = toText(decodeBase64(value) ?? new Uint8Array());
  if (!END.test(text)) return { evidence: 'shape' };
  const bytes = decodeArmor(text) ?? new Uint8Array();
  const key = readPrivateKey(bytes) ?? readOpenSshKey(bytes);
  // A whole one is found in what is decoded, and proven there by the rule of its kind.
  return key !== undefined && 'holds' in key && key.holds
    ? { evidence: 'shape' }
    : { evidence: 'broken', why: 'it decodes to the armor of a private key without a whole key in it' };
}

export const pemPrivateKeyBase64: SecretRule = {
  id: 'pem-private-key-base64',
  title: 'PEM private key in base64',
  description: 'A private key in base 64 signs, decrypts or logs in as whoever trusts its public half.',
  severity: 'critical',
  selfMade: true,
  prefixes: ['LS0tLS1CRUdJTiB'],
  // `-----BEGIN `, then nothing, `RSA `, `EC `, `DSA ` or `OPENSSH `, then `PRIVATE KEY`; an encrypted key is none of them.
  shape:
    /LS0tLS1CRUdJTiB(?:QUklWQVRFIEtFWS0tLS0t|SU0EgUFJJVkFURSBLRVktLS0tL|FQyBQUklWQVRFIEtFWS0tLS0t|EU0EgUFJJVkFURSBLRVktLS0tL|PUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS)[A-Za-z0-9+/]{60,5000}={0,2}/y,
  check,
  remedy: { rotate: 'Make another key pair, and replace the public half wherever it is trusted.' },
  reference: 'https://www.rfc-editor.org/rfc/rfc7468',
  examples: (make) => {
    const encoded = (label: string, key: Uint8Array): string => encodeBase64(toBytes(encodeArmor(label, key)));
    // A whole one is reported as what it decodes to.
    return {
      positive: [encoded('RSA PRIVATE KEY', exampleRsaKey(make)).slice(0, 400)],
      negative: [encoded('PUBLIC KEY', make.bytes(90))],
    };
  },
};
