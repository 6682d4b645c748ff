/** Passwords in a file that is called `.pgpass` or `pgpass.conf`, or beside its name: there a line counts at any port. */

import type { SecretRule } from '../rule.ts';
import { judgePgpass, PGPASS_FIELDS } from './pgpass-password.ts';

/** The first two digits of a port, since fewer would stand everywhere. */
const DIGITS: readonly string[] = Array.from({ length: 90 }, (_, number) => String(number + 10));

export const pgpassFilePassword: SecretRule = {
  id: 'pgpass-file-password',
  title: 'password in a .pgpass at a port of its own',
  description: 'Whoever reads this line can open the database that it names.',
  severity: 'high',
  tier: 'contextual',
  prefixes: DIGITS.map((digits) => `:${digits}`),
  shape: new RegExp(`:[0-9]{4,5}:${PGPASS_FIELDS}`, 'y'),
  check: judgePgpass,
  near: ['pgpass'],
  remedy: { rotate: 'Change the password of that user in the database, and connect with an identity instead.' },
  reference: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
  examples: (make) => {
    const line = (digits: string): string => `db.acme.dev:${digits}44:shop:ci:7${make.chars('A-Za-z0-9', 15)}`;
    return {
      positive: DIGITS.map(line),
      negative: ['db.acme.dev:7744:shop:ci:$PGPASSWORD', 'db.acme.dev:7744:shop:ci:password', `${line('77')}:more`],
    };
  },
};
