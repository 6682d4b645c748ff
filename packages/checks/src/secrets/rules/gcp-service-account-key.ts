/** Keys of service accounts of Google Cloud: a private key with the id of the key beside it. */

import { der, derInteger, OBJECT_ID, OCTETS, SEQUENCE } from '../proof/der.ts';
import { exampleRsaKey } from '../proof/example-key.ts';
import { judgePem } from '../proof/judged-key.ts';
import { toBytes } from '../proof/latin1.ts';
import { encodeArmor } from '../proof/pem.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check(candidate: Candidate): Verdict {
  const verdict = judgePem(candidate);
  const [, id] = /"private_key_id\\?"\s{0,8}:\s{0,8}\\?"([0-9a-f]{40})/.exec(candidate.before) ?? [];
  const [, account] = /"client_email\\?"\s{0,8}:\s{0,8}\\?"([a-z0-9.@-]{6,120})/.exec(candidate.after) ?? [];
  const named = [id && `id ${id.slice(0, 8)}…`, account].filter(Boolean).join(' of ');
  return named ? { ...verdict, why: `${verdict.why}, ${named}` } : verdict;
}

export const gcpServiceAccountKey: SecretRule = {
  id: 'gcp-service-account-key',
  title: 'Google Cloud service account key',
  description: 'A key of a service account acts as that account in Google Cloud until somebody deletes it.',
  severity: 'critical',
  prefixes: ['-----BEGIN PRIVATE KEY-----'],
  shape: /-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\s\\]{40,20000}-----END PRIVATE KEY-----/y,
  check,
  near: ['private_key_id'],
  remedy: {
    rotate: 'Delete the key with `gcloud iam service-accounts keys delete`, and let the job federate its identity.',
    provider: 'gcp',
  },
  reference: 'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
  examples: (make) => {
    const algorithm = der(SEQUENCE, der(OBJECT_ID, toBytes('\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01')), Uint8Array.of(5, 0));
    const key = encodeArmor('PRIVATE KEY', der(SEQUENCE, derInteger(0n), algorithm, der(OCTETS, exampleRsaKey(make))));
    const email = `ci@${make.chars('a-z', 8)}.iam.gserviceaccount.com`;
    const object = {
      type: 'service_account',
      project_id: 'acme',
      private_key_id: make.chars('0-9a-f', 40),
      private_key: `${key}\n`,
      client_email: email,
    };
    return {
      positive: [JSON.stringify(object), JSON.stringify(object, null, 2)],
      negative: [JSON.stringify({ ...object, private_key: '' })],
    };
  },
};
