/** Account keys of Azure Storage and Cosmos DB in connection strings, those without a signature too. */

import type { SecretRule } from '../rule.ts';

export const azureStorageAccountKey: SecretRule = {
  id: 'azure-storage-account-key',
  title: 'Azure account key',
  description: 'An account key in a connection string reads and writes everything in a storage or Cosmos DB account.',
  severity: 'critical',
  // What a connection string calls it is as good as a prefix.
  prefixes: ['AccountKey='],
  shape: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/y,
  remedy: {
    rotate: 'Regenerate the key under Access keys of the account, one of the two at a time, and disallow shared key access.',
    provider: 'azure',
  },
  reference: 'https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage',
  examples: (make) => ({
    positive: [`AccountName=acme;AccountKey=${make.chars('A-Za-z0-9+/', 85)}A==;EndpointSuffix=core.windows.net`],
    negative: [`AccountName=acme;AccountKey=${make.chars('A-Za-z0-9+/', 40)}=;`],
  }),
};
