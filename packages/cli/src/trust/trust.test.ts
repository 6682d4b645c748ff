import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { called, leasehold, type SpawnedResult } from '../spawned.ts';

const POLICY = `version: 1
grants:
  deploy-site:
    purpose: publish the site
    owner: "@acme/web"
    access: write
    provider: aws
    with:
      role: arn:aws:iam::111122223333:role/site-deploy
      region: eu-west-1
      allow: [{ actions: [s3:PutObject], resources: ["arn:aws:s3:::acme-site/*"] }]
      revoker-role: arn:aws:iam::111122223333:role/leasehold-revoker
    subjects:
      - { repository-id: 123456, ref: refs/heads/main, event: push }
`;
const INLINE = [
  '--role',
  'arn:aws:iam::111122223333:role/site-deploy',
  '--region',
  'eu-west-1',
  '--allow',
  's3:PutObject on arn:aws:s3:::acme-site/*',
];

const home = process.cwd();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leasehold-trust-'));
  await writeFile(join(folder, 'policy.yml'), POLICY);
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

const trustAws = (...words: string[]): Promise<SpawnedResult> => called(['trust', 'aws', ...words]);

describe('trust aws', () => {
  test('prints JSON that can be loaded, and says on stderr what AWS cannot hold to', async () => {
    const { code, out, err } = await leasehold(['trust', 'aws', 'deploy-site', '--file', 'policy.yml'], { cwd: folder });
    const { form, role, revoker } = JSON.parse(out);
    expect(form).toBe('boundary');
    expect(role.trustPolicy.Statement[0].Condition.StringEquals).toMatchObject({
      'token.actions.githubusercontent.com:repository_id': '123456',
      'token.actions.githubusercontent.com:ref': 'refs/heads/main',
    });
    expect(revoker.arn).toBe('arn:aws:iam::111122223333:role/leasehold-revoker');
    expect(err).toContain('note: deploy-site-1: AWS does not check `event_name`, so only the policy file holds to it\n');
    expect(code).toBe(0);
  });

  test('prints Terraform and CloudFormation', async () => {
    const terraform = await trustAws('deploy-site', '--file', 'policy.yml', '--format', 'terraform');
    expect(terraform.out).toContain('resource "aws_iam_role" "site-deploy" {\n');
    const cloudformation = await trustAws('deploy-site', '--file', 'policy.yml', '--format', 'cloudformation');
    expect(JSON.parse(cloudformation.out).Resources.LeasedRole.Type).toBe('AWS::IAM::Role');
  });

  test('puts the deny list inline, under a cap, when asked to', async () => {
    const { out } = await trustAws('deploy-site', '--file', 'policy.yml', '--form', 'inline');
    expect(JSON.parse(out)).toMatchObject({ form: 'inline', boundary: { policy: { Statement: [{ Action: 's3:PutObject' }] } } });
  });

  test('takes everything inline, and another issuer', async () => {
    const { code, out } = await trustAws(
      ...INLINE,
      '--repository-id',
      '123456',
      '--repository-id',
      '123457',
      '--environment',
      'prod-*',
      '--issuer',
      'https://ci.example.org',
    );
    const [{ Principal, Condition }] = JSON.parse(out).role.trustPolicy.Statement;
    expect(Principal.Federated).toBe('arn:aws:iam::111122223333:oidc-provider/ci.example.org');
    expect(Condition).toMatchObject({
      StringEquals: { 'ci.example.org:repository_id': ['123456', '123457'] },
      StringLike: { 'ci.example.org:environment': 'prod-*' },
    });
    expect(code).toBe(0);
  });
});

describe('bad input of trust aws', () => {
  test.each([
    [
      ['deploy-sight', '--file', 'policy.yml'],
      'error: the policy file `policy.yml` has no grant `deploy-sight` [ERR_GRANT_UNKNOWN]\n  help: did you mean `deploy-site`?\n',
    ],
    [
      ['deploy-site', '--file', 'policy.yml', '--role', 'r', '--ref', 'x'],
      'error: the grant `deploy-site` cannot be combined with `--role`, `--ref` [ERR_USAGE]\n  help: change the grant in the policy file, or leave it out and give everything inline\n',
    ],
    [
      ['--region', 'eu-west-1'],
      'error: no role is given [ERR_AWS_ROLE]\n  help: add `role: arn:aws:iam::111122223333:role/name`\n',
    ],
    [
      [...INLINE, '--ref', 'refs/heads/main'],
      'error: the trust of `inline` would let in jobs of anybody: nothing that AWS checks says whose they are [ERR_AWS_TRUST_TOO_WIDE]\n  help: add `repository-id` to the subject, or `repository` with the owner spelt out\n',
    ],
    [
      ['deploy-site', '--format', 'yaml'],
      'error: option `--format <format>` argument `yaml` is invalid. Allowed choices are json, terraform, cloudformation [ERR_USAGE]\n  help: see `leasehold trust aws --help`\n',
    ],
  ])('%j is refused', async (words, message) => {
    expect(await trustAws(...words)).toEqual({ code: 2, out: '', err: message });
  });
});
