import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionMatches } from '../wildcard.ts';
import { trust } from './test-deploy-site.ts';

describe('every set-up', () => {
  const HARMLESS = ['iam:GetRole', 'iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:GetPolicyVersion', 'iam:ListPolicyVersions'];
  const WRITES = {
    boundary: ['iam:CreatePolicyVersion', 'iam:DeletePolicyVersion'],
    inline: ['iam:PutRolePolicy', 'iam:DeleteRolePolicy'],
  };
  const WIDENING = [
    'iam:PutRolePermissionsBoundary',
    'iam:DeleteRolePermissionsBoundary',
    'iam:AttachRolePolicy',
    'iam:UpdateAssumeRolePolicy',
    'iam:CreateRole',
    'iam:PassRole',
  ];

  it('never lets the revoker widen a role', () => {
    const name = fc.stringMatching(/^[A-Za-z][\w+=,.@-]{0,40}$/);
    const account = fc.constantFrom('111122223333', '');
    const path = fc.constantFrom('/', '/ci/', '/a/b/');
    const allow = fc.constantFrom('s3:PutObject on arn:aws:s3:::site/*', 'sns:Publish on *', 's3:* on *\nsts:* on *');
    const form = fc.constantFrom<'boundary' | 'inline'>('boundary', 'inline');
    fc.assert(
      fc.property(name, account, path, allow, form, (role, owner, folder, line, chosen) => {
        const arn = `arn:aws:iam::${owner}:role${folder}${role}`;
        const setup = trust(
          { role: arn, 'revoker-role': `arn:aws:iam::${owner}:role/x-${role}`.slice(0, 85), allow: line },
          { form: chosen },
        );
        expect(setup.boundary).toBeDefined();
        for (const granted of setup.revoker?.permissionPolicy?.Statement ?? []) {
          expect(granted.Effect).toBe('Allow');
          const resource = granted.Resource;
          const actions = [granted.Action].flat() as string[];
          for (const action of actions) {
            expect([...HARMLESS, ...WRITES[chosen]]).toContain(action);
            for (const widening of WIDENING) expect(actionMatches(action, widening)).toBe(false);
            // What it writes is either a boundary, whose allowances give nothing, or inline policies of a role that is capped.
            if (action === 'iam:CreatePolicyVersion') expect(resource).toBe(setup.boundary?.arn);
            if (action === 'iam:PutRolePolicy')
              expect([resource, setup.boundary?.policy]).toEqual([arn, setup.role.permissionPolicy]);
          }
          expect(resource).toMatch(/^[^*?]+$/);
        }
        // No policy that anybody holds is the list that allows everything.
        expect(JSON.stringify([setup.role.permissionPolicy, setup.revoker?.permissionPolicy])).not.toContain('"Action":"*"');
      }),
    );
  });

  it('has neither revoker nor boundary where the grant has no revoker role, and says what that means', () => {
    const setup = trust({ 'revoker-role': '' });
    expect([setup.boundary, setup.revoker]).toEqual([undefined, undefined]);
    expect(setup.notes).toContain('`deploy-site` has no `revoker-role`: its leases end by time only');
  });

  it.each([
    [60, 3_600],
    [7_200, 7_200],
    [43_200, 43_200],
  ])('allows sessions as long as the longest lease: %d s', (maxTtl, maxSessionDuration) => {
    expect(trust({}, { maxTtl }).role.maxSessionDuration).toBe(maxSessionDuration);
  });
});
