/** The set-up of a grant as Terraform (HCL). */

import type { AwsTrust, RoleSetup } from './aws-trust.ts';
import type { BoundaryPolicy } from './permissions.ts';

/**
 * Renders the set-up. The identity provider is expected to exist.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role
 */
export function trustTerraform(trust: AwsTrust): string {
  const { role, boundary, revoker, form } = trust;
  const cap = boundary && form === 'inline' ? boundary : undefined;
  return [
    comment([
      `The grant ${trust.grant}, printed by \`leasehold trust aws\`.`,
      ...trust.notes,
      ...trust.notEnforced.map(({ statement, message }) => `${statement}: ${message}`),
    ]),
    ...(boundary ? [boundaryBlock(boundary, form === 'boundary')] : []),
    roleBlock(role, boundary),
    // Under a cap the same policy gives the permissions, so that all room for inline policies is the deny list's.
    ...(cap ? [attachmentBlock(role, cap)] : policyBlock(role)),
    ...(revoker ? [roleBlock(revoker, undefined), ...policyBlock(revoker)] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function boundaryBlock({ name, description, policy }: BoundaryPolicy, holdsDenyList: boolean): string {
  return block('aws_iam_policy', name, [
    ['name', text(name)],
    ['description', text(description)],
    ['policy', json(policy)],
    // The list changes with every ending; a plan must not undo them.
    ...(holdsDenyList ? [['lifecycle', '{\n    ignore_changes = [policy]\n  }'] as const] : []),
  ]);
}

function roleBlock(
  { role, description, maxSessionDuration, trustPolicy }: RoleSetup,
  boundary: BoundaryPolicy | undefined,
): string {
  return block('aws_iam_role', role.name, [
    ['name', text(role.name)],
    ['path', text(role.path)],
    ['description', text(description)],
    ['max_session_duration', String(maxSessionDuration)],
    ...(boundary ? [['permissions_boundary', `aws_iam_policy.${label(boundary.name)}.arn`] as const] : []),
    ['assume_role_policy', json(trustPolicy)],
  ]);
}

function policyBlock({ role, policyName, permissionPolicy }: RoleSetup): readonly string[] {
  if (permissionPolicy === undefined) return [];
  return [
    block('aws_iam_role_policy', role.name, [
      ['name', text(policyName)],
      ['role', `aws_iam_role.${label(role.name)}.name`],
      ['policy', json(permissionPolicy)],
    ]),
  ];
}

function attachmentBlock({ role }: RoleSetup, cap: BoundaryPolicy): string {
  return block('aws_iam_role_policy_attachment', role.name, [
    ['role', `aws_iam_role.${label(role.name)}.name`],
    ['policy_arn', `aws_iam_policy.${label(cap.name)}.arn`],
  ]);
}

function block(type: string, name: string, body: readonly (readonly [name: string, value: string])[]): string {
  const lines = body.map(([key, value]) => (key === 'lifecycle' ? `  ${key} ${value}` : `  ${key} = ${value}`));
  return `resource "${type}" "${label(name)}" {\n${lines.join('\n')}\n}`;
}

/** JSON is an expression of HCL as it stands, but for the two marks that begin a template. */
function json(value: object): string {
  return `jsonencode(${JSON.stringify(value, null, 2)
    .replaceAll(/([$%])\{/g, '$1$1{')
    .replaceAll('\n', '\n  ')})`;
}

function text(value: string): string {
  return JSON.stringify(value).replaceAll(/([$%])\{/g, '$1$1{');
}

function label(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9_-]/g, '_');
  return /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`;
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `# ${line.replaceAll(/\s+/g, ' ')}`).join('\n');
}
