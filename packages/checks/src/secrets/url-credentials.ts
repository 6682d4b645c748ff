/** A password in an address: `scheme://user:password@host`. */

import type { Candidate, ExampleMaker, Examples, SecretRule, Verdict } from './rule.ts';

/** Hosts that only the machine itself or nobody has. */
const NOWHERE =
  /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|::1|host\.docker\.internal|(?:[\w-]{1,63}\.){0,8}(?:example|test|invalid|local|localhost)|(?:[\w-]{1,63}\.){0,8}example\.[a-z.]{2,12}|host|hostname|server|domain|your[\w.-]{0,60}|my-?host[\w.-]{0,60})$/i;
/** What stands for a password that is put in later. */
const TEMPLATE = /[${}<>[\]`]|%[a-z(]|^%|^:|^\.{2,3}$|\u2026|^\*+$|^[xX]+$|^_+$|^#|\\/;
/** What people write where a password would stand. */
const WORDS =
  /^(?:(?:my|your|the|some|a|user|db|database|test|secret|super|default|redis|mongo|postgres|mysql|rabbit|proxy|root|admin|git|access|api|app|new|old|custom|db_?user|auth)?[-_ ]?(?:password|passwd|passw0rd|passphrase|pass|pwd|pw|secret|token|key|apikey|credentials?|user|username|guest|root|admin|postgres|postgresql|mysql|redis|mongo|mongodb|rabbitmq|sa|test|testing|tester|example|changeme|change-?me|change_me|foo|bar|baz|foobar|hunter2|letmein|qwerty|abc|abc123|foo123|redacted|placeholder|dummy|fake|mock|sample|none|null|undefined|hidden|masked|value|here|string|p4ssw0rd|p@ssw0rd)[-_]?\d{0,6})$/i;

/** A port and the sign that ends the authority: who writes an `@` behind it means to mislead about the host. */
const PORT = /^\d{2,5}[?#]$/;
/** Shorter ones are letters of an example. */
const SHORTEST = 3;

/** Tells whether a password is none: a template, or what people write where one would stand. */
export function isFiller(password: string): boolean {
  return password.length < SHORTEST || TEMPLATE.test(password) || WORDS.test(password);
}

/**
 * One password an address, with what is no password left out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1
 */
export const URL_CREDENTIALS: SecretRule = {
  id: 'url-credentials',
  title: 'password in an address',
  description: 'Whoever reads this address can sign in where it leads.',
  severity: 'high',
  tier: 'contextual',
  prefixes: ['://'],
  // A password with an `@` that nobody encoded: the last one before the host counts.
  shape: /:\/\/[^\s:/?#@"'`<>|\\]{0,128}:(?<secret>[^\s/@"'`|]{1,256}(?:@[^\s/?#@:,;"'`|]{1,64}){0,3})@(?=[\w[$%{<])/y,
  check: judge,
  remedy: { rotate: 'Change the password where the address leads, and hand it to the job at run time instead.' },
  examples,
};

function judge(candidate: Candidate): Verdict {
  const { value } = candidate;
  if (isFiller(value) || PORT.test(value)) return { evidence: 'none' };
  const host = /^@([\w.-]{1,253}|\[[0-9A-Fa-f:]{2,45}\])/.exec(candidate.after)?.[1];
  if (host === undefined || NOWHERE.test(host)) return { evidence: 'none' };
  const user = /:\/\/([^:/]{0,128}):$/.exec(candidate.before)?.[1] ?? '';
  if (user.toLowerCase() === value.toLowerCase()) return { evidence: 'none' };
  return { evidence: 'shape', why: `the address of \`${host}\` carries a password` };
}

function examples(make: ExampleMaker): Examples {
  const user = make.chars('a-z', 6);
  const password = make.chars('A-Za-z0-9', 14);
  const host = `db.${make.chars('a-z', 8)}.net`;
  return {
    positive: [
      ['postgres:/', `/${user}:${password}@${host}:5432/shop`].join(''),
      ['https:/', `/${user}:${password}@${host}/feed.git`].join(''),
      ['amqps:/', `/:${password}@${host}`].join(''),
      ['postgres:/', `/${user}:${password}@${make.chars('a-z', 4)}@${host}/shop`].join(''),
    ],
    negative: [
      ['postgres:/', `/${user}:${password}@localhost:5432/shop`].join(''),
      ['postgres:/', `/${user}:\${DB_PASSWORD}@${host}/shop`].join(''),
      ['redis:/', `/%s:%s@${host}`].join(''),
      ['https:/', `/${user}:<pass>@${host}`].join(''),
      ['https:/', `/${user}:password@${host}`].join(''),
      ['https:/', `/${user}:${password}@example.com`].join(''),
      ['ssh:/', `/git@${host}:22/x`].join(''),
      ['https:/', `/${host}:8080/${user}@${host}`].join(''),
    ],
  };
}
