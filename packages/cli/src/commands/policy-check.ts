/** `leasehold policy check`: is the policy file right, and what does it grant? */

import { ConfigError, formatDuration, type Grant, type Ttl } from '@leasehold/core';
import { type CommandSpec, FORMAT_OPTION } from '../command.ts';
import { EXIT } from '../exit.ts';
import { textOf } from '../input.ts';
import type { Output } from '../shell.ts';

const DEFAULT_FILE = '.github/leasehold.yml';

/** Checks a policy file without any network call. */
export const policyCheck: CommandSpec = {
  name: 'policy check',
  summary: 'check a policy file, and list what it grants',
  description:
    'Reads a policy file and tells every mistake with file, line and column: unknown keys, misspelt claims, conditions that do not type-check, bad durations, and whatever a provider would refuse when a job asks. Nothing is sent anywhere.',
  arguments: [{ name: '[file]', description: `the policy file (default: "${DEFAULT_FILE}")` }],
  options: [FORMAT_OPTION],
  examples: [
    { command: 'leasehold policy check', what: `check ${DEFAULT_FILE}` },
    { command: 'leasehold policy check policies/web.yml --format json', what: 'check another file, for a machine' },
  ],
  exits: { 0: 'the file is right', 2: 'the file is wrong or cannot be read' },
  run: async (input, shell) => {
    const [{ checkPolicyFile }, { grantTtl }] = await Promise.all([import('../policy-file.ts'), import('@leasehold/policy')]);
    const file = input.positional[0] ?? DEFAULT_FILE;
    const json = textOf(input, 'format') === 'json';
    try {
      const policy = await checkPolicyFile(file, shell.env, Date.now());
      const grants = [...policy.grants.values()].map((grant) => ({ ...grant, ttl: grantTtl(grant) }));
      if (json) shell.out.line(JSON.stringify({ valid: true, file, grants: grants.map(grantData) }, null, 2));
      else printGrants(grants, policy.guardrails.length, file, shell.out);
      return EXIT.clean;
    } catch (error) {
      if (!json || !(error instanceof ConfigError)) throw error;
      const { message, code, help, problems } = error;
      shell.out.line(JSON.stringify({ valid: false, file, message, code, help, problems }, null, 2));
      return EXIT.usage;
    }
  },
};

function grantData(grant: Grant): Readonly<Record<string, unknown>> {
  const { id, purpose, owner, access, reviewed, provider, ttl, breakGlass } = grant;
  return { id, purpose, owner, access, ...(reviewed ? { reviewed } : {}), provider, ttl, breakGlass };
}

function printGrants(grants: readonly Grant[], guardrails: number, file: string, out: Output): void {
  out.line(`${out.paint('green', 'ok')} ${file}: ${count(grants.length, 'grant')}, ${count(guardrails, 'guardrail')}`);
  const rows = grants.map(({ id, access, provider, ttl, owner, purpose, breakGlass }) => [
    id,
    access,
    provider,
    ttlText(ttl),
    owner,
    breakGlass ? `${purpose} (break-glass)` : purpose,
  ]);
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  for (const row of rows)
    out.line(
      `  ${row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd()}`,
    );
}

function ttlText({ default: usual, max }: Ttl): string {
  return usual === max ? formatDuration(max) : `${formatDuration(usual)}, at most ${formatDuration(max)}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
