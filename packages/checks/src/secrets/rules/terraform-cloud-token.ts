/** Tokens of HCP Terraform, known by what stands in their middle. */

import type { SecretRule } from '../rule.ts';

export const terraformCloudToken: SecretRule = {
  id: 'terraform-cloud-token',
  title: 'HCP Terraform token',
  description:
    'A token of HCP Terraform reads state, which holds secrets, and starts runs; fourteen characters stand before the point where the value begins.',
  severity: 'critical',
  // The value is recognised in its middle, so it is taken from there on.
  prefixes: ['.atlasv1.'],
  shape: /(?<=[A-Za-z0-9]{8})\.atlasv1\.[A-Za-z0-9_-]{60,70}/y,
  remedy: { rotate: 'Delete it under Tokens in the settings of the user, the team or the organization at app.terraform.io.' },
  reference: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
  examples: (make) => ({
    positive: [60, 67].map((length) => `${make.chars('A-Za-z0-9', 14)}.atlasv1.${make.chars('A-Za-z0-9', length)}`),
    negative: [
      `${make.chars('A-Za-z0-9', 14)}.atlasv1.${make.chars('A-Za-z0-9', 20)}`,
      `.atlasv1.${make.chars('A-Za-z0-9', 66)}`,
    ],
  }),
};
