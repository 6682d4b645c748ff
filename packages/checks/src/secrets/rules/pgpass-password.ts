/** Passwords in a `.pgpass`, which the clients of PostgreSQL read on their own. */

import type { Candidate, SecretRule, Verdict } from '../rule.ts';
import { isFiller } from '../url-credentials.ts';

/** The port stands first in what is looked for, since nothing else of a line is known: that of PostgreSQL and its neighbours, of PgBouncer, of poolers and hosts, or any. */
const PORTS = ['5432', '5433', '5434', '5435', '5436', '5439', '6432', '6543', '15432', '25060', '26257', '54320', '*'];
/** The fields before the password, from the beginning of the line or of the string that is written to the file. */
const FIELDS = /(?:^|[\s"'`]|\\n)([\w.*/-]{1,120}):[0-9*]{1,5}:[^\s:]{1,63}:([^\s:]{1,63}):$/;

function check({ value, before }: Candidate): Verdict {
  const [, host, user] = FIELDS.exec(before) ?? [];
  if (host === undefined || isFiller(value) || value === user) return { evidence: 'none' };
  return { evidence: 'shape', why: `the password of \`${user}\` at \`${host}\` as \`.pgpass\` has it` };
}

export const pgpassPassword: SecretRule = {
  id: 'pgpass-password',
  title: 'password in a .pgpass',
  description: 'Whoever reads this line can open the database that it names.',
  severity: 'high',
  tier: 'contextual',
  prefixes: PORTS.map((port) => `:${port}:`),
  // Five fields; in the last a backslash stands before a colon or another backslash.
  shape:
    /:(?:[0-9]{4,5}|\*):(?:[\w.-]{1,63}|\*):(?:[\w.@-]{1,63}|\*):(?<secret>(?:\\[:\\]|[!#-&(-9;-[\]-_a-~]){4,200})(?=[\s"'`]|\\n|$)/y,
  check,
  remedy: { rotate: 'Change the password of that user in the database, and connect with an identity instead.' },
  reference: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
  examples: (make) => {
    const password = (): string => `7${make.chars('A-Za-z0-9', 15)}`;
    return {
      positive: [
        ...PORTS.map((port) => `db.acme.dev:${port}:shop:ci:${password()}`),
        `*:*:*:ci:${password()}`,
        `echo "db.acme.dev:5432:*:ci:${password()}" >> ~/.pgpass`,
      ],
      negative: [
        'db.acme.dev:5432:shop:ci:$PGPASSWORD',
        'db.acme.dev:5432:shop:ci:password',
        `db.acme.dev:5432:shop:ci:${password()}:more`,
        `cpe:2.3:a:acme:*:shop:ci:${password()}`,
      ],
    };
  },
};
