/** Microsoft's common annotated keys: Azure DevOps, App Configuration, AI services and others, with a keyed checksum at their end. */

import { OPENERS, opened } from '../openers.ts';
import { annotatedSum } from '../proof/azure-key.ts';
import { decodeBase64 } from '../proof/base64.ts';
import { judgedSum } from '../proof/judged.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const COVERED = 80;
/** Signatures of services that are known by name. */
const SERVICES: Readonly<Record<string, string>> = {
  AZDO: 'Azure DevOps',
  AZAC: 'Azure App Configuration',
  ACOG: 'Azure AI services',
  AZEG: 'Azure Event Grid',
  AZMP: 'Azure Maps',
  AZCS: 'Azure Communication Services',
};

function check({ value }: Candidate): Verdict {
  const signature = value.slice(76, COVERED);
  const data = decodeBase64(value.slice(0, COVERED)) ?? new Uint8Array();
  return judgedSum(
    annotatedSum(data) === value.slice(COVERED, 84),
    `annotated for ${SERVICES[signature] ?? signature}: the checksum at the end`,
  );
}

export const azureAnnotatedKey: SecretRule = {
  id: 'azure-annotated-key',
  title: 'Azure annotated key',
  description: 'A common annotated key is a personal access token of Azure DevOps or the key of an Azure service.',
  severity: 'critical',
  prefixes: OPENERS,
  shape: opened('[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?'),
  check,
  remedy: {
    rotate:
      'Revoke the token under User settings, Personal access tokens of Azure DevOps, or regenerate the key of that resource.',
    provider: 'azure',
  },
  reference: 'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
  examples: (make) => {
    const write = (signature: string): string => {
      const covered = `${make.chars('A-Za-z0-9', 52)}JQQJ99A${make.chars('A-L', 1)}${make.chars('A-Za-z0-9', 12)}AAAA${signature}`;
      return `token: ${covered}${annotatedSum(decodeBase64(covered) ?? new Uint8Array())}`;
    };
    return {
      positive: Object.keys(SERVICES).map(write),
      negative: [`token: ${make.chars('A-Za-z0-9', 52)}JQQJ9X${make.chars('A-Za-z0-9', 26)}`],
    };
  },
};
