/** Package and image registries: what is published there runs elsewhere. */

import type { Family } from './family.ts';

export const REGISTRIES: Family = {
  id: 'registries',
  opens: 'publish under its owner, or pull what is private',
  severity: 'critical',
  rotate: (vendor) => `Revoke it in the account settings of ${vendor}, and publish with a short-lived token from CI.`,
  rows: [
    {
      id: 'crates-io-token',
      vendor: 'crates.io',
      kind: 'API token',
      shape: 'cio[A-Za-z0-9]{32}',
      rotate: 'Revoke it at crates.io/settings/tokens, and publish by trusted publishing.',
      reference: 'https://crates.io/docs/trusted-publishing',
    },
    {
      id: 'rubygems-key',
      vendor: 'RubyGems.org',
      kind: 'API key',
      shape: 'rubygems_[0-9a-f]{48}',
      rotate: 'Delete it at rubygems.org/profile/api_keys, and publish by trusted publishing.',
      reference: 'https://guides.rubygems.org/trusted-publishing/',
    },
    {
      id: 'nuget-key',
      vendor: 'NuGet.org',
      kind: 'API key',
      shape: 'oy2[0-9a-z]{43}',
      rotate: 'Delete it at nuget.org/account/apikeys, and publish by trusted publishing.',
      reference: 'https://learn.microsoft.com/nuget/nuget-org/trusted-publishing',
    },
    {
      id: 'clojars-token',
      vendor: 'Clojars',
      kind: 'deploy token',
      shape: 'CLOJARS_[0-9a-z]{60}',
      rotate: 'Disable it at clojars.org/tokens and create another, scoped to one artifact.',
      reference: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    },
    {
      id: 'docker-personal-token',
      vendor: 'Docker',
      kind: 'personal access token',
      shape: 'dckr_pat_[A-Za-z0-9_-]{27}',
      rotate: 'Delete it at app.docker.com/settings/personal-access-tokens.',
      reference: 'https://docs.docker.com/security/access-tokens/',
    },
    {
      id: 'docker-organization-token',
      vendor: 'Docker',
      kind: 'organization access token',
      shape: 'dckr_oat_[A-Za-z0-9_-]{32}',
      rotate: 'Delete it among the access tokens of the organization in the Docker Admin Console.',
      reference: 'https://docs.docker.com/enterprise/security/access-tokens/',
    },
    { id: 'cloudsmith-key', vendor: 'Cloudsmith', kind: 'API key', shape: 'csa_[0-9a-f]{30}[A-Za-z0-9]{6}' },
    {
      id: 'thunderstore-token',
      vendor: 'Thunderstore',
      kind: 'service account token',
      shape: 'tss_[A-Za-z0-9_-]{20,80}',
      near: ['thunderstore'],
    },
  ],
};
