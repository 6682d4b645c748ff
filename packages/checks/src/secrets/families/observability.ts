/** Metrics, logs, errors, incidents. */

import { type Family, PUBLISHABLE } from './family.ts';

export const OBSERVABILITY: Family = {
  id: 'observability',
  opens: 'read telemetry, which often carries secrets of its own, or write what is not true into it',
  severity: 'high',
  rotate: (vendor) => `Revoke it among the API keys in the settings of ${vendor} and create another with fewer permissions.`,
  rows: [
    {
      id: 'datadog-client-token',
      vendor: 'Datadog',
      kind: 'client token',
      shape: 'pub[0-9a-f]{32}',
      public: PUBLISHABLE,
      reference: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    },
    {
      id: 'dynatrace-api-token',
      vendor: 'Dynatrace',
      kind: 'API token',
      shape: 'dt0c01.[A-Z0-9]{24}.[A-Z0-9]{64}',
      reference:
        'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens',
    },
    {
      id: 'dynatrace-platform-token',
      vendor: 'Dynatrace',
      kind: 'platform token or OAuth client secret',
      shape: 'dt0[a-z][0-9]{2}.[A-Z0-9]{24}.[A-Z0-9]{64}',
    },
    {
      id: 'newrelic-user-key',
      vendor: 'New Relic',
      kind: 'user key',
      shape: 'NRAK-[A-Z0-9]{27}',
      reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    },
    { id: 'newrelic-admin-key', vendor: 'New Relic', kind: 'admin key', shape: 'NRAA-[0-9a-f]{27}', severity: 'critical' },
    { id: 'newrelic-rest-key', vendor: 'New Relic', kind: 'REST API key', shape: 'NRRA-[0-9a-f]{42}' },
    {
      id: 'newrelic-browser-key',
      vendor: 'New Relic',
      kind: 'browser key',
      shape: 'NRJS-[0-9a-f]{19}',
      public: PUBLISHABLE,
      reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    },
    {
      id: 'newrelic-browser-api-key',
      vendor: 'New Relic',
      kind: 'browser API key',
      shape: 'NRBR-[0-9a-f]{19}',
      public: PUBLISHABLE,
    },
    {
      id: 'newrelic-insert-key',
      vendor: 'New Relic',
      kind: 'Insights insert key',
      shape: 'NRII-([A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{25})',
      severity: 'medium',
    },
    {
      id: 'newrelic-query-key',
      vendor: 'New Relic',
      kind: 'Insights query key',
      shape: 'NRIQ-([A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{25})',
    },
    {
      id: 'pixie-api-key',
      vendor: 'Pixie',
      kind: 'API key',
      shape: 'px-api-<uuid>',
      reference: 'https://docs.px.dev/reference/admin/api-keys/',
    },
    {
      id: 'pixie-deploy-key',
      vendor: 'Pixie',
      kind: 'deploy key',
      shape: 'px-dep-<uuid>',
      reference: 'https://docs.px.dev/reference/admin/deploy-keys/',
    },
    {
      id: 'sentry-user-token',
      vendor: 'Sentry',
      kind: 'user auth token',
      shape: 'sntryu_[0-9a-f]{64}',
      rotate: 'Revoke it at sentry.io/settings/account/api/auth-tokens.',
      reference: 'https://docs.sentry.io/account/auth-tokens/',
    },
    { id: 'rootly-key', vendor: 'Rootly', kind: 'API key', shape: 'rootly_[0-9a-f]{64}' },
    {
      id: 'fullstory-key',
      vendor: 'Fullstory',
      kind: 'API key',
      shape: '(na1|eu1).([A-Za-z0-9+/]{100}|[A-Za-z0-9]{20,99})',
      prefixes: ['na1.', 'eu1.'],
      near: ['fullstory'],
    },
  ],
};
