/** Every mistake that an author of a workflow or of a policy file can make is told exactly, before anything is sent. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyFile } from './account.ts';
import { ALLOW } from './credential.ts';
import { type Inputs, type Scene, startWorld, type World } from './world.ts';

let world: World;
/** One scene is enough: nothing that is refused leaves anything behind. */
let scene: Scene;
beforeAll(async () => {
  world = await startWorld();
  scene = await world.scene();
});
afterAll(async () => {
  await scene[Symbol.asyncDispose]();
  await world.close();
});

/** Runs main; what the runner shows as the step's errors, without line breaks escaped. */
async function errorOf(
  run: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>,
): Promise<string> {
  const { code, stdout, stderr } = await run;
  expect(code, stdout).toBe(1);
  expect(stderr).toBe('');
  expect([scene.tokens.log, scene.cloud.log, scene.ledger(), scene.folders()]).toEqual([[], [], [], []]);
  expect(stdout).toMatch(/^::error::[^\n]*\n$/);
  return stdout.slice('::error::'.length).trimEnd().replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

type InputRow = readonly [name: string, inputs: Inputs, message: string];

const INPUTS: readonly InputRow[] = [
  [
    'an unknown delivery',
    { delivery: 'files' },
    '`files` is not a value of the input `delivery` [ERR_INPUT]\n  help: did you mean `file`?',
  ],
  [
    'a delivery that is nothing like one',
    { delivery: 'pigeon' },
    '`pigeon` is not a value of the input `delivery` [ERR_INPUT]\n  help: write one of `env`, `file`, `output`',
  ],
  [
    'an unknown way to fail',
    { 'on-revoke-failure': 'ignore' },
    '`ignore` is not a value of the input `on-revoke-failure` [ERR_INPUT]\n  help: write one of `fail`, `warn`',
  ],
  [
    'a ttl without a unit',
    { ttl: '15' },
    '`15` is not a duration [ERR_DURATION]\n  help: give the unit: `15s` for seconds, `15m` for minutes',
  ],
  [
    'a ttl that is no duration',
    { ttl: 'soon' },
    '`soon` is not a duration [ERR_DURATION]\n  help: write a number and a unit, largest first: `90s`, `15m`, `1h30m`, `90d`',
  ],
  ['a ttl below a minute', { ttl: '59s' }, 'a TTL of 59s is not possible on AWS [ERR_AWS_TTL]\n  help: ask for at least 1m'],
  [
    'a ttl above what AWS gives',
    { ttl: '13h' },
    'a TTL of 13h is not possible on AWS [ERR_AWS_TTL]\n  help: ask for at most 12h',
  ],
  ['an unknown provider', { provider: 'asw' }, '`asw` is not a provider [ERR_PROVIDER_UNKNOWN]\n  help: known are `aws`'],
  ['no role', { role: undefined }, 'no role is given [ERR_AWS_ROLE]\n  help: add `role: arn:aws:iam::111122223333:role/name`'],
  [
    'a role that is a session',
    { role: 'arn:aws:sts::111122223333:assumed-role/site-deploy/me' },
    '`role` is `arn:aws:sts::111122223333:assumed-role/site-deploy/me`, which is a session of a role [ERR_AWS_ROLE]\n  help: the role is `arn:aws:iam::111122223333:role/site-deploy`',
  ],
  [
    'a role that is a user',
    { role: 'arn:aws:iam::111122223333:user/octavia' },
    '`role` is `arn:aws:iam::111122223333:user/octavia`, which is not the ARN of a role [ERR_AWS_ROLE]\n  help: a role is written `arn:aws:iam::111122223333:role/name`, or as a name with `account`',
  ],
  [
    'a role by name alone',
    { role: 'site-deploy' },
    '`role` is the name `site-deploy`, and no account is given [ERR_AWS_ROLE]\n  help: give the full ARN, or add `account`',
  ],
  [
    'a role of another account than `account`',
    { account: '444455556666' },
    '`role` is in account `111122223333`, and `account` says `444455556666` [ERR_AWS_ROLE]\n  help: leave `account` out, or correct one of the two',
  ],
  [
    'an account that lost its zero',
    { role: 'site-deploy', account: '11122223333' },
    '`account` is `11122223333`, which does not have twelve digits [ERR_AWS_ACCOUNT]\n  help: write all twelve, in quotes in YAML: a number loses the zeros that it begins with',
  ],
  [
    'a role of another partition than the region',
    { region: 'cn-north-1' },
    '`role` is in partition `aws`, and region `cn-north-1` in `aws-cn` [ERR_AWS_ROLE]\n  help: name a region of `aws`',
  ],
  [
    'no region',
    { region: undefined },
    'no region is given [ERR_AWS_REGION]\n  help: add `region`, such as `eu-west-1`, or set `AWS_REGION`',
  ],
  [
    'a zone as region',
    { region: 'EU west' },
    '`EU west` is not a region [ERR_AWS_REGION]\n  help: regions look like `eu-west-1`: area, direction, number',
  ],
  [
    '`allow` without a resource',
    { allow: 's3:PutObject' },
    'line 1 of `allow` does not say on what [ERR_AWS_ALLOW]\n  help: write `s3:GetObject on arn:aws:s3:::bucket/*`: actions, the word `on`, resources',
  ],
  [
    '`allow` with an unknown service',
    { allow: 'se3:PutObject on arn:aws:s3:::acme-site/*' },
    'line 1 of `allow`: `se3:PutObject` begins with `se3`, which is not a service of AWS [ERR_AWS_ALLOW]\n  help: did you mean `s3:PutObject`?',
  ],
  [
    '`allow` with no ARN',
    { allow: 's3:PutObject on acme-site' },
    'line 1 of `allow`: `acme-site` is not an ARN [ERR_AWS_ALLOW]\n  help: resources are ARNs, such as `arn:aws:s3:::bucket/*`, or `*`',
  ],
  [
    '`allow` with everything',
    { allow: '* on *' },
    'line 1 of `allow`: `*` is everything that the role may do [ERR_AWS_ALLOW]\n  help: name the actions; without `allow` the lease has all that the role has',
  ],
  [
    '`allow` in another partition',
    { allow: 's3:PutObject on arn:aws-cn:s3:::acme-site/*' },
    '`allow` names `arn:aws-cn:s3:::acme-site/*` in partition `aws-cn`, and the role is in `aws` [ERR_AWS_ALLOW]\n  help: write `arn:aws:s3:::acme-site/*`',
  ],
  [
    '`allow` that is too long',
    {
      allow: Array.from({ length: 40 }, (_, n) => `s3:PutObject on arn:aws:s3:::acme-site/a-long-folder-name-${n}/*`).join('\n'),
    },
    'the session policy has 2190 characters, 142 more than AWS takes [ERR_AWS_SESSION_POLICY_SIZE]\n  help: `allow` takes 2005 of them: shorten it with wildcards, or put it into a managed policy and name that in `managed-session-policies`',
  ],
  [
    'a session policy that is no JSON',
    { 'session-policy': '{"Version": "2012-10-17",}' },
    '`session-policy` is not JSON: line 1, column 26: expected a key in double quotes [ERR_AWS_SESSION_POLICY]\n  help: JSON has double quotes, no comments, and no comma after the last entry',
  ],
  [
    'a session policy without a version',
    { 'session-policy': '{"Statement": []}' },
    '`session-policy` has no `Version` [ERR_AWS_SESSION_POLICY]\n  help: write `"Version": "2012-10-17"`',
  ],
  [
    'a session policy that allows nothing',
    {
      allow: undefined,
      'session-policy': '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}',
    },
    '`session-policy` allows nothing [ERR_AWS_SESSION_POLICY]\n  help: add a statement with `"Effect": "Allow"`, or use `allow`: a session may do only what some session policy allows',
  ],
  [
    'a managed policy that is none',
    { 'managed-session-policies': 'ReadOnlyAccess' },
    '`ReadOnlyAccess` is not the ARN of a managed policy [ERR_AWS_MANAGED_POLICY]\n  help: write it as `arn:aws:iam::aws:policy/ReadOnlyAccess`',
  ],
  [
    'too many managed policies',
    { 'managed-session-policies': Array.from({ length: 11 }, (_, n) => `arn:aws:iam::aws:policy/P${n}`).join(',') },
    '`managed-session-policies` names 11 policies [ERR_AWS_MANAGED_POLICY]\n  help: AWS takes at most 10',
  ],
  [
    'the leased role as its own revoker',
    { 'revoker-role': 'SELF' },
    '`revoker-role` is the leased role itself [ERR_AWS_REVOKER_ROLE]\n  help: use a role of its own: the right to end a lease must not be part of it',
  ],
  [
    'a revoker of another account',
    { 'revoker-role': 'arn:aws:iam::444455556666:role/revoker' },
    '`revoker-role` is in account `444455556666`, and the role in `111122223333` [ERR_AWS_REVOKER_ROLE]\n  help: IAM changes roles of its own account only',
  ],
  [
    'an address that is none',
    { 'bind-ip': '203.0.113.256' },
    '`bind-ip` has `203.0.113.256`, which is neither an address nor a network [ERR_AWS_BIND_IP]\n  help: write `203.0.113.7`, `203.0.113.0/24` or `2001:db8::/64`',
  ],
  [
    'a probe that is not harmless',
    { probe: 's3:DeleteObject on arn:aws:s3:::acme-site/x' },
    '`probe` names `s3:DeleteObject`, which is not known to be harmless [ERR_AWS_PROBE]\n  help: choose one of `s3:ListBucket`, `s3:GetObject`, `s3:PutObject`, `sts:DecodeAuthorizationMessage`, or `none`',
  ],
  [
    'a probe that `allow` does not cover',
    { probe: 's3:ListBucket on arn:aws:s3:::acme-site' },
    '`probe` asks for `s3:ListBucket on arn:aws:s3:::acme-site`, which `allow` does not let the lease do [ERR_AWS_PROBE]\n  help: choose a probe that `allow` covers: one that is refused from the start proves nothing',
  ],
  [
    'a profile with a space',
    { profile: 'my profile' },
    '`profile` is `my profile` [ERR_AWS_PROFILE]\n  help: use letters, digits and `_.+@-`, without spaces, brackets or slashes',
  ],
  [
    'a flag that is neither',
    { 'mask-account-id': 'yes' },
    '`mask-account-id` is `yes` [ERR_OPTION_TYPE]\n  help: write `true` or `false`',
  ],
  [
    'a grant beside inline options',
    { lease: 'deploy-site' },
    '`lease` cannot be combined with `role`, `region`, `allow`, `revoker-role` [ERR_INPUT]\n  help: put them under `with` of the grant `deploy-site` in the policy file, or leave `lease` out',
  ],
  [
    'a trust policy file that is not there',
    { 'trust-policy-file': 'trust.json' },
    'the trust policy file `trust.json` cannot be read [ERR_TRUST_FILE]\n  help: check the path given as `trust-policy-file`, and that the repository is checked out before this step',
  ],
  [
    'a folder as trust policy file',
    { 'trust-policy-file': '.' },
    'the trust policy file `.` cannot be read [ERR_TRUST_FILE]\n  help: check the path given as `trust-policy-file`, and that the repository is checked out before this step',
  ],
];

describe('inputs', () => {
  it.each(INPUTS)('%s', async (_name, inputs, message) => {
    const given = inputs['revoker-role'] === 'SELF' ? { ...inputs, 'revoker-role': scene.role } : inputs;
    expect(await errorOf(scene.lease(given))).toBe(message);
  });

  it.each([
    [
      'an address without a scheme',
      'sts.example',
      '`AWS_ENDPOINT_URL_STS` is not an address that requests can be sent to [ERR_AWS_ENDPOINT]\n  help: write it as `https://host` or `https://host:port`, without a user, a query or a fragment',
    ],
    [
      'an address that is not encrypted',
      'http://sts.example',
      '`AWS_ENDPOINT_URL_STS` would send tokens unencrypted to `sts.example` [ERR_AWS_ENDPOINT]\n  help: use `https:`; plain `http:` is for addresses of this machine only',
    ],
    [
      'an address with a password',
      'https://me:secret@sts.example',
      '`AWS_ENDPOINT_URL_STS` is not an address that requests can be sent to [ERR_AWS_ENDPOINT]\n  help: write it as `https://host` or `https://host:port`, without a user, a query or a fragment',
    ],
  ])('%s in `AWS_ENDPOINT_URL_STS`', async (_name, url, message) => {
    expect(await errorOf(scene.lease({}, { env: { AWS_ENDPOINT_URL_STS: url } }))).toBe(message);
  });
});

type PolicyRow = readonly [name: string, text: string, message: string];

const GRANT = `    purpose: publish the site
    owner: "@acme/web"
    access: write
    provider: aws
    with: { role: "arn:aws:iam::111122223333:role/site-deploy", region: eu-west-1, allow: ["${ALLOW}"] }
`;
const SUBJECTS = '    subjects: [{ repository-id: 123456 }]\n';
const file = (lines: string, before = ''): string => `version: 1\n${before}grants:\n  deploy-site:\n${lines}`;

const POLICIES: readonly PolicyRow[] = [
  ['that is empty', '', '.github/leasehold.yml:1:1: the file is empty [ERR_POLICY_EMPTY]\n  help: start with `version: 1`'],
  [
    'that is no YAML',
    'version: 1\ngrants: {\n',
    '.github/leasehold.yml:3:1: not readable as YAML: flow map in block collection must be sufficiently indented and end with a } [ERR_POLICY_YAML]',
  ],
  [
    'with tabs',
    'version: 1\ngrants:\n\tdeploy-site: {}\n',
    '.github/leasehold.yml:3:1: tabs are not allowed as indentation [ERR_POLICY_YAML]\n  help: indent with spaces',
  ],
  [
    'without a version',
    `grants:\n  deploy-site:\n${GRANT}${SUBJECTS}`,
    '.github/leasehold.yml:1:1: the policy has no `version` [ERR_POLICY_VERSION]\n  help: start with `version: 1`',
  ],
  [
    'of another version',
    file(GRANT + SUBJECTS).replace('version: 1', 'version: 2'),
    '.github/leasehold.yml:1:10: `version` must be 1 [ERR_POLICY_VERSION]\n  help: write `version: 1`',
  ],
  [
    'with a misspelt key',
    file(GRANT.replace('owner', 'ownr') + SUBJECTS),
    '.github/leasehold.yml:3:3: `grants.deploy-site` has no `owner` [ERR_POLICY_MISSING]\n  help: name the person or team that answers for the grant\n.github/leasehold.yml:5:5: unknown key `ownr` in `grants.deploy-site` [ERR_POLICY_KEY]\n  help: did you mean `owner`?',
  ],
  [
    'with the same grant twice',
    `${file(GRANT + SUBJECTS)}  deploy-site:\n${GRANT}${SUBJECTS}`,
    '.github/leasehold.yml:10:3: `grants.deploy-site` stands twice [ERR_POLICY_DUPLICATE]\n  help: keep one of them, or give one another name',
  ],
  [
    'with a bad duration',
    file(`${GRANT}${SUBJECTS}    ttl: 10\n`),
    '.github/leasehold.yml:10:10: `grants.deploy-site.ttl` is not a duration such as `90s`, `15m`, `1h30m` or `90d` [ERR_POLICY_DURATION]\n  help: give the unit: `10s` for seconds, `10m` for minutes',
  ],
  [
    'without subjects',
    file(GRANT),
    '.github/leasehold.yml:3:3: `grants.deploy-site` has no `subjects` [ERR_POLICY_MISSING]\n  help: say which jobs may ask: `subjects: [{ repository-id: 123456, ref: refs/heads/main }]`',
  ],
  [
    'that admits everybody',
    file(`${GRANT}    subjects: [{ ref: refs/heads/main }]\n`),
    '.github/leasehold.yml:9:16: `grants.deploy-site.subjects[0]` lets in jobs of any repository of the issuer [ERR_POLICY_OPEN]\n  help: pin whose jobs may ask: `repository-id` or `repository-owner-id` without wildcard, or `repository` with its owner spelt out, such as `acme/*`',
  ],
  [
    'with a misspelt claim',
    file(`${GRANT}    subjects: [{ repository-id: 123456, enviroment: production }]\n`),
    '.github/leasehold.yml:9:41: unknown claim `enviroment` in `grants.deploy-site.subjects[0]` [ERR_POLICY_CLAIM]\n  help: did you mean `environment`?',
  ],
  [
    'with a misspelt claim in a condition',
    file(`${GRANT}${SUBJECTS}    when: job.actr == "octavia"\n`),
    '.github/leasehold.yml:10:15: `grants.deploy-site.when`: `job` has no `actr` [ERR_POLICY_CEL_NAME]\n  help: did you mean `job.actor`?',
  ],
  [
    'with a condition of the wrong type',
    file(`${GRANT}${SUBJECTS}    when: request.ttl < 600\n`),
    '.github/leasehold.yml:10:11: `grants.deploy-site.when`: `duration < int` is not defined [ERR_POLICY_CEL_TYPE]\n  help: compare with a duration: `request.ttl <= duration("10m")`',
  ],
  [
    'with a condition that cannot be read',
    file(`${GRANT}${SUBJECTS}    when: job.actor ==\n`),
    '.github/leasehold.yml:10:23: `grants.deploy-site.when`: the condition ends too early [ERR_POLICY_CEL_SYNTAX]',
  ],
  [
    'with an unknown provider',
    file(GRANT.replace('provider: aws', 'provider: azure') + SUBJECTS),
    '.github/leasehold.yml:7:15: unknown provider `azure` [ERR_POLICY_PROVIDER]\n  help: use one of `aws`',
  ],
  [
    'with an unknown option of the provider',
    file(GRANT.replace('region: ', 'regoin: ') + SUBJECTS),
    '.github/leasehold.yml:8:65: provider `aws` has no option `regoin` [ERR_POLICY_OPTION]\n  help: did you mean `region`?',
  ],
  [
    'with another action’s name for an option',
    file(GRANT.replace('role: ', 'role-to-assume: ') + SUBJECTS),
    '.github/leasehold.yml:8:5: `grants.deploy-site.with` has no `role`, which provider `aws` needs [ERR_POLICY_OPTION]\n  help: The role to lease: its ARN, in any partition, with or without an account number; or its name, together with `account`.\n.github/leasehold.yml:8:13: provider `aws` has no option `role-to-assume` [ERR_POLICY_OPTION]\n  help: use one of `role`, `account`, `region`, `audience`, `allow`, `session-policy`, `managed-session-policies`, `revoker-role`, `bind-ip`, `probe`, `profile`, `mask-account-id`',
  ],
  [
    'with a mistake in an option',
    file(GRANT.replace('s3:PutObject', 's3-PutObject') + SUBJECTS),
    'grant `deploy-site` of `.github/leasehold.yml`: entry 1 of `allow`: `s3-PutObject` names no service [ERR_AWS_ALLOW]\n  help: write `service:Action`, such as `s3:GetObject`',
  ],
  [
    'without the grant that is asked for',
    file(GRANT + SUBJECTS).replace('deploy-site', 'deploy-sites'),
    'the policy file `.github/leasehold.yml` has no grant `deploy-site` [ERR_GRANT_UNKNOWN]\n  help: did you mean `deploy-sites`?',
  ],
];

describe('a policy file', () => {
  it('that is not there', async () => {
    expect(await errorOf(scene.step({ lease: 'deploy-site', 'policy-file': 'elsewhere.yml' }))).toBe(
      'there is no policy file `elsewhere.yml` [ERR_POLICY_FILE]\n  help: check out the repository before this step (`actions/checkout`), name the file with `policy-file`, or leave `lease` out and give `provider` and its options inline',
    );
  });

  it('that is a folder', async () => {
    expect(await errorOf(scene.step({ lease: 'deploy-site', 'policy-file': '.' }))).toBe(
      'there is no policy file `.` [ERR_POLICY_FILE]\n  help: check out the repository before this step (`actions/checkout`), name the file with `policy-file`, or leave `lease` out and give `provider` and its options inline',
    );
  });

  it.each(POLICIES)('%s', async (_name, text, message) => {
    await scene.checkOut('.github/leasehold.yml', text);
    expect(await errorOf(scene.step({ lease: 'deploy-site' }))).toBe(message);
  });

  it('asked for more time than AWS ever gives', async () => {
    await scene.checkOut('.github/leasehold.yml', policyFile(scene));
    expect(await errorOf(scene.step({ lease: 'deploy-site', ttl: '13h' }))).toBe(
      'a TTL of 13h is not possible on AWS [ERR_AWS_TTL]\n  help: ask for at most 12h',
    );
  });
});
