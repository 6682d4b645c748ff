/** Tokens of service accounts of Grafana, which end in a checksum. */

import { crc32 } from '../proof/crc32.ts';
import { hex32Reversed } from '../proof/hex.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** The prefix is covered, the underscore is not; the bytes stand in little-endian order. */
function check({ value }: Candidate): Verdict {
  return judgedSum(hex32Reversed(crc32(value.slice(0, -9))) === value.slice(-8), 'the CRC-32 in its last eight characters');
}

export const grafanaServiceAccountToken: SecretRule = {
  id: 'grafana-service-account-token',
  title: 'Grafana service account token',
  description: 'A token of a service account reads or changes dashboards, data sources and alerts of a Grafana.',
  severity: 'high',
  prefixes: ['glsa_'],
  shape: /glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}/y,
  check,
  remedy: { rotate: 'Delete it under Administration, Service accounts.' },
  reference: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  examples: (make) => {
    const covered = `glsa_${make.chars('A-Za-z0-9', 32)}`;
    return {
      positive: [`${covered}_${hex32Reversed(crc32(covered))}`],
      negative: [covered, `${covered}_${make.chars('0-9a-f', 7)}`],
    };
  },
};
