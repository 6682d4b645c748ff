/** Long-lived API keys of Amazon Bedrock: base 64 of a name and random characters. */

import { decodeBase64, encodeBase64 } from '../proof/base64.ts';
import { judgedForm } from '../proof/judged.ts';
import { toBytes, toText } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const [, name] =
    /^(BedrockAPIKey-[\w+-]{1,80}):.{8,200}$/s.exec(toText(decodeBase64(value.slice(4)) ?? new Uint8Array())) ?? [];
  return judgedForm(name && `decodes to the key \`${name}\``, 'does not decode to a name and a key');
}

export const awsBedrockApiKey: SecretRule = {
  id: 'aws-bedrock-api-key',
  title: 'Amazon Bedrock API key',
  description: 'A long-lived API key of Bedrock calls models in the account, as a user of IAM of its own.',
  severity: 'critical',
  prefixes: ['ABSKQmVkcm9ja0FQSUtleS'],
  shape: /ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{80,260}={0,2}/y,
  check,
  remedy: { rotate: 'Delete the service-specific credential of the user in IAM, and let the job take a role.', provider: 'aws' },
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
  examples: (make) => {
    const name = `BedrockAPIKey-${make.chars('a-z0-9', 4)}-at-${make.chars('1-9', 12)}`;
    return {
      positive: [`ABSK${encodeBase64(toBytes(`${name}:${make.chars('A-Za-z0-9+/', 44)}`))}`],
      negative: [`ABSKQmVkcm9ja0FQSUtleS${make.chars('A-Za-z0-9', 30)}`],
    };
  },
};
