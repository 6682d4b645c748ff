/** The pairs that are known, by vendor; the lengths are those of the vendors' documentation. */

import type { Pair, PartnerForm } from './pair.ts';

const HEX_32: PartnerForm = { alphabet: 'hex', least: 32, most: 32, named: true };
const LETTERS_32: PartnerForm = { alphabet: 'letters and digits', least: 32, most: 32, named: true };
const MAIL: PartnerForm = { alphabet: 'mail address', least: 6, most: 120 };

export const PAIRS: readonly Pair[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  {
    ruleId: 'aws-access-key',
    severity: 'critical',
    name: 'access key id',
    partnerName: 'secret access key',
    partner: { alphabet: 'base64', least: 40, most: 40 },
  },
  // https://cloud.google.com/storage/docs/authentication/hmackeys
  {
    ruleId: 'google-hmac-access-id',
    severity: 'high',
    name: 'HMAC access id',
    partnerName: 'HMAC secret',
    partner: { alphabet: 'base64', least: 40, most: 40 },
  },
  // https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
  {
    ruleId: 'alibaba-access-key-id',
    severity: 'critical',
    name: 'AccessKey ID',
    partnerName: 'AccessKey secret',
    partner: { alphabet: 'letters and digits', least: 30, most: 30 },
  },
  {
    ruleId: 'alibaba-sts-key-id',
    severity: 'high',
    name: 'temporary AccessKey ID',
    partnerName: 'temporary AccessKey secret',
    partner: { alphabet: 'letters and digits', least: 40, most: 46 },
  },
  // https://www.tencentcloud.com/document/product/598/32675
  {
    ruleId: 'tencent-cloud-secret-id',
    severity: 'critical',
    name: 'SecretId',
    partnerName: 'SecretKey',
    partner: { alphabet: 'letters and digits', least: 32, most: 32 },
  },
  // https://www.twilio.com/docs/iam/api-keys
  { ruleId: 'twilio-account-sid', severity: 'high', name: 'account SID', partnerName: 'auth token', partner: HEX_32 },
  { ruleId: 'twilio-api-key', severity: 'high', name: 'API key SID', partnerName: 'API key secret', partner: LETTERS_32 },
  // https://razorpay.com/docs/api/authentication/
  ...(['live', 'test'] as const).map(
    (mode): Pair => ({
      ruleId: `razorpay-${mode}-key-id`,
      severity: mode === 'live' ? 'critical' : 'low',
      name: `${mode} key id`,
      partnerName: 'key secret',
      partner: { alphabet: 'letters and digits', least: 24, most: 24, named: true },
    }),
  ),
  // https://docs.datadoghq.com/account_management/api-app-keys/
  {
    ruleId: 'datadog-api-key',
    severity: 'critical',
    name: 'API key',
    partnerName: 'application key',
    partner: 'datadog-application-key',
    secretFirst: true,
  },
  // https://www.algolia.com/doc/guides/security/api-keys/
  {
    ruleId: 'algolia-application-id',
    severity: 'high',
    name: 'application id',
    partnerName: 'admin API key',
    partner: 'algolia-admin-key',
  },
  // https://cloudinary.com/documentation/developer_onboarding_faq_find_credentials
  {
    ruleId: 'cloudinary-api-key',
    severity: 'high',
    name: 'API key',
    partnerName: 'API secret',
    partner: 'cloudinary-api-secret',
  },
  // https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/
  { ruleId: 'trello-api-key', severity: 'high', name: 'API key', partnerName: 'token', partner: 'trello-token' },
  // https://dev.mailjet.com/email/guides/
  { ruleId: 'mailjet-api-key', severity: 'high', name: 'API key', partnerName: 'secret key', partner: 'mailjet-secret-key' },
  // https://plaid.com/docs/api/
  { ruleId: 'plaid-client-id', severity: 'critical', name: 'client id', partnerName: 'secret', partner: 'plaid-secret' },
  // https://developers.cloudflare.com/fundamentals/api/get-started/keys/
  {
    ruleId: 'cloudflare-global-key',
    severity: 'critical',
    name: 'global API key',
    partnerName: 'mail address of its owner',
    partner: MAIL,
    secretFirst: true,
  },
  // https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret
  { ruleId: 'x-api-key', severity: 'high', name: 'API key', partnerName: 'API key secret', partner: 'x-api-key-secret' },
  {
    ruleId: 'x-access-token',
    severity: 'high',
    name: 'access token',
    partnerName: 'access token secret',
    partner: 'x-access-token-secret',
  },
  // https://developers.facebook.com/docs/facebook-login/guides/access-tokens/
  {
    ruleId: 'facebook-app-id',
    severity: 'high',
    name: 'app id',
    partnerName: 'app secret',
    partner: 'facebook-app-secret',
  },
  // https://developer.paypal.com/api/rest/
  {
    ruleId: 'paypal-client-id',
    severity: 'critical',
    name: 'client id',
    partnerName: 'client secret',
    partner: 'paypal-client-secret',
  },
  // https://developer.vonage.com/en/account/secret-management
  { ruleId: 'vonage-api-key', severity: 'high', name: 'API key', partnerName: 'API secret', partner: 'vonage-api-secret' },
  // https://developer.zendesk.com/api-reference/introduction/security-and-auth/
  {
    ruleId: 'zendesk-api-token',
    severity: 'high',
    name: 'API token',
    partnerName: 'mail address of an agent',
    partner: MAIL,
    secretFirst: true,
  },
  // https://www.sumologic.com/help/docs/manage/security/access-keys/
  {
    ruleId: 'sumo-logic-access-id',
    severity: 'high',
    name: 'access id',
    partnerName: 'access key',
    partner: 'sumo-logic-access-key',
  },
  // https://cloud.google.com/looker/docs/api-auth
  {
    ruleId: 'looker-client-id',
    severity: 'high',
    name: 'client id',
    partnerName: 'client secret',
    partner: 'looker-client-secret',
  },
  // https://developer.hashicorp.com/vault/docs/auth/approle
  { ruleId: 'vault-role-id', severity: 'critical', name: 'role id', partnerName: 'secret id', partner: 'vault-secret-id' },
];
