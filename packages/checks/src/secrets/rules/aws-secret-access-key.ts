/** Secret access keys of AWS, which have no form of their own: the name before them tells. */

import type { SecretRule } from '../rule.ts';

/** Names of the setting, as the tools and SDKs of AWS spell it. */
const awsSecretAccessKeyS = [
  'aws_secret_access_key',
  'AWS_SECRET_ACCESS_KEY',
  'aws_secret_key',
  'AWS_SECRET_KEY',
  'aws-secret-access-key',
  'aws.secretKey',
  'awsSecretAccessKey',
  'awsSecretKey',
  'secret_access_key',
  'secretAccessKey',
  'SecretAccessKey',
] as const;

export const awsSecretAccessKey: SecretRule = {
  id: 'aws-secret-access-key',
  title: 'AWS secret access key',
  description: 'A secret access key signs requests as the user, role or root of an AWS account.',
  severity: 'critical',
  tier: 'contextual',
  prefixes: awsSecretAccessKeyS,
  shape:
    /[Aa]?[A-Za-z._-]{9,22}["']?\]?\s{0,4}(?:=>|:=|[=:,])\s{0,4}(?:!Sub\s)?["']?(?<secret>(?=[A-Za-z/+]{0,39}[0-9])(?=[a-z0-9/+]{0,39}[A-Z])(?=[A-Z0-9/+]{0,39}[a-z])[A-Za-z0-9/+]{40})/y,
  remedy: { rotate: 'Deactivate and delete the key in IAM, and let the job take a role.', provider: 'aws' },
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  examples: (make) => {
    const secret = (): string => `a7Z${make.chars('A-Za-z0-9/+', 36)}Q`;
    return {
      positive: [
        `aws_secret_access_key = ${secret()}`,
        `AWS_SECRET_ACCESS_KEY=${secret()}`,
        `"SecretAccessKey": "${secret()}"`,
        `secretAccessKey: '${secret()}'`,
      ],
      negative: [`aws_secret_access_key = ${make.chars('a-f0-9', 40)}`, `aws_secret_access_key = ${make.chars('A-Za-z0-9', 30)}`],
    };
  },
};
