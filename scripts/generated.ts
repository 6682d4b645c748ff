/** Everything that is generated, as data: to add a file is to add an entry. */

import { actionManifest, actionPage, LEASE, SECRET_LINT } from './action-page.ts';
import { AWS_SERVICES_FILE, awsServices } from './aws-services.ts';
import { errorPage } from './error-page.ts';
import { KERNEL_FILE, kernelModule, PACK_WALK_FILE, packWalkModule } from './kernel.ts';

/** One generated file. Its sources are loaded when it is made, so that one that cannot be loaded fails alone. */
export interface GeneratedFile {
  /** Relative to the repository. */
  readonly path: string;
  /** The whole content. */
  readonly make: () => string | Promise<string>;
}

/** Every generated file. */
export const GENERATED: readonly GeneratedFile[] = [
  { path: 'action.yml', make: () => actionManifest(LEASE, 'actions/lease/dist') },
  { path: 'actions/lease/action.yml', make: () => actionManifest(LEASE, 'dist') },
  { path: 'actions/secret-lint/action.yml', make: () => actionManifest(SECRET_LINT, 'dist') },
  { path: 'docs/reference/action.md', make: () => actionPage(LEASE) },
  { path: 'docs/reference/cli.md', make: async () => (await import('@leasehold/cli')).cliReference() },
  { path: 'docs/reference/errors.md', make: errorPage },
  { path: 'docs/reference/lint.schema.json', make: async () => json((await import('@leasehold/report/lint')).lintJsonSchema()) },
  { path: 'docs/reference/lint-rule.schema.json', make: async () => json((await import('@leasehold/scan')).ruleJsonSchema()) },
  { path: 'docs/reference/secret-lint.md', make: () => actionPage(SECRET_LINT) },
  { path: 'docs/reference/leasehold.schema.json', make: policySchema },
  { path: 'docs/reference/ledger.schema.json', make: async () => json((await import('@leasehold/report')).ledgerJsonSchema()) },
  { path: AWS_SERVICES_FILE, make: awsServices },
  { path: 'packages/checks/src/secrets/rule-heads.ts', make: async () => (await import('./rule-heads.ts')).ruleHeads() },
  { path: KERNEL_FILE, make: kernelModule },
  { path: PACK_WALK_FILE, make: packWalkModule },
];

async function policySchema(): Promise<string> {
  const [{ policyJsonSchema }, { PROVIDERS }] = await Promise.all([import('@leasehold/policy'), import('@leasehold/providers')]);
  return json(policyJsonSchema(PROVIDERS));
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
