/** No credential, no token and no bearer is shown or kept where people can read it, in any encoding, however a job goes. */

import { FAULTS } from '@leasehold/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { delivered } from './credential.ts';
import { type Scene, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** What a job may meet; what hangs is left to the fault matrix, since it shows nothing but a time-out. */
const MEETS = Object.values(FAULTS).filter(({ kind }) => kind !== 'hang');
const HALF = fc.record({
  through: fc.constantFrom('tokens' as const, 'cloud' as const),
  fault: fc.option(fc.constantFrom(...MEETS), { nil: undefined }),
  skip: fc.nat(4),
});

const LIFE = fc.record({
  form: fc.constantFrom('boundary' as const, 'inline' as const),
  delivery: fc.constantFrom('env', 'file', 'output'),
  onRevokeFailure: fc.constantFrom('fail', 'warn'),
  revoker: fc.boolean(),
  admitted: fc.boolean(),
  main: HALF,
  post: HALF,
});

function spoil(scene: Scene, { through, fault, skip }: typeof HALF extends fc.Arbitrary<infer T> ? T : never): void {
  scene.tokens.clear();
  scene.cloud.clear();
  if (fault) scene[through].next(fault, { skip });
}

it('however a job goes, nothing that is shown or kept holds a secret', async () => {
  let leased = 0;
  await fc.assert(
    fc.asyncProperty(LIFE, async ({ form, delivery, onRevokeFailure, revoker, admitted, main: before, post: after }) => {
      await using scene = await world.scene({ form, ...(admitted ? {} : { subject: 'repo:acme/other:*' }) });
      spoil(scene, before);
      const inputs = { delivery, 'on-revoke-failure': onRevokeFailure, ...(revoker ? {} : { 'revoker-role': undefined }) };
      const main = await scene.lease(inputs);
      spoil(scene, after);
      const post = await scene.end();
      leased += scene.sessions().length;
      // What tells the runner to hide something is the one place where it stands; the runner never shows that line.
      const printed = [main, post].map(({ stdout, stderr }) => `${stdout}${stderr}`.replace(/^::add-mask::.*$/gm, ''));
      const handedOver = delivery === 'output' ? [] : [main.outputs, post.outputs];
      const kept = [main.state, post.state, main.fileErrors, post.fileErrors, ...handedOver].map((part) => JSON.stringify(part));
      expect(scene.leaks([scene.shown, ...printed, ...kept].join('\n'))).toEqual([]);
    }),
    { numRuns: 15 },
  );
  expect(leased).toBeGreaterThan(0);
});

it('what a later step prints of its credential is hidden, in every encoding', async () => {
  await using scene = await world.scene();
  await scene.lease();
  const { secretAccessKey, sessionToken } = delivered(scene.job.env);
  await scene.job.run(`
    for secret in "$AWS_SECRET_ACCESS_KEY" "$AWS_SESSION_TOKEN"; do
      echo "plain $secret"
      printf %s "$secret" | base64 -w0; echo
      printf %s "$secret" | base64 -w0 | tr '+/' '-_' | tr -d =; echo
      printf %s "$secret" | od -An -v -tx1 | tr -d ' \\n'; echo
      "${process.execPath}" -p 'encodeURIComponent(process.argv[1])' "$secret"
    done`);
  expect(scene.job.log.match(/^plain \*\*\*$/gm)).toHaveLength(2);
  expect([secretAccessKey, sessionToken].map((secret) => secret.length > 30)).toEqual([true, true]);
  expect(scene.leaks(scene.job.log)).toEqual([]);
  await scene.end();
});
