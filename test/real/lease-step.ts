/** The built action as a step of a job, with the defaults that a runner takes from `action.yml`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionStep, Ran } from '@leasehold/testkit';
import { parse } from 'yaml';
import { type Credential, roleArn } from './ceph.ts';
import { REVOKER, ROLE } from './ground.ts';

const ACTION: string = join(import.meta.dirname, '../../actions/lease');

/** A lease of {@link ROLE} for ten minutes that {@link REVOKER} ends, unless an input says otherwise; undefined leaves one out. */
export function leaseStep(inputs: Readonly<Record<string, string | undefined>>): ActionStep {
  const given = { role: roleArn(ROLE), 'revoker-role': roleArn(REVOKER), region: 'eu-west-1', ttl: '10m', ...inputs };
  const all = Object.entries({ ...defaults(), ...given }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { entry: { main: join(ACTION, 'dist/main.js'), post: join(ACTION, 'dist/post.js') }, inputs: Object.fromEntries(all) };
}

/** The credential in variables of the environment or in outputs. */
export function credentialOf(values: Readonly<Record<string, string>>, style: 'env' | 'output' = 'env'): Credential {
  const value = (name: string) => {
    const found = values[style === 'env' ? name.toUpperCase().replaceAll('-', '_') : name];
    if (!found) throw new Error(`\`${name}\` was not delivered`);
    return found;
  };
  return {
    accessKeyId: value('aws-access-key-id'),
    secretAccessKey: value('aws-secret-access-key'),
    sessionToken: value('aws-session-token'),
  };
}

/** What a step printed, without the lines that tell the runner what to hide: here nothing may need hiding any more. */
export function printed(ran: Ran): string {
  return `${ran.stdout}${ran.stderr}`.replace(/^::add-mask::.*$/gm, '');
}

function defaults(): Record<string, string> {
  const { inputs } = parse(readFileSync(join(ACTION, 'action.yml'), 'utf8')) as { inputs: Record<string, { default?: string }> };
  return Object.fromEntries(Object.entries(inputs).map(([name, { default: value }]) => [name, value ?? '']));
}
