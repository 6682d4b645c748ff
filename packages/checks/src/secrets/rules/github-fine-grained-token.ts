/** Fine-grained personal access tokens of GitHub; the algorithm of their last characters is not published. */

import type { SecretRule } from '../rule.ts';

export const githubFineGrainedToken: SecretRule = {
  id: 'github-fine-grained-token',
  title: 'GitHub fine-grained personal access token',
  description: 'A fine-grained token reads or changes the repositories that it was made for, as its owner.',
  severity: 'critical',
  prefixes: ['github_pat_'],
  shape: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/y,
  remedy: { rotate: 'Delete it under Settings, Developer settings, Fine-grained tokens.', provider: 'github' },
  reference:
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
  examples: (make) => ({
    positive: [`github_pat_${make.chars('A-Za-z0-9', 22)}_${make.chars('A-Za-z0-9', 59)}`],
    negative: [`github_pat_${make.chars('A-Za-z0-9', 22)}_${make.chars('A-Za-z0-9', 58)}`],
  }),
};
