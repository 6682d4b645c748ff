/** Rules for credentials that only their name tells: passwords, keys, tokens and secrets without a form of their own. */

import type { ExampleMaker, Examples, SecretRule } from '../rule.ts';
import { ANY_VALUE } from './any-value.ts';
import type { Operand } from './operand.ts';

interface Kind {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rotate: string;
  readonly example: (make: ExampleMaker) => string;
  readonly counter: string;
}

const KINDS: readonly Kind[] = [
  {
    id: 'assigned-password',
    title: 'password beside its name',
    description: 'Whoever reads this line knows a password.',
    rotate: 'Change the password where it is used, and hand it to the job at run time instead.',
    example: (make) => `db_password=${make.chars('a-z', 8)}${make.chars('0-9', 2)}${make.chars('b-df-hj-np-tv-z', 6)}`,
    counter: ['db_password=', '{PASSWORD}'].join('$'),
  },
  {
    id: 'assigned-token',
    title: 'token beside its name',
    description: 'Whoever reads this line can act with the token in it.',
    rotate: 'Revoke the token where it was issued, and lease one for the length of the job instead.',
    example: (make) => `deploy_token=${make.chars('A-Za-z0-9', 12)}7${make.chars('A-Za-z0-9', 15)}`,
    counter: 'deploy_token=<token>',
  },
  {
    id: 'assigned-secret',
    title: 'secret beside its name',
    description: 'Whoever reads this line knows what the software keeps secret.',
    rotate: 'Make another secret where this one is used, and hand it to the job at run time instead.',
    example: (make) => `client_secret=${make.chars('A-Za-z0-9', 14)}3${make.chars('A-Za-z0-9', 13)}`,
    counter: 'client_secret={{ client_secret }}',
  },
  {
    id: 'assigned-key',
    title: 'key beside its name',
    description: 'Whoever reads this line can call what the key opens.',
    rotate: 'Make another key where this one was issued, and delete this one.',
    example: (make) => `api_key=${make.chars('A-Za-z0-9', 18)}5${make.chars('A-Za-z0-9', 13)}`,
    counter: 'api_key=your-api-key',
  },
  {
    id: 'assigned-credential',
    title: 'credential beside its name',
    description: 'Whoever reads this line can sign in with what stands in it.',
    rotate: 'Replace it where it is used, and hand it to the job at run time instead.',
    example: (make) => `auth=${make.chars('A-Za-z0-9', 16)}4${make.chars('A-Za-z0-9', 15)}`,
    counter: 'auth=basic',
  },
  {
    id: 'authorization-value',
    title: 'credential of an HTTP header',
    description: 'Whoever reads this line can send the same requests.',
    rotate: 'Revoke what the header carries where it was issued, and lease one for the length of the job instead.',
    example: (make) => `Authorization: Bearer ${make.chars('a-f0-9', 20)}7${make.chars('a-f0-9', 19)}`,
    counter: 'Authorization: Bearer <token>',
  },
  {
    id: 'connection-string-password',
    title: 'password in a connection string',
    description: 'Whoever reads this line can open the database.',
    rotate: 'Change the password of that user in the database, and connect with an identity instead.',
    example: (make) =>
      `Server=db.shop.net;User Id=shop;Password=${make.chars('a-z', 6)}${make.chars('0-9', 3)}${make.chars('b-df-hj-np-tv-z', 7)};`,
    counter: 'Server=db.shop.net;User Id=shop;Password={0};',
  },
];

/** One rule a kind of name. */
export const NAME_RULES: readonly SecretRule[] = KINDS.map(({ id, title, description, rotate, example, counter }) => ({
  id,
  title,
  description,
  severity: 'medium',
  tier: 'contextual',
  prefixes: [],
  shape: ANY_VALUE,
  remedy: { rotate },
  examples: (make: ExampleMaker): Examples => ({ positive: [example(make)], negative: [counter] }),
}));

const byId: ReadonlyMap<string, SecretRule> = new Map(NAME_RULES.map((rule) => [rule.id, rule]));
const CONNECTION = /(?:server|data source|host|user id|uid|database|initial catalog)\s*=[^;]{1,80};/i;

/** The rule that a candidate falls under, by its name and what stands beside it. */
export function ruleFor({ name, scheme, around }: Operand): SecretRule {
  const { before, after } = around();
  return byId.get(idFor(name.toLowerCase(), scheme, before, after)) as SecretRule;
}

function idFor(name: string, scheme: string, before: string, after: string): string {
  if (scheme !== '' || /^(?:bearer|basic|ntlm)$/.test(name)) return 'authorization-value';
  if (/pass|pwd|pw$/.test(name))
    return CONNECTION.test(before) || CONNECTION.test(after) ? 'connection-string-password' : 'assigned-password';
  if (name.includes('token')) return 'assigned-token';
  if (name.includes('secr')) return 'assigned-secret';
  return name.includes('key') ? 'assigned-key' : 'assigned-credential';
}
