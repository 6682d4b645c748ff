import { describe, expect, it } from 'vitest';
import type { AwsTrust } from './aws-trust.ts';
import { trustCloudFormation } from './cloudformation.ts';
import { trustJson } from './json.ts';
import { trustTerraform } from './terraform.ts';
import { condition, MAIN, ROLE, statement, trust } from './test-deploy-site.ts';

describe('as JSON', () => {
  it('has everything that is to be set up', () => {
    const bundle = JSON.parse(trustJson(trust())) as Record<string, Record<string, unknown>>;
    expect(Object.keys(bundle)).toEqual(['grant', 'form', 'role', 'boundary', 'revoker', 'notEnforced', 'notes']);
    expect(bundle.role).toMatchObject({
      arn: ROLE,
      permissionsBoundary: bundle.boundary?.arn,
      permissionPolicy: { name: 'leasehold-deploy-site' },
    });
    expect(Object.keys(JSON.parse(trustJson(trust({ 'revoker-role': '', allow: '' }))) as object)).toEqual([
      'grant',
      'role',
      'notEnforced',
      'notes',
    ]);
  });
});

describe('as CloudFormation', () => {
  type Template = {
    readonly Resources: Readonly<
      Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>
    >;
  };
  const template = (of: AwsTrust) => JSON.parse(trustCloudFormation(of)) as Template;

  it('has the boundary and both roles', () => {
    const { Resources: resources } = template(trust());
    expect(Object.entries(resources).map(([name, { Type: type }]) => [name, type])).toEqual([
      ['Boundary', 'AWS::IAM::ManagedPolicy'],
      ['LeasedRole', 'AWS::IAM::Role'],
      ['RevokerRole', 'AWS::IAM::Role'],
    ]);
    expect(resources.LeasedRole?.Properties).toMatchObject({
      RoleName: 'site-deploy',
      Path: '/ci/',
      PermissionsBoundary: { Ref: 'Boundary' },
    });
    expect(resources.LeasedRole?.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(resources.RevokerRole?.Properties).not.toHaveProperty('PermissionsBoundary');
  });

  it('gives the capped role its permissions by the cap, so that inline room is the deny list’s', () => {
    const role = template(trust({}, { form: 'inline' })).Resources.LeasedRole?.Properties;
    expect(role).toMatchObject({ PermissionsBoundary: { Ref: 'Boundary' }, ManagedPolicyArns: [{ Ref: 'Boundary' }] });
    expect(role).not.toHaveProperty('Policies');
  });
});

describe('as Terraform', () => {
  it('has the boundary, which a plan leaves alone, and both roles', () => {
    const text = trustTerraform(trust());
    expect([...text.matchAll(/^resource "(\w+)" "([\w-]+)"/gm)].map(([, type, name]) => `${type}.${name}`)).toEqual([
      'aws_iam_policy.leasehold-ended-site-deploy',
      'aws_iam_role.site-deploy',
      'aws_iam_role_policy.site-deploy',
      'aws_iam_role.leasehold-revoker',
      'aws_iam_role_policy.leasehold-revoker',
    ]);
    expect(text).toContain('permissions_boundary = aws_iam_policy.leasehold-ended-site-deploy.arn');
    expect(text).toContain('ignore_changes = [policy]');
    const inline = trustTerraform(trust({}, { form: 'inline' }));
    expect(inline).toContain('resource "aws_iam_role_policy_attachment" "site-deploy"');
    expect(inline).not.toContain('ignore_changes');
  });

  it('keeps policy variables from being read as templates', () => {
    const text = trustTerraform(trust({ allow: `s3:GetObject on arn:aws:s3:::b/${'$'}{aws:userid}/*` }));
    expect(text).toContain('b/$${aws:userid}/*');
  });

  it('holds the same documents as the JSON', () => {
    const setup = trust();
    const documents = [...trustTerraform(setup).matchAll(/= jsonencode\((\{[\s\S]*?\n {2}\})\)/g)].map(
      ([, text]) => JSON.parse(text as string) as unknown,
    );
    expect(documents).toEqual([
      setup.boundary?.policy,
      setup.role.trustPolicy,
      setup.role.permissionPolicy,
      setup.revoker?.trustPolicy,
      setup.revoker?.permissionPolicy,
    ]);
  });

  it('tells in comments what AWS cannot hold to', () => {
    const text = trustTerraform(trust({}, { statements: [statement(...MAIN.conditions, condition('event_name', 'push'))] }));
    expect(text).toContain('# deploy-site-1: AWS does not check `event_name`, so only the policy file holds to it');
  });
});
