/** Tokens of GitLab in their older forms, which have a prefix and a length but no checksum. */

import type { SecretRule } from '../rule.ts';

export const gitlabLegacyToken: SecretRule = {
  id: 'gitlab-legacy-token',
  title: 'GitLab token (older form)',
  description:
    'A personal, deploy, runner, trigger, job, feed, mail, agent or application secret of GitLab acts as what it was made for.',
  severity: 'critical',
  prefixes: [
    'glpat-',
    'gldt-',
    'glptt-',
    'glcbt-',
    'glsoat-',
    'glft-',
    'glimt-',
    'glagent-',
    'gloas-',
    'glffct-',
    'glrt-',
    'GR1348941',
  ],
  shape:
    /(?:gl(?:pat|dt|soat|ft|ffct|rt)-[A-Za-z0-9_-]{20}|glptt-[0-9a-f]{40}|glcbt-[0-9a-zA-Z]{1,5}_[A-Za-z0-9_-]{20}|glimt-[A-Za-z0-9_-]{25}|glagent-[A-Za-z0-9_-]{50}|gloas-[A-Za-z0-9_-]{64}|GR1348941[A-Za-z0-9_-]{20})/y,
  remedy: {
    rotate:
      'Revoke it under Access tokens of the user, project or group whose it is, or register the runner, agent or application again.',
  },
  reference: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
  examples: (make) => ({
    positive: [
      ...['glpat-', 'gldt-', 'glsoat-', 'glft-', 'glffct-', 'glrt-', 'GR1348941'].map(
        (prefix) => prefix + make.chars('A-Za-z0-9_', 20),
      ),
      `glptt-${make.chars('0-9a-f', 40)}`,
      `glcbt-${make.chars('0-9a-f', 2)}_${make.chars('A-Za-z0-9', 20)}`,
      `glimt-${make.chars('A-Za-z0-9', 25)}`,
      `glagent-${make.chars('A-Za-z0-9_', 50)}`,
      `gloas-${make.chars('0-9a-f', 64)}`,
    ],
    negative: [
      `glpat-${make.chars('A-Za-z0-9_', 19)}`,
      `glpat-${make.chars('A-Za-z0-9_', 21)}`,
      `glptt-${make.chars('0-9a-f', 39)}`,
    ],
  }),
};
