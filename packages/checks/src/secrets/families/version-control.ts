/** Code hosts, code search, and reviews of code. */

import { type Family, IDENTIFIER } from './family.ts';

export const VERSION_CONTROL: Family = {
  id: 'version-control',
  opens: 'read code and, within its permissions, change it',
  severity: 'high',
  rotate: (vendor) => `Revoke it among the access tokens in the settings of ${vendor}.`,
  rows: [
    {
      id: 'gitlab-session-cookie',
      vendor: 'GitLab',
      kind: 'session cookie',
      shape: '_gitlab_session=[0-9a-z]{32}',
      rotate: 'Sign out of the session under active sessions in the GitLab preferences.',
    },
    {
      id: 'sourcegraph-token',
      vendor: 'Sourcegraph',
      kind: 'access token',
      shape: 'sgp_([0-9a-f]{16}_|local_)?[0-9a-f]{40}',
    },
    { id: 'sourcegraph-cody-gateway-key', vendor: 'Sourcegraph', kind: 'Cody Gateway key', shape: 'slk_[0-9a-f]{64}' },
    {
      id: 'sonar-global-token',
      vendor: 'SonarQube',
      kind: 'global analysis token',
      shape: 'sqa_[0-9a-f]{40}',
      reference: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
    },
    { id: 'sonar-project-token', vendor: 'SonarQube', kind: 'project analysis token', shape: 'sqp_[0-9a-f]{40}' },
    { id: 'sonar-user-token', vendor: 'SonarQube', kind: 'user token', shape: 'squ_[0-9a-f]{40}' },
    {
      id: 'sonarcloud-organization-token',
      vendor: 'SonarQube Cloud',
      kind: 'scoped organization token',
      shape: 'sqco_[A-Za-z0-9]{59}',
    },
    { id: 'trufflehog-key', vendor: 'TruffleHog Enterprise', kind: 'key', shape: 'thog-key-[0-9a-f]{16}', public: IDENTIFIER },
    { id: 'trufflehog-secret', vendor: 'TruffleHog Enterprise', kind: 'secret', shape: 'thog-secret-[0-9a-f]{32}' },
    { id: 'endor-labs-key', vendor: 'Endor Labs', kind: 'API key or secret', shape: 'endr\\+[A-Za-z0-9-]{16}' },
    { id: 'aikido-ci-token', vendor: 'Aikido', kind: 'CI token', shape: 'AIK_CI_[A-Za-z0-9]{20,44}' },
    { id: 'aikido-client-secret', vendor: 'Aikido', kind: 'client secret', shape: 'AIK_SECRET_[A-Za-z0-9]{64}' },
    { id: 'aikido-client-id', vendor: 'Aikido', kind: 'client id', shape: 'AIK_CLIENT_[A-Za-z0-9]{24}', public: IDENTIFIER },
    { id: 'stackhawk-key', vendor: 'StackHawk', kind: 'API key', shape: 'hawk.[A-Za-z0-9_-]{20}.[A-Za-z0-9_-]{20}' },
    { id: 'dependency-track-key', vendor: 'Dependency-Track', kind: 'API key', shape: 'odt_[A-Za-z0-9]{32,255}' },
    { id: 'nightfall-key', vendor: 'Nightfall AI', kind: 'API key', shape: 'NF-[A-Za-z0-9]{32}', near: ['nightfall'] },
  ],
};
