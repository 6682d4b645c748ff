/** Exchanges and market data. */

import { type Family, IDENTIFIER } from './family.ts';

export const TRADING: Family = {
  id: 'trading',
  opens: 'read an account and, within its permissions, trade',
  severity: 'high',
  rotate: (vendor) => `Delete it under API management at ${vendor} and create another, bound to addresses.`,
  rows: [
    {
      id: 'gemini-master-key',
      vendor: 'Gemini',
      kind: 'master API key',
      shape: 'master-[A-Za-z0-9]{20}',
      severity: 'critical',
      near: ['gemini'],
    },
    { id: 'gemini-account-key', vendor: 'Gemini', kind: 'account API key', shape: 'account-[A-Za-z0-9]{20}', near: ['gemini'] },
    {
      id: 'coinbase-key-name',
      vendor: 'Coinbase',
      kind: 'API key name',
      shape: 'organizations/<uuid>/apiKeys/<uuid>',
      public: IDENTIFIER,
    },
    {
      id: 'robinhood-crypto-key',
      vendor: 'Robinhood',
      kind: 'Crypto API key',
      shape: 'rh-api-<uuid>',
    },
    { id: 'databento-key', vendor: 'Databento', kind: 'API key', shape: 'db-[A-Za-z0-9]{29}', near: ['databento'] },
    { id: 'finage-key', vendor: 'Finage', kind: 'API key', shape: 'API_KEY[0-9A-Z]{32}', near: ['finage'] },
    { id: 'iex-cloud-secret-token', vendor: 'IEX Cloud', kind: 'secret token', shape: 'sk_[A-Za-z0-9]{32}', near: ['iex'] },
    { id: 'dfuse-web-key', vendor: 'dfuse', kind: 'web API key', shape: 'web_[0-9a-z]{32}', near: ['dfuse'] },
  ],
};
