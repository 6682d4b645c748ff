/** Client secrets of applications in Microsoft Entra ID, known by the sign in their sixth place; the sum in their last characters does not reproduce, so the shape is the evidence. */

import { OPENERS } from '../openers.ts';
import type { ExampleMaker, SecretRule } from '../rule.ts';

const BODY = 'A-Za-z0-9._~-';
/** What stands before the sign. */
const HEAD = `[${BODY}]{3}[0-9]Q`;
/** The sign and what may follow it. */
const MIDDLES: readonly string[] = Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-',
  (character) => `~${character}`,
);

export const entraClientSecret: SecretRule = {
  id: 'entra-client-secret',
  title: 'Microsoft Entra client secret',
  description:
    'A client secret lets its holder act as the application in the tenant, in Azure and in Microsoft 365; five characters stand before the sign where the value begins.',
  severity: 'critical',
  // It is recognised in its middle, so it is taken from there on. Where points and tildes leave no run of it that is long enough to be looked at, what opens it tells of it.
  prefixes: [...MIDDLES, ...OPENERS],
  shape: new RegExp(`(?:[A-Za-z]{0,15}[=: ]["' ]?${HEAD}|(?<=(?<![${BODY}])${HEAD}))(?<secret>~[${BODY}]{31,34})`, 'y'),
  remedy: {
    rotate: 'Delete it under Certificates & secrets of the app registration, and add a federated credential.',
    provider: 'azure',
  },
  reference: 'https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials',
  examples: (make) => ({
    positive: [
      ...['7', '8', '9'].map((digit) => write(make, digit, make.chars(BODY, 33))),
      `secret = "${write(make, '8', ['', '', ''].map(() => make.chars('A-Za-z0-9', 9)).join('.~'))}"`,
    ],
    negative: [`${make.chars('A-Za-z0-9', 3)}8Q~${make.chars('A-Za-z0-9', 20)}`],
  }),
};

function write(make: ExampleMaker, digit: string, middle: string): string {
  return `${make.chars('A-Za-z0-9', 3)}${digit}Q~${middle}${make.chars('A-Za-z0-9', 1)}`;
}
