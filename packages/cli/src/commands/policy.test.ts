import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { called, leasehold, type SpawnedResult } from '../spawned.ts';

const POLICY = `version: 1
defaults: { ttl: 15m }
guardrails:
  - id: no-write-from-pull-requests
    deny-when: job.event.startsWith("pull_request") && grant.access != "read"
    message: pull requests may lease read access only
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
    ttl: { default: 10m, max: 30m }
    subjects:
      - { repository-id: 123456, ref: refs/heads/main }
  prod-break-glass:
    purpose: mend production by hand
    owner: "@acme/ops"
    access: admin
    provider: aws
    with: { role: "arn:aws:iam::111122223333:role/admin", region: eu-west-1 }
    break-glass: true
    ttl: 1h
    subjects:
      - { repository-id: 123456 }
`;
const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:acme/site:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
  repository: 'acme/site',
  repository_id: '123456',
  ref: 'refs/heads/main',
  event_name: 'push',
};

const home = process.cwd();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leasehold-policy-'));
  await mkdir(join(folder, '.github'));
  await writeFile(join(folder, '.github', 'leasehold.yml'), POLICY);
  await writeFile(join(folder, 'claims.json'), JSON.stringify(CLAIMS));
  await writeFile(join(folder, 'token.txt'), 'eyJhbGciOiJub25lIn0.e30.');
  await writeFile(join(folder, 'typo.yml'), POLICY.replace('purpose: publish', 'porpose: publish'));
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

const here = (line: string): Promise<SpawnedResult> => called(line.split(' '));

describe('policy check', () => {
  test('lists what a right file grants', async () => {
    const { code, out, err } = await leasehold(['policy', 'check'], { cwd: folder });
    expect(err).toBe('');
    expect(out).toBe(
      [
        'ok .github/leasehold.yml: 2 grants, 1 guardrail',
        '  deploy-site       write  aws  10m, at most 30m  @acme/web  publish the site',
        '  prod-break-glass  admin  aws  30m               @acme/ops  mend production by hand (break-glass)',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
  });

  test('answers a machine in JSON', async () => {
    const { code, out } = await here('policy check --format json');
    expect(JSON.parse(out)).toMatchObject({
      valid: true,
      file: '.github/leasehold.yml',
      grants: [{ id: 'deploy-site', ttl: { default: 600, max: 1800 } }, { breakGlass: true }],
    });
    expect(code).toBe(0);
  });

  test('tells every mistake with file, line and column', async () => {
    const { code, out, err } = await here('policy check typo.yml');
    expect(out).toBe('');
    expect(err).toMatch(/^typo\.yml:9:5: .*`porpose`.* \[ERR_POLICY_/m);
    expect(err).toContain('did you mean `purpose`?');
    expect(code).toBe(2);
  });

  test('tells at its place what a provider would refuse', async () => {
    await writeFile('refused.yml', POLICY.replace('[s3:PutObject]', '[s4:PutObject]').replace('role/admin', 'rolle/admin'));
    const { code, out, err } = await here('policy check refused.yml');
    expect(out).toBe('');
    expect(err).toMatch(/^refused\.yml:16:7: `grants\.deploy-site\.with\.allow`: .*`s4`.*$/m);
    expect(err).toMatch(/^refused\.yml:25:13: `grants\.prod-break-glass\.with\.role`: `role` is .* \[ERR_AWS_ROLE\]$/m);
    expect(code).toBe(2);
  });

  test('tells a machine every mistake in JSON, on stdout', async () => {
    const { code, out, err } = await here('policy check typo.yml --format json');
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ valid: false, file: 'typo.yml' });
    expect(answer.problems.map(({ at }: { at: object }) => at)).toContainEqual({ file: 'typo.yml', line: 9, column: 5 });
    expect(err).toBe('');
    expect(code).toBe(2);
  });
});

describe('policy explain', () => {
  test('allows what the policy allows, and says by which rules', async () => {
    const { code, out, err } = await leasehold('policy explain deploy-site --claims claims.json'.split(' '), { cwd: folder });
    expect(err).toBe('');
    expect(out).toMatch(/^allow deploy-site for 10m\n/);
    expect(out).toMatch(/^ {2}yes subjects\[0\] /m);
    expect(code).toBe(0);
  });

  test('denies another branch, and shows the claim that did not match', async () => {
    const { code, out } = await here('policy explain deploy-site --claims claims.json --claim ref=refs/heads/dev --ttl 45m');
    expect(out).toMatch(/^deny deploy-site\n/);
    expect(out).toMatch(/^ {2}no {2}ttl /m);
    expect(out).toContain(
      'claims that did not match:\n  ref: is `refs/heads/dev`, would match `refs/heads/main` (subjects[0].ref)\n',
    );
    expect(code).toBe(1);
  });

  test('prints the decision as JSON', async () => {
    const { code, out } = await here('policy explain deploy-site --sub repo:acme/other --claim repository_id=7 --format json');
    expect(JSON.parse(out)).toMatchObject({
      allowed: false,
      grant: 'deploy-site',
      ttl: 0,
      mismatches: [{ claim: 'repository_id', actual: '7' }, { claim: 'ref' }],
    });
    expect(code).toBe(1);
  });

  test('wants a reason for break-glass', async () => {
    expect((await here('policy explain prod-break-glass --claims claims.json')).code).toBe(1);
    const { code, out } = await here('policy explain prod-break-glass --claims claims.json --reason outage');
    expect(out).toMatch(/^allow prod-break-glass for 30m, break-glass\n/);
    expect(code).toBe(0);
  });
});

describe('bad input', () => {
  test.each([
    [
      'policy check nowhere.yml',
      'error: the policy file `nowhere.yml` does not exist [ERR_POLICY_FILE]\n  help: check the path; it counts from the current folder\n',
    ],
    [
      'policy check .github',
      'error: the policy file `.github` cannot be read: EISDIR [ERR_POLICY_FILE]\n  help: check the path; it counts from the current folder\n',
    ],
    [
      'policy explain deploy-sight --sub x',
      'error: the policy file `.github/leasehold.yml` has no grant `deploy-sight` [ERR_GRANT_UNKNOWN]\n  help: did you mean `deploy-site`?\n',
    ],
    [
      'policy explain deploy-site',
      'error: no job is described [ERR_USAGE]\n  help: give `--claims FILE`, or `--sub SUBJECT` and `--claim NAME=VALUE`; what the token of a running job says is shown by `leasehold doctor`\n',
    ],
    [
      'policy explain deploy-site --claim ref',
      'error: `ref` is not a claim [ERR_CLAIM]\n  help: write `--claim name=value`, such as `--claim ref=refs/heads/main`\n',
    ],
    [
      'policy explain deploy-site --sub x --ttl 10',
      'error: `10` is not a duration [ERR_DURATION]\n  help: give the unit: `10s` for seconds, `10m` for minutes\n',
    ],
    [
      'policy explain deploy-site --claims token.txt',
      'error: the claims file `token.txt` is not a JSON object [ERR_CLAIMS_FILE]\n  help: give the payload of the ID token as JSON, such as `{ "sub": "repo:acme/site:ref:refs/heads/main" }`; never the token itself\n',
    ],
  ])('`leasehold %s` is refused', async (line, message) => {
    expect(await here(line)).toEqual({ code: 2, out: '', err: message });
  });
});
