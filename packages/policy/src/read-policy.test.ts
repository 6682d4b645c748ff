import { ConfigError, type Problem } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProviderOptions } from './json-schema.ts';
import { POLICY_PROBLEMS } from './problem.ts';
import { readPolicy } from './read-policy.ts';

const PROVIDERS: readonly ProviderOptions[] = [
  {
    id: 'aws',
    options: [
      { name: 'role', description: 'Role to assume.', required: true },
      { name: 'region', description: 'Region.' },
    ],
  },
];

const GOOD = `version: 1
defaults: { ttl: 15m, review-every: 90d }
guardrails:
  - id: no-write-from-pull-requests
    deny-when: job.event.startsWith("pull_request") && grant.access != "read"
    message: pull requests may lease read access only
grants:
  deploy-site:
    purpose: publish the site
    owner: "@acme/web"
    access: write
    reviewed: 2026-11-01
    provider: aws
    with:
      role: arn:aws:iam::111122223333:role/site-deploy
    ttl: { default: 10m, max: 30m }
    subjects:
      - { repository-id: 123456, ref: refs/heads/main, environment: production, event: [push, workflow_dispatch] }
    when: request.ttl <= duration("10m") || job.actor in ["release-bot"]
    approval: { by: environment, not-actor: true }
  prod-break-glass:
    purpose: repair production
    owner: "@acme/sre"
    access: admin
    provider: aws
    with: { role: arn:aws:iam::111122223333:role/repair }
    subjects: [{ repository: acme/*, repo-property-team: "sre,ops" }]
    break-glass: true
`;

/** A grant in which everything is right but the given lines, which replace those of the same key. */
function grantWith(lines: string): string {
  const base: Record<string, string> = {
    purpose: 'x',
    owner: 'me',
    access: 'read',
    provider: 'aws',
    with: '{ role: r }',
    subjects: '[{ repository-id: 1 }]',
  };
  for (const line of lines.split('\n')) delete base[/^\s*([\w-]+):/.exec(line)?.[1] ?? ''];
  const rest = Object.entries(base).map(([key, value]) => `    ${key}: ${value}\n`);
  return `version: 1\ngrants:\n  g:\n    ${lines}\n${rest.join('')}`;
}

function problemsOf(text: string): readonly Problem[] {
  try {
    readPolicy(text, 'p.yml', PROVIDERS);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
  return [];
}

const when = (expression: string): string => grantWith(`when: '${expression.replaceAll("'", "''")}'`);

type Row = readonly [text: string, code: string, at: string, message: string, help?: string];

const MISTAKES: readonly Row[] = [
  [`[${'1,'.repeat(20_001)}]`, 'ERR_POLICY_SIZE', '1:40002', 'the file holds more than 20000 values'],
  ['version: 1\ngrants: { g: *all }\n', 'ERR_POLICY_ALIAS', '2:14', 'aliases are not accepted in a policy'],
  ['', 'ERR_POLICY_EMPTY', '1:1', 'the file is empty', 'start with `version: 1`'],
  ['# nothing\n', 'ERR_POLICY_EMPTY', '1:1', 'the file is empty', 'start with `version: 1`'],
  ['~\n', 'ERR_POLICY_EMPTY', '1:1', 'the file is empty', 'start with `version: 1`'],
  [' '.repeat(262_145), 'ERR_POLICY_SIZE', '1:1', 'the file is larger than 256 KiB'],
  ['- 1\n', 'ERR_POLICY_TYPE', '1:1', 'the policy must be a map of keys and values, not a list'],
  ['just words\n', 'ERR_POLICY_TYPE', '1:1', 'the policy must be a map of keys and values, not text'],
  ['version: 1\ngrants:\n\tg: {}\n', 'ERR_POLICY_YAML', '3:1', 'tabs are not allowed as indentation', 'indent with spaces'],
  [
    'version: 1\n---\ngrants: {}\n',
    'ERR_POLICY_YAML',
    '2:1',
    'the file holds more than one document',
    'remove the line `---` between them',
  ],
  ['version: "1\n', 'ERR_POLICY_YAML', '2:1', 'not readable as YAML: missing closing "quote'],
  [`version: ${'['.repeat(40)}${']'.repeat(40)}\n`, 'ERR_POLICY_SIZE', '1:42', 'the file is nested too deeply'],
  [
    'version: 1\ngrants: &all {}\n',
    'ERR_POLICY_ALIAS',
    '2:14',
    'anchors are not accepted in a policy',
    'write the value out: each grant is reviewed as it stands',
  ],
  [
    'version: 1\ngrants: !!map {}\n',
    'ERR_POLICY_ALIAS',
    '2:15',
    'tags are not accepted in a policy',
    'write the value out: each grant is reviewed as it stands',
  ],
  [
    'version: 1\ngrants: {}\n? [a]\n: 1\n',
    'ERR_POLICY_ALIAS',
    '3:3',
    'anchors, tags and keys that are not text are not accepted in a policy',
    'write the value out: each grant is reviewed as it stands',
  ],
  ['grants: {}\n', 'ERR_POLICY_VERSION', '1:1', 'the policy has no `version`', 'start with `version: 1`'],
  ['version: 2\ngrants: {}\n', 'ERR_POLICY_VERSION', '1:10', '`version` must be 1', 'write `version: 1`'],
  ['version: "1"\ngrants: {}\n', 'ERR_POLICY_VERSION', '1:10', '`version` must be 1', 'write `version: 1`'],
  ['version: 1\n', 'ERR_POLICY_MISSING', '1:1', 'the policy has no `grants`'],
  ['version: 1\ngrants:\n', 'ERR_POLICY_TYPE', '2:8', '`grants` must be a map of keys and values, not empty'],
  [
    'version: 1\ngrants: {}\nguardrail: []\n',
    'ERR_POLICY_KEY',
    '3:1',
    'unknown key `guardrail` in the policy',
    'did you mean `guardrails`?',
  ],
  ['version: 1\ngrants: {}\n__proto__: {}\n', 'ERR_POLICY_KEY', '3:1', '`__proto__` is not accepted as a key'],
  ['version: 1\ngrants:\n  __proto__: {}\n', 'ERR_POLICY_KEY', '3:3', '`__proto__` is not accepted as a key'],
  [grantWith('with: { role: r, __proto__: x }'), 'ERR_POLICY_KEY', '4:22', '`__proto__` is not accepted as a key'],
  [grantWith('subjects: [{ repository-id: 1, __proto__: x }]'), 'ERR_POLICY_KEY', '4:36', '`__proto__` is not accepted as a key'],
  [
    'version: 1\ngrants:\n  a b: {}\n',
    'ERR_POLICY_VALUE',
    '3:3',
    '`grants.a b` must be at most 64 letters, digits, `-`, `_` and `.`, a letter or digit first',
  ],
  [
    'version: 1\nversion: 1\ngrants: {}\n',
    'ERR_POLICY_DUPLICATE',
    '2:1',
    '`version` stands twice',
    'keep one of them, or give one another name',
  ],
  [
    `${grantWith('reviewed: 2026-01-01')}  g: {}\n`,
    'ERR_POLICY_DUPLICATE',
    '11:3',
    '`grants.g` stands twice',
    'keep one of them, or give one another name',
  ],
  [
    'version: 1\nguardrails:\n  - { id: a, deny-when: "false", message: m }\n  - { id: a, deny-when: "true", message: m }\ngrants: {}\n',
    'ERR_POLICY_DUPLICATE',
    '4:11',
    'guardrail `a` stands twice',
    'keep one of them, or give one another name',
  ],
  [
    'version: 1\nguardrails: [{ id: a, deny-when: "false" }]\ngrants: {}\n',
    'ERR_POLICY_MISSING',
    '2:14',
    '`guardrails[0]` has no `message`',
  ],
  [
    'version: 1\ndefaults: { ttl: 15 }\ngrants: {}\n',
    'ERR_POLICY_DURATION',
    '2:18',
    '`defaults.ttl` is not a duration such as `90s`, `15m`, `1h30m` or `90d`',
    'give the unit: `15s` for seconds, `15m` for minutes',
  ],
  [
    'version: 1\ndefaults: { review-every: 0d }\ngrants: {}\n',
    'ERR_POLICY_DURATION',
    '2:27',
    '`defaults.review-every` is not a duration such as `90s`, `15m`, `1h30m` or `90d`',
  ],
  [
    'version: 1\ndefaults: { review: 90d }\ngrants: {}\n',
    'ERR_POLICY_KEY',
    '2:13',
    'unknown key `review` in `defaults`',
    'use one of `ttl`, `review-every`',
  ],
  [grantWith('purpose: ""'), 'ERR_POLICY_VALUE', '4:14', '`grants.g.purpose` must not be empty'],
  [grantWith('purpose: 12'), 'ERR_POLICY_TYPE', '4:14', '`grants.g.purpose` must be text, not a number'],
  [grantWith('owner:'), 'ERR_POLICY_TYPE', '4:11', '`grants.g.owner` must be text, not empty'],
  [grantWith('owners: me'), 'ERR_POLICY_KEY', '4:5', 'unknown key `owners` in `grants.g`', 'did you mean `owner`?'],
  [
    'version: 1\ngrants:\n  g: { purpose: x, access: read, provider: aws, with: { role: r }, subjects: [{ repository-id: 1 }] }\n',
    'ERR_POLICY_MISSING',
    '3:3',
    '`grants.g` has no `owner`',
    'name the person or team that answers for the grant',
  ],
  [
    'version: 1\ngrants:\n  g: { purpose: x, owner: me, access: read, provider: aws, with: { role: r } }\n',
    'ERR_POLICY_MISSING',
    '3:3',
    '`grants.g` has no `subjects`',
    'say which jobs may ask: `subjects: [{ repository-id: 123456, ref: refs/heads/main }]`',
  ],
  [
    grantWith('access: writes'),
    'ERR_POLICY_VALUE',
    '4:13',
    '`grants.g.access` is `writes`, which is not one of those allowed',
    'did you mean `write`?',
  ],
  [grantWith('reviewed: 1.11.2026'), 'ERR_POLICY_DATE', '4:15', '`grants.g.reviewed` is not a date such as `2026-11-01`'],
  [
    grantWith('reviewed: 2026-02-30'),
    'ERR_POLICY_DATE',
    '4:15',
    '`grants.g.reviewed` is `2026-02-30`, a day that does not exist',
  ],
  [grantWith('break-glass: yes'), 'ERR_POLICY_TYPE', '4:18', '`grants.g.break-glass` must be true or false, not text'],
  [
    grantWith('approval: { by: enviroment }'),
    'ERR_POLICY_VALUE',
    '4:21',
    '`grants.g.approval.by` is `enviroment`, which is not one of those allowed',
    'did you mean `environment`?',
  ],
  [grantWith('provider: awz'), 'ERR_POLICY_PROVIDER', '4:15', 'unknown provider `awz`', 'did you mean `aws`?'],
  [grantWith('provider: vault'), 'ERR_POLICY_PROVIDER', '4:15', 'unknown provider `vault`', 'use one of `aws`'],
  [
    grantWith('with: { role: r, regoin: x }'),
    'ERR_POLICY_OPTION',
    '4:22',
    'provider `aws` has no option `regoin`',
    'did you mean `region`?',
  ],
  [
    grantWith('with: { region: x }'),
    'ERR_POLICY_OPTION',
    '4:5',
    '`grants.g.with` has no `role`, which provider `aws` needs',
    'Role to assume.',
  ],
  [grantWith('with: [role]'), 'ERR_POLICY_TYPE', '4:11', '`grants.g.with` must be a map of keys and values, not a list'],
  [
    grantWith('ttl: soon'),
    'ERR_POLICY_DURATION',
    '4:10',
    '`grants.g.ttl` is not a duration such as `90s`, `15m`, `1h30m` or `90d`',
  ],
  [
    grantWith('ttl: { max: 1 hour }'),
    'ERR_POLICY_DURATION',
    '4:17',
    '`grants.g.ttl.max` is not a duration such as `90s`, `15m`, `1h30m` or `90d`',
  ],
  [
    grantWith('ttl: { maximum: 1h }'),
    'ERR_POLICY_KEY',
    '4:12',
    'unknown key `maximum` in `grants.g.ttl`',
    'use one of `default`, `max`',
  ],
  [
    grantWith('ttl: { default: 30m, max: 10m }'),
    'ERR_POLICY_TTL',
    '4:10',
    'the default of `grants.g.ttl` is above its maximum',
    'lower `default` or raise `max`',
  ],
  [grantWith('ttl: 59s'), 'ERR_POLICY_TTL', '4:10', '`grants.g.ttl` is below 60s', 'write `60s` or more'],
  [
    grantWith('ttl: 25h'),
    'ERR_POLICY_TTL',
    '4:10',
    '`grants.g.ttl` is above 1d',
    'write `1d` or less: what lives longer is a standing credential',
  ],
  [grantWith('subjects: []'), 'ERR_POLICY_NOBODY', '4:15', '`grants.g.subjects` must name at least one kind of job'],
  [
    grantWith('subjects: [{ repository-id: 1, event: [] }]'),
    'ERR_POLICY_NOBODY',
    '4:43',
    '`grants.g.subjects[0].event` must name at least one pattern',
  ],
  [
    grantWith('subjects: [{ repository-id: 1, ref: "" }]'),
    'ERR_POLICY_VALUE',
    '4:41',
    '`grants.g.subjects[0].ref` must not be empty',
  ],
  [
    grantWith('subjects: [{ repository-id: 1, ref: }]'),
    'ERR_POLICY_TYPE',
    '4:41',
    '`grants.g.subjects[0].ref` must be text, a whole number, true or false, or a list of them, not empty',
  ],
  [
    grantWith('subjects: [{ repository-id: 1, event: [push, [x]] }]'),
    'ERR_POLICY_TYPE',
    '4:50',
    '`grants.g.subjects[0].event[1]` must be text, a whole number, true or false, or a list of them, not a list',
  ],
  [
    grantWith('subjects: [acme/site]'),
    'ERR_POLICY_TYPE',
    '4:16',
    '`grants.g.subjects[0]` must be a map of keys and values, not text',
  ],
  [
    grantWith('subjects: [{ repository-id: 0123 }]'),
    'ERR_POLICY_NUMBER',
    '4:33',
    '`0123` would be read as the number 123',
    'quote it: `"0123"`',
  ],
  [
    grantWith('subjects: [{ repository-id: 12345678901234567890 }]'),
    'ERR_POLICY_NUMBER',
    '4:33',
    '`12345678901234567890` would be read as the number 12345678901234567000',
    'quote it: `"12345678901234567890"`',
  ],
  [
    grantWith('subjects: [{ repository-id: 1, branch: main }]'),
    'ERR_POLICY_CLAIM',
    '4:36',
    'unknown claim `branch` in `grants.g.subjects[0]`',
  ],
  [
    grantWith('subjects: [{ repositry-id: 1 }]'),
    'ERR_POLICY_CLAIM',
    '4:18',
    'unknown claim `repositry-id` in `grants.g.subjects[0]`',
    'did you mean `repository-id`?',
  ],
  [
    grantWith('subjects: [{ repository_id: 1 }]'),
    'ERR_POLICY_CLAIM',
    '4:18',
    'unknown claim `repository_id` in `grants.g.subjects[0]`',
    'did you mean `repository-id`?',
  ],
  [
    grantWith('subjects: [{ repository-id: 1, event-name: push }]'),
    'ERR_POLICY_CLAIM',
    '4:36',
    'unknown claim `event-name` in `grants.g.subjects[0]`',
    'did you mean `event`?',
  ],
  [
    grantWith('subjects: [{ repository-id: 1, constructor: x }]'),
    'ERR_POLICY_CLAIM',
    '4:36',
    'unknown claim `constructor` in `grants.g.subjects[0]`',
  ],
  [
    grantWith('subjects: [{ ref: refs/heads/main }]'),
    'ERR_POLICY_OPEN',
    '4:16',
    '`grants.g.subjects[0]` lets in jobs of any repository of the issuer',
  ],
  [grantWith('subjects: [{}]'), 'ERR_POLICY_OPEN', '4:16', '`grants.g.subjects[0]` lets in jobs of any repository of the issuer'],
  [grantWith('when: true'), 'ERR_POLICY_TYPE', '4:11', '`grants.g.when` must be text, not true or false'],
  [grantWith('when: ""'), 'ERR_POLICY_VALUE', '4:11', '`grants.g.when` must not be empty'],
  [grantWith(`when: "${'!'.repeat(2001)}true"`), 'ERR_POLICY_VALUE', '4:11', '`grants.g.when` must be at most 2000 characters'],
  [when(`${'!'.repeat(1200)}true`), 'ERR_POLICY_CEL_SYNTAX', '4:212', '`grants.g.when`: the condition is too large'],
  [
    when(`${'('.repeat(60)}true${')'.repeat(60)}`),
    'ERR_POLICY_CEL_SYNTAX',
    '4:52',
    '`grants.g.when`: the condition is too large',
  ],
  [when('job.ref = "x"'), 'ERR_POLICY_CEL_SYNTAX', '4:20', '`grants.g.when`: unexpected character: =', 'compare with `==`'],
  [when('job.ref == "x" and true'), 'ERR_POLICY_CEL_SYNTAX', '4:27', '`grants.g.when`: unexpected character: `d`', 'write `&&`'],
  [when('job.ref == "x" | true'), 'ERR_POLICY_CEL_SYNTAX', '4:27', '`grants.g.when`: unexpected character: |', 'write `||`'],
  [when('not (job.ref == "x")'), 'ERR_POLICY_CEL_FUNCTION', '4:12', '`grants.g.when`: `not` is not available in a condition'],
  [when('job.ref =='), 'ERR_POLICY_CEL_SYNTAX', '4:22', '`grants.g.when`: the condition ends too early'],
  [when('job.ref == "x'), 'ERR_POLICY_CEL_SYNTAX', '4:23', '`grants.g.when`: unterminated string'],
  [when('jobs.ref == "x"'), 'ERR_POLICY_CEL_NAME', '4:12', '`grants.g.when`: unknown name `jobs`', 'did you mean `job`?'],
  [when('ref == "x"'), 'ERR_POLICY_CEL_NAME', '4:12', '`grants.g.when`: unknown name `ref`', 'did you mean `job.ref`?'],
  [
    when('job.repositry == "x"'),
    'ERR_POLICY_CEL_NAME',
    '4:16',
    '`grants.g.when`: `job` has no `repositry`',
    'did you mean `job.repository`?',
  ],
  [
    when('job.event_name == "x"'),
    'ERR_POLICY_CEL_NAME',
    '4:16',
    '`grants.g.when`: `job` has no `event_name`',
    'did you mean `job.event`?',
  ],
  [
    when('job["repositry"] == "x"'),
    'ERR_POLICY_CEL_NAME',
    '4:12',
    '`grants.g.when`: `job` has no `repositry`',
    'did you mean `job.repository`?',
  ],
  [
    when('job.constructor == "x"'),
    'ERR_POLICY_CEL_NAME',
    '4:16',
    '`grants.g.when`: `job` has no `constructor`',
    'the claims of a job are listed in docs/reference/policy.md',
  ],
  [
    when('job.repository-id == "1"'),
    'ERR_POLICY_CEL_NAME',
    '4:27',
    '`grants.g.when`: unknown name `id`',
    'in a condition claims are written with `_`: `job.repository_id`',
  ],
  [
    when('grant.acces == "read"'),
    'ERR_POLICY_CEL_NAME',
    '4:18',
    '`grants.g.when`: `grant` has no `acces`',
    'did you mean `access`?',
  ],
  [
    when('request.ttl <= 600'),
    'ERR_POLICY_CEL_TYPE',
    '4:12',
    '`grants.g.when`: `duration <= int` is not defined',
    'compare with a duration: `request.ttl <= duration("10m")`',
  ],
  [
    when('job.run_attempt == 1'),
    'ERR_POLICY_CEL_TYPE',
    '4:12',
    '`grants.g.when`: `string == int` is not defined',
    'claims are text: put the value in quotes',
  ],
  [
    when('job.run_attempt < 3'),
    'ERR_POLICY_CEL_TYPE',
    '4:12',
    '`grants.g.when`: `string < int` is not defined',
    'claims are text: convert with `number(job.run_attempt)`',
  ],
  [when('job.ref.startsWith(1)'), 'ERR_POLICY_CEL_TYPE', '4:12', '`grants.g.when`: `string.startsWith(int)` is not defined'],
  [
    when('job.ref in ["a", 1]'),
    'ERR_POLICY_CEL_TYPE',
    '4:29',
    '`grants.g.when`: list elements must have the same type, expected type `string` but found `int`',
  ],
  [when('job.ref'), 'ERR_POLICY_CEL_TYPE', '4:12', '`grants.g.when`: the condition must be true or false, not string'],
  [
    when('job.ref.matches("a+")'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:12',
    '`grants.g.when`: `matches` is not available in a condition',
    'regular expressions can take time without bound: use `startsWith`, `endsWith`, `contains`, or a glob in `subjects`',
  ],
  [
    when('job.ref.startWith("a")'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:12',
    '`grants.g.when`: `startWith` is not available in a condition',
    'did you mean `startsWith`?',
  ],
  [
    when('int(job.run_attempt) > 1'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:12',
    '`grants.g.when`: `int` is not available in a condition',
    'it reads the empty string, and so a claim that the token lacks, as zero: use `number`',
  ],
  [
    when('has(job.nope)'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:12',
    '`grants.g.when`: `has` is not available in a condition',
    'every claim is there, the empty string when the token lacks it: compare with `""`',
  ],
  [
    when('cel.bind(x, job.ref, x == "a")'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:12',
    '`grants.g.when`: `bind` is not available in a condition',
  ],
  [
    when('["a"].exists(x, ["b"].exists(y, x == y))'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:28',
    '`grants.g.when`: `exists` inside another loop is not available in a condition',
    'write one of the two lists out',
  ],
  [
    when('["ref"].exists(x, job[x] == "a")'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:34',
    '`grants.g.when`: an index must be a literal',
    'write the name of the claim in quotes',
  ],
  [
    when('{"a": true}["a"]'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:12',
    '`grants.g.when`: maps and optional values are not available in a condition',
  ],
  [
    when('b"a" == b"a"'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:12',
    '`grants.g.when`: bytes and unsigned numbers are not available in a condition',
  ],
  [
    when('request.ttl < duration("1d")'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:35',
    '`grants.g.when`: `duration` takes a literal of hours, minutes and seconds',
    'write for example `duration("1h30m")`',
  ],
  [
    when('request.ttl < duration(job.ref)'),
    'ERR_POLICY_CEL_FUNCTION',
    '4:35',
    '`grants.g.when`: `duration` takes a literal of hours, minutes and seconds',
    'write for example `duration("1h30m")`',
  ],
];

describe('a policy file', () => {
  it('is read whole, with defaults filled in', () => {
    const policy = readPolicy(GOOD, 'p.yml', PROVIDERS);
    expect({ ...policy, grants: Object.fromEntries(policy.grants), conditions: [...policy.conditions.keys()] }).toEqual({
      version: 1,
      defaults: { ttl: { default: 900, max: 900 }, reviewEvery: 7_776_000 },
      guardrails: [
        {
          id: 'no-write-from-pull-requests',
          denyWhen: 'job.event.startsWith("pull_request") && grant.access != "read"',
          message: 'pull requests may lease read access only',
        },
      ],
      grants: {
        'deploy-site': {
          id: 'deploy-site',
          purpose: 'publish the site',
          owner: '@acme/web',
          access: 'write',
          reviewed: '2026-11-01',
          reviewEvery: 7_776_000,
          provider: 'aws',
          with: { role: 'arn:aws:iam::111122223333:role/site-deploy' },
          ttl: { default: 600, max: 1800 },
          subjects: [
            [
              { claim: 'repository_id', key: 'repository-id', patterns: ['123456'] },
              { claim: 'ref', key: 'ref', patterns: ['refs/heads/main'] },
              { claim: 'event_name', key: 'event', patterns: ['push', 'workflow_dispatch'] },
              { claim: 'environment', key: 'environment', patterns: ['production'] },
            ],
          ],
          when: 'request.ttl <= duration("10m") || job.actor in ["release-bot"]',
          breakGlass: false,
          approval: { by: 'environment', notActor: true },
        },
        'prod-break-glass': {
          id: 'prod-break-glass',
          purpose: 'repair production',
          owner: '@acme/sre',
          access: 'admin',
          reviewEvery: 7_776_000,
          provider: 'aws',
          with: { role: 'arn:aws:iam::111122223333:role/repair' },
          ttl: { default: 900, max: 900 },
          subjects: [
            [
              { claim: 'repository', key: 'repository', patterns: ['acme/*'] },
              { claim: 'repo_property_team', key: 'repo-property-team', patterns: ['sre,ops'] },
            ],
          ],
          breakGlass: true,
        },
      },
      conditions: [
        'job.event.startsWith("pull_request") && grant.access != "read"',
        'request.ttl <= duration("10m") || job.actor in ["release-bot"]',
      ],
    });
  });

  it.each(MISTAKES.map((row) => [row] as const))('with a mistake is refused: %#', ([text, code, at, message, help]) => {
    const problems = problemsOf(text);
    const found = problems.map((problem) => ({
      code: problem.code,
      at: `${problem.at.line}:${problem.at.column}`,
      message: problem.message,
      ...(help === undefined ? {} : { help: problem.help }),
    }));
    expect(found).toContainEqual({ code, at, message, ...(help === undefined ? {} : { help }) });
    expect(problems[0]?.at.file).toBe('p.yml');
  });

  it.each(['- ', '[', '{a: ', '? '])('nested without end by %j is refused', (opening) => {
    const [problem] = problemsOf(opening.repeat(20_000));
    expect(problem).toMatchObject({ code: 'ERR_POLICY_SIZE', message: 'the file is nested too deeply' });
  });

  it('has an example here for every code that there is', () => {
    expect(new Set(MISTAKES.map(([, code]) => code))).toEqual(new Set(Object.keys(POLICY_PROBLEMS)));
  });

  it('tells all its mistakes at once, in the order of the file', () => {
    const text = grantWith('owners: me\n    ttl: 5\n    when: job.rf == "x"\n    subjects: [{ ref: x }]').replace(
      'version: 1',
      'version: 3',
    );
    expect(() => readPolicy(text, 'p.yml', PROVIDERS)).toThrow('p.yml:1:10: `version` must be 1, and 4 more problems');
    expect(problemsOf(text).map(({ code, at }) => [at.line, code])).toEqual([
      [1, 'ERR_POLICY_VERSION'],
      [4, 'ERR_POLICY_KEY'],
      [5, 'ERR_POLICY_DURATION'],
      [6, 'ERR_POLICY_CEL_NAME'],
      [7, 'ERR_POLICY_OPEN'],
    ]);
  });

  it.each([
    ['plain', 'when: job.ref == "a" && job.rf == "b"', '4:33'],
    ['single-quoted', `when: 'job.ref == "it''s" && job.rf == "b"'`, '4:38'],
    ['double-quoted', 'when: "job.ref == \\"a\\" && job.rf == \\"b\\""', '4:36'],
    ['literal block', 'when: |\n      job.ref == "a" &&\n        job.rf == "b"', '6:13'],
    ['folded block', 'when: >-\n      job.ref == "a" &&\n      job.rf == "b"', '6:11'],
  ])('locates a mistake in a condition that is a %s scalar', (_, lines, at) => {
    const [problem] = problemsOf(grantWith(lines));
    expect(`${problem?.at.line}:${problem?.at.column}`).toBe(at);
  });

  it.each([
    ['repository: "*"', false],
    ['repository: "*/site"', false],
    ['repository: acme*', false],
    ['repository: acme*/site', false],
    ['repository: [acme/site, "*"]', false],
    ['repository-id: "12*"', false],
    ['repository-owner: acme-*', false],
    ['enterprise: "?cme"', false],
    ['sub: "repo:*"', false],
    ['sub: "repo:acme*:ref:refs/heads/main"', false],
    ['sub: environment:production', false],
    ['sub: "*repo:acme/site:*"', false],
    ['job-workflow-ref: "*/deploy.yml@refs/heads/main"', false],
    ['actor: octocat', false],
    ['repository: acme/*', true],
    ['repository-id: 12', true],
    ['repository-owner: acme', true],
    ['repository-owner-id: [1, 2]', true],
    ['enterprise: acme', true],
    ['sub: "repo:acme/*"', true],
    ['sub: "repo:acme@12/site@34:*"', true],
    ['sub: "repository_owner_id:12:*"', true],
    ['sub: "repository_id:12"', true],
    ['job-workflow-ref: "acme/.github/.github/workflows/deploy.yml@*"', true],
  ])('pins whose jobs may ask: %s is %s', (subject, pinned) => {
    const open = problemsOf(grantWith(`subjects: [{ ${subject}, ref: "*" }]`)).some(({ code }) => code === 'ERR_POLICY_OPEN');
    expect(open).toBe(!pinned);
  });

  it.each([
    ['ttl: 10m', { default: 600, max: 600 }],
    ['ttl: { default: 5m }', { default: 300, max: 300 }],
    ['ttl: { max: 1h }', { default: 900, max: 3600 }],
    ['ttl: { max: 2m }', { default: 120, max: 120 }],
    ['ttl: {}', { default: 900, max: 900 }],
    ['reviewed: 2026-01-01', { default: 900, max: 900 }],
  ])('fills in the TTL: %s', (line, ttl) => {
    expect(readPolicy(grantWith(line), 'p.yml', PROVIDERS).grants.get('g')?.ttl).toEqual(ttl);
  });

  it('takes a grant id that looks like a number as it is written', () => {
    const policy = readPolicy(grantWith('reviewed: 2026-01-01').replace('  g:', '  007:'), 'p.yml', PROVIDERS);
    expect([...policy.grants.keys()]).toEqual(['007']);
  });

  it('is a policy or a ConfigError, whatever the text', () => {
    const fragment = fc.constantFrom(...GOOD.split(/(?<=\n)|(?=[{[\]}:,"])/), '&a ', '*a', '\t', '!!x ', '- ', 'null', '\u0000');
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 60 }), (fragments) => {
        try {
          readPolicy(fragments.join(''), 'p.yml', PROVIDERS);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          expect((error as ConfigError).problems.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
