import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleMaker } from '../example-maker.ts';
import { LOGIC_RULES } from '../logic-rules.ts';
import type { SecretRule } from '../rule.ts';
import { chosenPassword } from '../rules/chosen-password.ts';
import { FAMILIES, SETTING_RULES, SHAPE_RULES } from './index.ts';

const KNOWN_RULES: readonly SecretRule[] = [...LOGIC_RULES, ...SHAPE_RULES, ...SETTING_RULES];

/** Prefixes of credentials with something to prove, each of which has a rule of its own. */
const PROVEN = [
  ...['ghp_', 'gho_', 'ghu_', 'ghr_', 'ghs_', 'github_pat_', 'npm_'],
  ...['glpat-', 'gldt-', 'glptt-', 'glcbt-', 'glsoat-', 'glft-', 'glimt-', 'glagent-', 'gloas-', 'glffct-', 'glrt-', 'GR1348941'],
  ...['ATATT', 'ATCTT', 'ATBB', 'BBDC-', 'glsa_', 'glc_', 'eyJrIjoi', 'cfk_', 'cfut_', 'cfat_', 'cflt', 'zpka_'],
  ...['AGE-SECRET-KEY-1', 'pypi-', 'AKC', 'cmVmd', 'AIza', 'AKIA', 'ASIA', 'ABSK', 'sntrys_', 'ops_eyJ', 'eyJ', 'sk.eyJ', 'tk.'],
  ...['-----BEGIN', 'LS0tLS1CRUdJTiB'],
];

/** The word before a token, which is found without it. */
const SCHEME = 'FlyV1';

/** What is found by its structure, wherever its beginning stands: a user name and password inside an address. */
const ADDRESSES = ['mongodb', 'mysql://', 'postg', 'jdbc:', 'http\turi', 'https://\tsentry'];

/** What begins so is no credential: it has no rule, and none may claim it. */
const NO_CREDENTIAL: Readonly<Record<string, readonly string[]>> = {
  'the address of a service, beside credentials that only their names tell': [
    'cb.',
    'https://www',
    'http\topenvpn',
    'https://\tsupabase',
  ],
  'the name of a resource or of an error': ['arn:aws', 'redirect_uri_mismatch'],
  'already encrypted': ['secure:'],
  'a word for passwords': ['password'],
};

/** What stands beside a credential, and the rule that finds that. */
const BESIDE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['ap1.', 'ap2.', 'us3.', 'us5.', ''].map((region) => [`${region}datadoghq.com`, 'datadog-api-key'])),
  'datadoghq.eu': 'datadog-api-key',
  'ddog-gov.com': 'datadog-api-key',
  'api.': 'sumo-logic-access-key',
  'storage.googleapis.com/': 'google-signed-url',
  'https://api.': 'nylas-key',
  bitbucket: 'coveralls-repo-token',
  github: 'coveralls-repo-token',
  gitlab: 'coveralls-repo-token',
  launchdarkly: 'launchdarkly-api-token',
  login: 'sonar-legacy-token',
  token: 'sonar-legacy-token',
  'http\tsonarqube': 'sonar-legacy-token',
  'http\tlooker': 'looker-client-secret',
  'http\thashicorpvault,hashicorpvaultauth': 'vault-secret-id',
  'http\tliveagent': 'liveagent-api-key',
  'http\tmetabase': 'metabase-key',
  'https://\tazure,azureappconfigconnectionstring': 'azure-app-configuration-connection',
  'https://\tsalesforce': 'salesforce-access-token',
  'convertto-securestring"': 'powershell-secure-string',
  'convertto-securestring-asplaintext-force"': 'powershell-secure-string',
};

/** Passwords that people choose, which their place tells from words. */
const CHOSEN = [
  'blink',
  'correcthorsebatterystaple',
  'letmein',
  'newpass',
  'p@ssw0rd',
  'pa55word',
  'pass4now',
  'qwer',
  'qwerty',
  'trustno',
];

/** Beginnings that differ from one place to the next, and the rule that finds what follows or surrounds them. */
const HOSTS: Readonly<Record<string, string>> = {
  'https://\tmicrosoftteamswebhook': 'teams-webhook',
  'https://\ttineswebhook': 'tines-webhook',
  'http\tmattermost': 'mattermost-webhook',
  'ApiKey-v1': 'gc-notify-key',
  aGJHY2lPaU: 'jwt-base64',
};

const FACTS = readFileSync(new URL('prefixes.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

function byTable(fact: string): boolean {
  if (HOSTS[fact] !== undefined) return SHAPE_RULES.some((rule) => rule.id === HOSTS[fact]);
  const begins = (fact.split('\t')[0] as string).replace('https://', '').toLowerCase();
  if (begins === '') return false;
  return SHAPE_RULES.some((rule) => rule.prefixes.some((known) => overlaps(known.toLowerCase(), begins)));
}

function overlaps(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function matchOf(rule: SecretRule, value: string): boolean {
  rule.shape.lastIndex = 0;
  return rule.shape.test(value) && rule.shape.lastIndex === value.length;
}

/** The rule that a value is resolved to, by the precedence that {@link SHAPE_RULES} promises. */
function resolve(value: string, nearby: string): SecretRule | undefined {
  let best: SecretRule | undefined;
  let length = 0;
  for (const rule of SHAPE_RULES) {
    if (rule.near !== undefined && !rule.near.some((word) => `${nearby}${value}`.toLowerCase().includes(word))) continue;
    const prefix = rule.prefixes.find((known) => value.startsWith(known));
    if (prefix === undefined || prefix.length <= length || !matchOf(rule, value)) continue;
    best = rule;
    length = prefix.length;
  }
  return best;
}

test.each(SHAPE_RULES.map((rule) => [rule.id, rule] as const))(
  '%s finds its own examples, and no other rule takes them',
  (id, rule) => {
    for (const seed of [1, 2, 3]) {
      const { positive, negative } = rule.examples(exampleMaker(seed));
      for (const [at, prefix] of rule.prefixes.entries()) expect(positive[at]?.startsWith(prefix), prefix).toBe(true);
      for (const value of positive) {
        expect(matchOf(rule, value), value).toBe(true);
        expect(resolve(value, rule.near?.[0] ?? '')?.id, value).toBe(id);
      }
      for (const value of negative) expect(matchOf(rule, value), value).toBe(false);
    }
  },
);

test('ids are unique, kebab case, and each title too is used once', () => {
  const ids = SHAPE_RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id))).toEqual([]);
  expect(new Set(SHAPE_RULES.map((rule) => rule.title)).size).toBe(ids.length);
  expect(new Set(FAMILIES.map((family) => family.id)).size).toBe(FAMILIES.length);
});

test('a prefix of two characters counts only beside a word of its vendor, and none is shorter', () => {
  const short = SHAPE_RULES.filter((rule) => rule.prefixes.some((prefix) => prefix.length < 3));
  expect(short.filter((rule) => rule.near === undefined || rule.prefixes.some((prefix) => prefix.length < 2))).toEqual([]);
  expect(SHAPE_RULES.flatMap((rule) => rule.near ?? []).filter((word) => word !== word.toLowerCase() || word.length < 3)).toEqual(
    [],
  );
});

test('what is public by design weighs nothing, and what is not says how it is rotated', () => {
  for (const rule of SHAPE_RULES) {
    const verdict = rule.check?.({ value: '', before: '', after: '' });
    expect(rule.severity === 'info', rule.id).toBe(verdict?.evidence === 'public');
    expect(rule.remedy.rotate, rule.id).toMatch(/^[A-Z].*\.$/);
    expect(rule.description, rule.id).toMatch(/^\S.*[^.]\.$/);
  }
});

test('the shape of a rule is compiled once, and sticks to where it is asked', () => {
  for (const rule of SHAPE_RULES) {
    expect(rule.shape).toBe(rule.shape);
    expect(rule.shape.flags).toBe('y');
  }
});

test('what is left to rules with something to prove has one, and none is there twice', () => {
  const known = LOGIC_RULES.flatMap((rule) => rule.prefixes);
  expect(PROVEN.filter((prefix) => !known.some((other) => overlaps(prefix, other)))).toEqual([]);
  expect(SHAPE_RULES.filter((rule) => LOGIC_RULES.some((other) => other.id === rule.id))).toEqual([]);
  expect(SHAPE_RULES.flatMap((rule) => rule.prefixes).filter((prefix) => known.includes(prefix))).toEqual([]);
});

test('every known prefix of a credential has a rule, and every other one a reason why not', () => {
  const none = new Set(Object.values(NO_CREDENTIAL).flat());
  const answers = FACTS.map((fact) => {
    if (none.has(fact)) return 'none';
    if (ADDRESSES.includes(fact)) return 'address';
    if (BESIDE[fact] !== undefined) return KNOWN_RULES.some(({ id }) => id === BESIDE[fact]) ? 'beside' : fact;
    if (CHOSEN.includes(fact)) return chosenPassword.prefixes.includes(fact) ? 'password' : fact;
    if (byTable(fact)) return 'table';
    return [...PROVEN, SCHEME].some((prefix) => overlaps(fact.toLowerCase(), prefix.toLowerCase())) ? 'proven' : fact;
  });
  expect(FACTS.filter((fact) => none.has(fact) && byTable(fact))).toEqual([]);
  expect(
    [...none, ...ADDRESSES, ...CHOSEN, ...Object.keys(HOSTS), ...Object.keys(BESIDE)].filter((fact) => !FACTS.includes(fact)),
  ).toEqual([]);
  const count = Object.entries(Object.groupBy(answers, (answer) => answer)).map(([answer, facts]) => [answer, facts?.length]);
  expect(Object.fromEntries(count)).toEqual({ table: 321, proven: 63, address: 7, beside: 25, password: 10, none: 9 });
});
