/** What `leasehold trust aws` does: from a grant, or from options, to documents on stdout and remarks on stderr. */

import { ConfigError, isGlob, parseDuration, type TrustStatement } from '@leasehold/core';
import { grantTrust, grantTtl } from '@leasehold/policy';
import {
  type AwsOptions,
  type AwsTrustInput,
  aws,
  awsTrust,
  trustCloudFormation,
  trustJson,
  trustTerraform,
} from '@leasehold/providers';
import { EXIT } from '../exit.ts';
import { type Input, listOf, textOf } from '../input.ts';
import { grantOf, readPolicyFile } from '../policy-file.ts';
import { inlineValues } from '../provider-options.ts';
import type { Shell } from '../shell.ts';
import { optionOfClaim, SET_UP_OPTIONS, SUBJECT_CLAIMS } from './trust-options.ts';

type Wanted = Omit<AwsTrustInput, 'form'>;

const RENDERERS = { json: trustJson, terraform: trustTerraform, cloudformation: trustCloudFormation } as const;

/** What names the grant that has no name. */
const INLINE_GRANT = 'inline';

/** Prints the set-up. */
export async function printTrust(input: Input, shell: Shell): Promise<number> {
  const id = input.positional[0];
  const wanted = id === undefined ? inlineGrant(input, shell) : await policyGrant(id, input, shell);
  const trust = awsTrust({ ...wanted, form: textOf(input, 'form') === 'inline' ? 'inline' : 'boundary' });
  const render = RENDERERS[textOf(input, 'format') as keyof typeof RENDERERS];
  shell.out.line(render(trust).trimEnd());
  const label = shell.err.paint('yellow', 'note:');
  for (const { statement, message } of trust.notEnforced) shell.err.line(`${label} ${statement}: ${message}`);
  for (const note of trust.notes) shell.err.line(`${label} ${note}`);
  return EXIT.clean;
}

async function policyGrant(id: string, input: Input, shell: Shell): Promise<Wanted> {
  const inline = [
    ...Object.keys(inlineValues(input, SET_UP_OPTIONS)),
    ...SUBJECT_CLAIMS.map(optionOfClaim).filter((name) => listOf(input, name).length > 0),
  ];
  if (inline.length > 0) {
    throw new ConfigError(`the grant \`${id}\` cannot be combined with ${inline.map((name) => `\`--${name}\``).join(', ')}`, {
      code: 'ERR_USAGE',
      help: 'change the grant in the policy file, or leave it out and give everything inline',
    });
  }
  const path = textOf(input, 'file') as string;
  const grant = grantOf(await readPolicyFile(path), id, path);
  if (grant.provider !== aws.id) {
    throw new ConfigError(`the grant \`${id}\` is of the provider \`${grant.provider}\``, {
      code: 'ERR_USAGE',
      help: 'name a grant of the provider `aws`',
    });
  }
  const options = aws.parse(grant.with, shell.env) as AwsOptions;
  return { grant: id, options, statements: grantTrust(grant, issuerOf(input)), maxTtl: grantTtl(grant).max };
}

function inlineGrant(input: Input, shell: Shell): Wanted {
  const options = aws.parse(inlineValues(input, SET_UP_OPTIONS), shell.env) as AwsOptions;
  return {
    grant: INLINE_GRANT,
    options,
    statements: [inlineSubject(input)],
    maxTtl: parseDuration(textOf(input, 'ttl') as string),
  };
}

function inlineSubject(input: Input): TrustStatement {
  const conditions = SUBJECT_CLAIMS.flatMap((claim) => {
    const source = `--${optionOfClaim(claim)}`;
    const values = listOf(input, optionOfClaim(claim));
    return values.length === 0
      ? []
      : [{ claim, operator: values.some(isGlob) ? ('like' as const) : ('equals' as const), negated: false, values, source }];
  });
  return { id: INLINE_GRANT, effect: 'allow', issuers: [issuerOf(input)], conditions };
}

function issuerOf(input: Input): string {
  return (textOf(input, 'issuer') as string).replace(/^https:\/\//, '');
}
