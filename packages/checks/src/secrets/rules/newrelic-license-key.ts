/** License keys of New Relic, which say at their end what they are. */

import { OPENERS, opened } from '../openers.ts';
import type { SecretRule } from '../rule.ts';

export const newrelicLicenseKey: SecretRule = {
  id: 'newrelic-license-key',
  title: 'New Relic license key',
  description: 'A license key writes telemetry into an account, which can be made to hide or to cost.',
  severity: 'medium',
  prefixes: OPENERS,
  shape: opened('(?:eu01xx)?[0-9a-f]{30,36}(?:FFFF)?NRAL'),
  remedy: { rotate: 'Rotate it among the API keys of the account at New Relic: delete it when its successor is in place.' },
  reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  examples: (make) => ({
    positive: [
      `key="${make.chars('0-9a-f', 36)}NRAL"`,
      `license: ${make.chars('0-9a-f', 32)}FFFFNRAL`,
      `key: eu01xx${make.chars('0-9a-f', 30)}NRAL`,
    ],
    negative: [`key="${make.chars('0-9a-f', 40)}"`, `key="${make.chars('0-9a-f', 20)}NRAL"`],
  }),
};
