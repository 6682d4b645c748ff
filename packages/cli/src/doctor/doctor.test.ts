import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { githubClaims, secretSearch, startIssuer } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { called, leasehold, type SpawnedResult } from '../spawned.ts';

const ISSUER = 'token.actions.githubusercontent.com';
const POLICY = `version: 1
grants:
  deploy-site:
    purpose: publish the site
    owner: "@acme/web"
    access: write
    provider: aws
    with: { role: "arn:aws:iam::111122223333:role/site-deploy", region: eu-west-1 }
    subjects:
      - { repository-id: 123456, ref: refs/heads/main }
`;

function trust(subject: string): object {
  const condition = { StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: subject } };
  const principal = { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` };
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition }],
  };
}

const home = process.cwd();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leasehold-doctor-'));
  const write = (name: string, content: object): Promise<void> => writeFile(join(folder, name), JSON.stringify(content));
  const claims = { iss: `https://${ISSUER}`, aud: 'sts.amazonaws.com', ...githubClaims() };
  await writeFile(join(folder, 'policy.yml'), POLICY);
  await write('claims.json', claims);
  await write('trust.json', trust('repo:acme/site:ref:refs/heads/main'));
  await write('other.json', trust('repo:acme/site:environment:production'));
  const role = { RoleName: 'site-deploy', AssumeRolePolicyDocument: trust('repo:acme/site:ref:refs/heads/main') };
  await write('uncapped.json', { Role: role });
  await write('capped.json', {
    Role: { ...role, PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/cap' } },
  });
  await write('list.json', []);
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

const here = (line: string, env?: Record<string, string>): Promise<SpawnedResult> => called(line.split(' '), env);

describe('doctor, of a job that is described', () => {
  test('shows the claims, and that grant and trust policy let it in', async () => {
    const words = 'doctor --claims claims.json --grant deploy-site --file policy.yml --trust-policy trust.json'.split(' ');
    const { code, out, err } = await leasehold(words, { cwd: folder });
    expect(err).toBe('');
    expect(out).toMatch(/^ {2}sub +repo:acme\/site:ref:refs\/heads\/main$/m);
    expect(out).toContain('yes grant `deploy-site` lets this job in\nyes trust policy `trust.json` lets this job in\n');
    expect(code).toBe(0);
  });

  test('shows what does not match, and what to write instead', async () => {
    const { code, out } = await here('doctor --claims claims.json --trust-policy other.json');
    expect(out).toContain('no  trust policy `other.json` does not let this job in\n');
    expect(out).toContain(
      'what does not match:\n  sub: is `repo:acme/site:ref:refs/heads/main`, would match `repo:acme/site:environment:production`',
    );
    expect(out).toContain('what would admit this job:');
    expect(code).toBe(1);
  });

  test('says it to a machine in JSON', async () => {
    const { code, out } = await here(
      'doctor --claims claims.json --claim ref=refs/heads/dev --grant deploy-site --file policy.yml --format json',
    );
    expect(JSON.parse(out)).toMatchObject({
      claims: { ref: 'refs/heads/dev' },
      checks: [{ against: 'grant `deploy-site`', matches: false, mismatches: [{ claim: 'ref' }] }],
      warnings: [],
    });
    expect(code).toBe(1);
  });

  test('warns of a role that whoever ends its leases could widen', async () => {
    const uncapped = await here('doctor --claims claims.json --role-description uncapped.json');
    expect(uncapped.out).toContain(
      'yes role `site-deploy` lets this job in\nwarning: role `site-deploy` has no permissions boundary',
    );
    expect(uncapped.code).toBe(0);
    const capped = await here('doctor --claims claims.json --role-description capped.json');
    expect(capped.out).not.toContain('warning');
    expect(capped.code).toBe(0);
  });
});

describe('doctor, in a job', () => {
  test('asks for an ID token, shows what it says, and never the token', async () => {
    await using issuer = await startIssuer();
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_RUN_ID: '7812345678',
      ACTIONS_ID_TOKEN_REQUEST_URL: issuer.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken,
    };
    const result = await leasehold(['doctor', '--audience', 'https://example.org'], { cwd: folder, env });
    expect(result.out).toMatch(/^ {2}aud +https:\/\/example\.org$/m);
    expect(result.code).toBe(0);
    const seen =
      result.out +
      result.err
        .split('\n')
        .filter((line) => !line.startsWith('::add-mask::'))
        .join('\n');
    expect(issuer.minted).toHaveLength(1);
    for (const { token } of issuer.minted) expect(secretSearch(seen, token)).toEqual([]);
  });

  test('reads a token from a file', async () => {
    await using issuer = await startIssuer();
    await writeFile('token', await issuer.mint({ ref: 'refs/heads/dev' }));
    const { code, out, err } = await here('doctor --id-token-file token --grant deploy-site --file policy.yml');
    expect(out).toContain('no  grant `deploy-site` does not let this job in\n');
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  test('says how to get a token when the job may not have one', async () => {
    const { code, err } = await here('doctor', { GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '1' });
    expect(err).toContain('error: this job may not ask for an ID token [ERR_ID_TOKEN_PERMISSION]');
    expect(err).toContain('id-token: write');
    expect(code).toBe(2);
  });
});

describe('bad input of doctor', () => {
  test.each([
    [
      'doctor',
      'error: this is no job of a CI platform, and none is described [ERR_USAGE]\n  help: give `--claims FILE` with the claims of a job, or `--id-token-file FILE`\n',
    ],
    [
      'doctor --claims list.json',
      'error: the claims file `list.json` is not a JSON object [ERR_CLAIMS_FILE]\n  help: give the payload of the ID token as JSON, such as `{ "sub": "repo:acme/site:ref:refs/heads/main" }`; never the token itself\n',
    ],
    [
      'doctor --sub x --trust-policy nowhere',
      'error: the trust policy `nowhere` does not exist [ERR_TRUST_POLICY_FILE]\n  help: check the path; it counts from the current folder\n',
    ],
    [
      'doctor --sub x --role-description trust.json',
      'error: `trust.json` is not the output of `aws iam get-role` [ERR_ROLE_DESCRIPTION]\n  help: write it with `aws iam get-role --role-name NAME > role.json`\n',
    ],
    [
      'doctor --sub x --grant deploy --file policy.yml',
      'error: the policy file `policy.yml` has no grant `deploy` [ERR_GRANT_UNKNOWN]\n  help: it has `deploy-site`\n',
    ],
  ])('`leasehold %s` is refused', async (line, message) => {
    expect(await here(line)).toEqual({ code: 2, out: '', err: message });
  });
});
