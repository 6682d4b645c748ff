/** Keys of Azure services with a signature of four characters, and a keyed checksum at their end. */

import { OPENERS, opened } from '../openers.ts';
import { identifiable, isIdentifiable } from '../proof/azure-key.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** The service of each signature, and the seeds of its kinds of keys. */
const SERVICES: Readonly<Record<string, readonly [service: string, ...seeds: readonly string[]]>> = {
  '+ASt': ['Storage', 'Default0'],
  '+ABa': ['Batch', 'AbAcct00'],
  '+ACR': ['Container Registry', 'ACRDflt0'],
  '+ASb': ['Service Bus', 'Send0000', 'Listen00', 'Manage00', 'System00', 'Unknown0'],
  '+AEh': ['Event Hubs', 'Send0000', 'Listen00', 'Manage00', 'System00', 'Unknown0'],
  '+ARm': ['Relay', 'Send0000', 'Listen00', 'Manage00', 'Unknown0'],
  '+AMC': ['Machine Learning (classic)', 'Classic0'],
  '+SQL': ['SQL', 'UsrPwd00'],
  ACDb: ['Cosmos DB', 'MastRW00', 'MastRO00', 'SystRW00', 'SystRO00', 'SysAll00', 'Resour00', 'Encryp00'],
  AzFu: ['Functions', 'Functi00', 'System00', 'Master00'],
  AzSe: ['AI Search', 'PAdmin00', 'Query000'],
  AzCa: ['Cache for Redis', 'Access00'],
  AIoT: ['IoT Hub', 'IoTHub00', 'DpsKey00', 'Device00'],
  APIM: ['API Management', 'Tenant00', 'IoTHub00', 'Gatewy00', 'GitKey00'],
  AZEG: ['Event Grid'],
};

function check({ value }: Candidate): Verdict {
  const signature = /.{4}(?=.{6}={0,2}$)/.exec(value)?.[0] ?? '';
  const [service, ...seeds] = SERVICES[signature] ?? [signature];
  const of = `signature of Azure ${service}`;
  if (isIdentifiable(value, seeds)) return judgedSum(true, `${of}, and the checksum at the end`);
  // Redis replaces signs in some of its keys, and the seed of Event Grid is not published.
  if (signature === 'AzCa' || seeds.length === 0) return { evidence: 'shape', why: of };
  return judgedSum(false, `${of}, but the checksum at the end`);
}

export const azureIdentifiableKey: SecretRule = {
  id: 'azure-identifiable-key',
  title: 'Azure service key',
  description: 'A key of an Azure service reads or writes its data, or administers it, without any identity.',
  severity: 'critical',
  prefixes: OPENERS,
  // 32, 33, 39, 40 and 64 bytes.
  shape: opened(
    '(?:[A-Za-z0-9+/_-]{33,34}|[A-Za-z0-9+/_-]{42}|[A-Za-z0-9+/_-]{44}|[A-Za-z0-9+/_-]{76})(?:\\+(?:ASt|ABa|ACR|ASb|AEh|ARm|AMC|SQL)|ACDb|AzFu|AzSe|AzCa|AIoT|APIM|AZEG)[A-Za-z0-9+/_-]{6}={0,2}',
  ),
  check,
  remedy: {
    rotate:
      'Regenerate the key under Access keys of that resource, one of the two at a time, and disable key access where the service allows it.',
    provider: 'azure',
  },
  reference: 'https://github.com/microsoft/security-utilities',
  examples: (make) => {
    const sizes: Readonly<Record<string, number>> = {
      '+ASt': 64,
      '+ABa': 64,
      ACDb: 64,
      '+AMC': 64,
      AzFu: 40,
      AzSe: 39,
      '+ACR': 39,
      AzCa: 33,
      APIM: 64,
    };
    const keys = Object.entries(SERVICES).flatMap(([signature, [, seed]]) =>
      seed ? [identifiable(make.bytes(sizes[signature] ?? 32), signature, seed)] : [],
    );
    return {
      positive: keys.map((key) => `key: ${key}`),
      negative: [`key: ${make.chars('A-Za-z0-9', 86)}==`, `key: ${make.chars('a-z', 20)}AzFu${make.chars('a-z', 6)}`],
    };
  },
};
