/** Client secrets of applications in Microsoft Entra ID, known by the sign in their sixth place; the sum in their last characters does not reproduce, so the shape is the evidence. */

import type { SecretRule } from '../rule.ts';

const BODY = 'A-Za-z0-9._~-';

export const entraClientSecret: SecretRule = {
  id: 'entra-client-secret',
  title: 'Microsoft Entra client secret',
  description:
    'A client secret lets its holder act as the application in the tenant, in Azure and in Microsoft 365; five characters stand before the sign where the value begins.',
  severity: 'critical',
  // The value is recognised in its middle, so it is taken from there on.
  prefixes: Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-', (character) => `~${character}`),
  shape: /(?<=(?<![A-Za-z0-9._~-])[A-Za-z0-9._~-]{3}[0-9]Q)~[A-Za-z0-9._~-]{31,34}/y,
  remedy: {
    rotate: 'Delete it under Certificates & secrets of the app registration, and add a federated credential.',
    provider: 'azure',
  },
  reference: 'https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials',
  examples: (make) => ({
    positive: ['7', '8', '9'].map(
      (digit) => `${make.chars('A-Za-z0-9', 3)}${digit}Q~${make.chars(BODY, 33)}${make.chars('A-Za-z0-9', 1)}`,
    ),
    negative: [`${make.chars('A-Za-z0-9', 3)}8Q~${make.chars('A-Za-z0-9', 20)}`],
  }),
};
