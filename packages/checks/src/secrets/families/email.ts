/** Mail and campaigns. */

import { type Family, IDENTIFIER } from './family.ts';

export const EMAIL: Family = {
  id: 'email',
  opens: 'send mail in the name of its owner and read who receives it',
  severity: 'high',
  rotate: (vendor) => `Delete it under API keys in the ${vendor} dashboard and create another that may only send.`,
  rows: [
    {
      id: 'sendgrid-key',
      vendor: 'SendGrid',
      kind: 'API key',
      shape: 'SG.[A-Za-z0-9_-]{22}.[A-Za-z0-9_-]{43}',
      reference: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    },
    {
      id: 'mailgun-key',
      vendor: 'Mailgun',
      kind: 'API key',
      shape: 'key-[0-9a-z]{32}',
      near: ['mailgun'],
    },
    {
      id: 'mailgun-validation-key',
      vendor: 'Mailgun',
      kind: 'public validation key',
      shape: 'pubkey-[0-9a-f]{32}',
      public: 'a public key, which only validates addresses',
    },
    {
      id: 'nylas-key',
      vendor: 'Nylas',
      kind: 'API key',
      shape: 'nyk_[A-Za-z0-9_]{60,70}',
      reference: 'https://developer.nylas.com/docs/v3/auth/',
    },
    {
      id: 'brevo-key',
      vendor: 'Brevo',
      kind: 'API key',
      shape: 'xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}',
      reference: 'https://developers.brevo.com/docs/getting-started',
    },
    {
      id: 'resend-key',
      vendor: 'Resend',
      kind: 'API key',
      shape: 're_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}',
      reference: 'https://resend.com/docs/dashboard/api-keys/introduction',
    },
    {
      id: 'mailersend-token',
      vendor: 'MailerSend',
      kind: 'API token',
      shape: 'mlsn.[A-Za-z0-9]{30,100}',
    },
    {
      id: 'klaviyo-private-key',
      vendor: 'Klaviyo',
      kind: 'private API key',
      shape: 'pk_([A-Za-z0-9]{6}_[0-9a-f]{34}|[0-9a-f]{34})',
    },
    { id: 'salesblink-key', vendor: 'SalesBlink', kind: 'API key', shape: 'key-[A-Za-z0-9]{64}', near: ['salesblink'] },
    {
      id: 'dotdigital-api-user',
      vendor: 'Dotdigital',
      kind: 'API user',
      shape: 'apiuser-[0-9a-z]{12}@apiconnector.com',
      public: IDENTIFIER,
    },
  ],
};
