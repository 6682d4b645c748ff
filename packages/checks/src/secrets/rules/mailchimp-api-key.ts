/** API keys of Mailchimp: 32 hex digits and the data center. */

import { OPENERS, opened } from '../openers.ts';
import type { SecretRule } from '../rule.ts';

export const mailchimpApiKey: SecretRule = {
  id: 'mailchimp-api-key',
  title: 'Mailchimp API key',
  description: 'An API key of Mailchimp reads the lists of an account and sends to them.',
  severity: 'high',
  prefixes: OPENERS,
  shape: opened('[0-9a-f]{32}-us[0-9]{1,2}'),
  remedy: { rotate: 'Revoke it under Profile, Extras, API keys in the Mailchimp account.' },
  reference: 'https://mailchimp.com/developer/marketing/docs/fundamentals/',
  examples: (make) => ({
    positive: [`key="${make.chars('0-9a-f', 32)}-us${make.chars('1-9', 1)}"`, `apikey: ${make.chars('0-9a-f', 32)}-us21`],
    negative: [`key="${make.chars('0-9a-f', 32)}-eu1"`, `key="${make.chars('0-9a-f', 24)}-us1"`],
  }),
};
