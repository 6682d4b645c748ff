/** The rules that prove, demote or explain what has their shape, each in a file of its own. */

import type { SecretRule } from './rule.ts';
import { ageSecretKey } from './rules/age-secret-key.ts';
import { atlassianApiToken } from './rules/atlassian-api-token.ts';
import { atlassianDataCenterToken } from './rules/atlassian-data-center-token.ts';
import { awsAccessKey } from './rules/aws-access-key.ts';
import { awsBedrockApiKey } from './rules/aws-bedrock-api-key.ts';
import { awsSecretAccessKey } from './rules/aws-secret-access-key.ts';
import { awsSessionToken } from './rules/aws-session-token.ts';
import { azureAnnotatedKey } from './rules/azure-annotated-key.ts';
import { azureDevopsLegacyToken } from './rules/azure-devops-legacy-token.ts';
import { azureIdentifiableKey } from './rules/azure-identifiable-key.ts';
import { azureSasToken } from './rules/azure-sas-token.ts';
import { azureStorageAccountKey } from './rules/azure-storage-account-key.ts';
import { bitbucketAppPassword } from './rules/bitbucket-app-password.ts';
import { bitcoinExtendedKey } from './rules/bitcoin-extended-key.ts';
import { bitcoinPrivateKey } from './rules/bitcoin-private-key.ts';
import { chosenPassword } from './rules/chosen-password.ts';
import { cloudflareToken } from './rules/cloudflare-token.ts';
import { confluentApiSecret } from './rules/confluent-api-secret.ts';
import { discordBotToken } from './rules/discord-bot-token.ts';
import { djangoSecretKey } from './rules/django-secret-key.ts';
import { dockerConfigAuth } from './rules/docker-config-auth.ts';
import { encryptedPrivateKey } from './rules/encrypted-private-key.ts';
import { entraClientSecret } from './rules/entra-client-secret.ts';
import { filezillaPassword } from './rules/filezilla-password.ts';
import { flyToken } from './rules/fly-token.ts';
import { gcpServiceAccountKey } from './rules/gcp-service-account-key.ts';
import { githubFineGrainedToken } from './rules/github-fine-grained-token.ts';
import { githubInstallationToken } from './rules/github-installation-token.ts';
import { githubToken } from './rules/github-token.ts';
import { gitlabLegacyToken } from './rules/gitlab-legacy-token.ts';
import { gitlabRoutableToken } from './rules/gitlab-routable-token.ts';
import { googleApiKey } from './rules/google-api-key.ts';
import { googleSignedUrl } from './rules/google-signed-url.ts';
import { grafanaCloudToken } from './rules/grafana-cloud-token.ts';
import { grafanaLegacyApiKey } from './rules/grafana-legacy-api-key.ts';
import { grafanaServiceAccountToken } from './rules/grafana-service-account-token.ts';
import { jfrogApiKey } from './rules/jfrog-api-key.ts';
import { jfrogReferenceToken } from './rules/jfrog-reference-token.ts';
import { jsonWebToken } from './rules/json-web-token.ts';
import { jwkPrivateKey } from './rules/jwk-private-key.ts';
import { kubernetesServiceAccountToken } from './rules/kubernetes-service-account-token.ts';
import { mailchimpApiKey } from './rules/mailchimp-api-key.ts';
import { mapboxToken } from './rules/mapbox-token.ts';
import { natsSeed } from './rules/nats-seed.ts';
import { netrcPassword } from './rules/netrc-password.ts';
import { newrelicLicenseKey } from './rules/newrelic-license-key.ts';
import { npmAccessToken } from './rules/npm-access-token.ts';
import { npmrcCredential } from './rules/npmrc-credential.ts';
import { onepasswordServiceAccountToken } from './rules/onepassword-service-account-token.ts';
import { opensshPrivateKey } from './rules/openssh-private-key.ts';
import { pemPrivateKeyBase64 } from './rules/pem-private-key-base64.ts';
import { pgpPrivateKey } from './rules/pgp-private-key.ts';
import { pgpassPassword } from './rules/pgpass-password.ts';
import { powershellSecureString } from './rules/powershell-secure-string.ts';
import { privateKey } from './rules/private-key.ts';
import { puttyPrivateKey } from './rules/putty-private-key.ts';
import { pypiToken } from './rules/pypi-token.ts';
import { sentryOrganizationToken } from './rules/sentry-organization-token.ts';
import { stellarSecretSeed } from './rules/stellar-secret-seed.ts';
import { supabaseServiceRoleKey } from './rules/supabase-service-role-key.ts';
import { telegramBotToken } from './rules/telegram-bot-token.ts';
import { terraformCloudToken } from './rules/terraform-cloud-token.ts';
import { vendorWebToken } from './rules/vendor-web-token.ts';
import { walletMnemonic } from './rules/wallet-mnemonic.ts';
import { zuploApiKey } from './rules/zuplo-api-key.ts';

/**
 * By what they open; where two begin alike, the narrower stands first, since of two that hold for one value the first is reported.
 */
export const LOGIC_RULES: readonly SecretRule[] = [
  githubToken,
  githubInstallationToken,
  githubFineGrainedToken,
  npmAccessToken,
  gitlabRoutableToken,
  gitlabLegacyToken,
  atlassianApiToken,
  bitbucketAppPassword,
  atlassianDataCenterToken,
  grafanaServiceAccountToken,
  grafanaCloudToken,
  grafanaLegacyApiKey,
  cloudflareToken,
  confluentApiSecret,
  zuploApiKey,
  azureIdentifiableKey,
  azureAnnotatedKey,
  azureStorageAccountKey,
  azureDevopsLegacyToken,
  azureSasToken,
  entraClientSecret,
  awsAccessKey,
  awsSecretAccessKey,
  awsBedrockApiKey,
  awsSessionToken,
  pypiToken,
  flyToken,
  jfrogReferenceToken,
  jfrogApiKey,
  sentryOrganizationToken,
  onepasswordServiceAccountToken,
  terraformCloudToken,
  newrelicLicenseKey,
  mailchimpApiKey,
  discordBotToken,
  telegramBotToken,
  mapboxToken,
  supabaseServiceRoleKey,
  kubernetesServiceAccountToken,
  vendorWebToken,
  jsonWebToken,
  ageSecretKey,
  natsSeed,
  stellarSecretSeed,
  bitcoinPrivateKey,
  bitcoinExtendedKey,
  walletMnemonic,
  googleApiKey,
  googleSignedUrl,
  gcpServiceAccountKey,
  privateKey,
  encryptedPrivateKey,
  opensshPrivateKey,
  puttyPrivateKey,
  pemPrivateKeyBase64,
  pgpPrivateKey,
  jwkPrivateKey,
  npmrcCredential,
  dockerConfigAuth,
  netrcPassword,
  pgpassPassword,
  filezillaPassword,
  djangoSecretKey,
  powershellSecureString,
  chosenPassword,
];
