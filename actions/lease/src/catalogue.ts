/** Inputs and outputs of the lease action; `action.yml` and the reference page are generated from here. */

import type { OutputDefinition } from '@leasehold/core';
import { PROVIDERS } from '@leasehold/providers';
import type { InputDefinition } from './input-definition.ts';

/** Inputs that are the same for every provider. */
const GENERAL: readonly InputDefinition[] = [
  {
    name: 'lease',
    description: 'Id of the grant in the policy file; leave it out to give everything inline.',
    example: 'deploy-site',
  },
  {
    name: 'reason',
    description: 'Why the lease is needed; carried where the provider keeps it, and needed for a break-glass grant.',
  },
  { name: 'policy-file', description: 'The policy file, relative to the workspace.', default: '.github/leasehold.yml' },
  { name: 'provider', description: 'Who gives the credential, when no grant is named.', default: 'aws', example: 'aws' },
  {
    name: 'ttl',
    description:
      'How long the lease lives at most, from 60 seconds on: `90s`, `10m`, `1h30m`. With a grant the default is the grant’s, else 15 minutes.',
    example: '10m',
  },
  { name: 'delivery', description: 'How the credential reaches the next steps: `env`, `file` or `output`.', default: 'env' },
  {
    name: 'on-revoke-failure',
    description: 'What the post step does when the lease did not end as promised: `fail` or `warn`.',
    default: 'fail',
  },
  {
    name: 'trust-policy-file',
    description:
      'A copy of the provider’s trust policy in the workspace; when trust is refused, the difference to this job’s claims is shown.',
  },
  {
    name: 'ledger-file',
    description: 'File that the ledger’s lines are appended to; the default lies in the job’s temporary folder.',
  },
];

/** Options of all providers, each once. */
function providerInputs(): readonly InputDefinition[] {
  const seen = new Map<string, InputDefinition>();
  for (const provider of PROVIDERS) {
    for (const option of provider.options) {
      // What is required depends on the form, so the action itself says it, with a better message than the runner's.
      const { required: _required, default: value, ...input } = option;
      // A default in `action.yml` reaches the action as if it had been given, which would contradict `lease`; so the provider fills it in, and it is only told.
      const description = value === undefined ? input.description : `${input.description} By default \`${value}\`.`;
      if (!seen.has(option.name)) seen.set(option.name, { ...input, description });
    }
  }
  return [...seen.values()];
}

/** Every input, in the order of `action.yml`. */
export const INPUTS: readonly InputDefinition[] = [...GENERAL, ...providerInputs()];

/** Outputs that are the same for every provider, then the provider's own. */
export const OUTPUTS: readonly OutputDefinition[] = [
  { name: 'lease-id', description: 'Id of the lease, as in the ledger and in the names on the provider’s side.' },
  { name: 'expires-at', description: 'When the lease is over at the latest, ISO 8601, UTC.' },
  { name: 'ending', description: 'How the lease ends: `revoked`, `denied`, `ungranted` or `expires`.' },
  { name: 'ledger', description: 'Path of the ledger file.' },
  ...PROVIDERS.flatMap((provider) => provider.outputs),
];
