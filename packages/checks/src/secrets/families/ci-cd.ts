/** Builds, deployments and the tools that drive them. */

import type { Family } from './family.ts';

export const CI_CD: Family = {
  id: 'ci-cd',
  opens: 'start builds and deployments and read what they are given, secrets included',
  severity: 'critical',
  rotate: (vendor) =>
    `Revoke it among the API tokens in the settings of ${vendor}; a job gets a short-lived one by its identity token.`,
  rows: [
    {
      id: 'buildkite-user-token',
      vendor: 'Buildkite',
      kind: 'user API access token',
      shape: 'bkua_([0-9a-z]{53}|[0-9a-z]{40})',
      reference: 'https://buildkite.com/docs/platform/security/tokens',
    },
    {
      id: 'buildkite-agent-token',
      vendor: 'Buildkite',
      kind: 'token of an agent, a job, a cluster or a portal',
      shape: 'bk(aa|aj|ar|ct|ps|pt|pat)_[A-Za-z0-9_-]{40,400}',
      prefixes: ['bkaa_', 'bkaj_', 'bkar_', 'bkct_', 'bkps_', 'bkpt_', 'bkpat_'],
      rotate:
        'Revoke it where it was made: among the agent tokens of the cluster, or in the settings of the portal at Buildkite.',
      reference: 'https://buildkite.com/docs/platform/security/tokens',
    },
    {
      id: 'circleci-personal-token',
      vendor: 'CircleCI',
      kind: 'personal API token',
      shape: 'CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}',
      reference: 'https://circleci.com/docs/managing-api-tokens/',
    },
    {
      id: 'teamcity-token',
      vendor: 'TeamCity',
      kind: 'access token',
      shape: 'eyJ0eXAiOiAiVENWMiJ9.[A-Za-z0-9_-]{36}.[A-Za-z0-9_-]{48}',
      reference: 'https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html',
    },
    {
      id: 'harness-personal-token',
      vendor: 'Harness',
      kind: 'personal access token',
      shape: 'pat.[A-Za-z0-9_-]{22}.[0-9a-f]{24}.[A-Za-z0-9]{20}',
    },
    {
      id: 'harness-service-token',
      vendor: 'Harness',
      kind: 'service account token',
      shape: 'sat.[A-Za-z0-9_-]{22}.[0-9a-f]{24}.[A-Za-z0-9]{20}',
    },
    {
      id: 'octopus-deploy-key',
      vendor: 'Octopus Deploy',
      kind: 'API key',
      shape: 'API-[0-9A-Z]{26}',
    },
    { id: 'prefect-user-key', vendor: 'Prefect', kind: 'user API key', shape: 'pnu_[A-Za-z0-9]{36}' },
    {
      id: 'pulumi-token',
      vendor: 'Pulumi',
      kind: 'access token',
      shape: 'pul-[0-9a-f]{40}',
      reference: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
    },
    { id: 'infracost-key', vendor: 'Infracost', kind: 'API key', shape: 'ico-[A-Za-z0-9]{32}', severity: 'medium' },
    {
      id: 'mergify-application-key',
      vendor: 'Mergify',
      kind: 'application key',
      shape: 'mergify_application_key_[A-Za-z0-9_-]{40,200}',
    },
    {
      id: 'launchdarkly-api-token',
      vendor: 'LaunchDarkly',
      kind: 'API access token',
      shape: 'api-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}',
      near: ['launchdarkly', 'launch_darkly', 'launch-darkly', 'ld_api', 'ld_access'],
      reference: 'https://launchdarkly.com/docs/home/account/api',
    },
    {
      id: 'launchdarkly-sdk-key',
      vendor: 'LaunchDarkly',
      kind: 'server-side SDK key',
      shape: 'sdk-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}',
      severity: 'high',
      reference: 'https://launchdarkly.com/docs/home/account/environment/keys',
    },
    {
      id: 'configcat-sdk-key',
      vendor: 'ConfigCat',
      kind: 'SDK key',
      shape: 'configcat-sdk-1/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}',
      severity: 'low',
    },
    {
      id: 'devcycle-server-key',
      vendor: 'DevCycle',
      kind: 'server SDK key',
      shape: 'dvc_server_[A-Za-z0-9_]{8,32}',
      severity: 'high',
    },
    {
      id: 'devcycle-client-key',
      vendor: 'DevCycle',
      kind: 'client SDK key',
      shape: 'dvc_client_[A-Za-z0-9_]{8,32}',
      public: 'made to be shipped in pages, where everybody can read it',
    },
    {
      id: 'devcycle-mobile-key',
      vendor: 'DevCycle',
      kind: 'mobile SDK key',
      shape: 'dvc_mobile_[A-Za-z0-9_]{8,32}',
      public: 'made to be shipped in apps, where everybody can read it',
    },
    { id: 'ionic-token', vendor: 'Ionic', kind: 'personal access token', shape: 'ion_[A-Za-z0-9]{42}' },
  ],
};
