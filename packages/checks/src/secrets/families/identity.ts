/** Sign-in, directories, and checks of who somebody is. */

import { type Family, IDENTIFIER } from './family.ts';

export const IDENTITY: Family = {
  id: 'identity',
  opens: 'read and, within its permissions, change users and how they sign in',
  severity: 'critical',
  rotate: (vendor) => `Revoke it in the ${vendor} dashboard, where API keys are listed, and look through its log.`,
  rows: [
    {
      id: 'okta-api-token',
      vendor: 'Okta',
      kind: 'API token',
      shape: '00[A-Za-z0-9_-]{40}',
      near: ['okta', 'ssws'],
      rotate: 'Revoke it under Security, API, Tokens in the Okta admin console.',
      reference: 'https://developer.okta.com/docs/guides/create-an-api-token/main/',
    },
    {
      id: 'workos-live-key',
      vendor: 'WorkOS',
      kind: 'live API key',
      shape: 'sk_live_a2V5Xz[A-Za-z0-9+/]{69}[=]{0,2}',
    },
    {
      id: 'clerk-live-key',
      vendor: 'Clerk',
      kind: 'live secret key',
      shape: 'sk_live_[A-Za-z0-9]{32}',
      near: ['clerk'],
    },
    {
      id: 'clerk-test-key',
      vendor: 'Clerk',
      kind: 'test secret key',
      shape: 'sk_test_[A-Za-z0-9]{32}',
      severity: 'low',
      near: ['clerk'],
    },
    {
      id: 'intra42-client-secret',
      vendor: '42 Intra',
      kind: 'application secret',
      shape: 's-s4t2(ud|af)-[0-9a-f]{64}',
      severity: 'high',
      prefixes: ['s-s4t2ud-', 's-s4t2af-'],
    },
    {
      id: 'intra42-client-id',
      vendor: '42 Intra',
      kind: 'application id',
      shape: 'u-s4t2(ud|af)-[0-9a-f]{64}',
      prefixes: ['u-s4t2ud-', 'u-s4t2af-'],
      public: IDENTIFIER,
    },
    {
      id: 'salesforce-consumer-key',
      vendor: 'Salesforce',
      kind: 'consumer key',
      shape: '3MVG9[A-Za-z0-9._+/=]{80,251}',
      public: IDENTIFIER,
    },
    {
      id: 'salesforce-refresh-token',
      vendor: 'Salesforce',
      kind: 'refresh token',
      shape: '5AEP861[A-Za-z0-9._=]{80,200}',
      rotate: 'Revoke it under Connected Apps OAuth Usage in Salesforce Setup, or post it to `/services/oauth2/revoke`.',
    },
    {
      id: 'adobe-client-secret',
      vendor: 'Adobe',
      kind: 'OAuth client secret',
      shape: 'p8e-[A-Za-z0-9-]{32}',
      severity: 'high',
    },
    {
      id: 'zoho-oauth-token',
      vendor: 'Zoho',
      kind: 'OAuth token',
      shape: '1000.[0-9a-f]{32}.[0-9a-f]{32}',
      severity: 'high',
      rotate: 'Post it to `https://accounts.zoho.com/oauth/v2/token/revoke`.',
    },
  ],
};
