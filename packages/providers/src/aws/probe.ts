/** Which harmless request tells later whether a lease is alive: chosen from what the lease may do anyway. */

import { ConfigError } from '@leasehold/core';
import type { AllowStatement } from './allow.ts';
import { PROBE_ACTIONS, type Probe, type ProbeAction } from './handle.ts';
import type { PolicyStatement } from './policy-document.ts';
import { actionMatches, isConcrete, resourceMatches } from './wildcard.ts';

/** Asks for nothing: without a message to decode, AWS answers that there is none, unless the session may not ask. */
export const DECODE_PROBE: Probe = { action: 'sts:DecodeAuthorizationMessage', resource: '*' };

const BUCKET = /^arn:[^:]+:s3:::[^/]+$/;
const OBJECT = /^(arn:[^:]+:s3:::)([^/]+)\/(.+)$/;

/**
 * Chooses a probe that the lease's own statements allow: list a bucket, else read an object, else write one.
 *
 * @param leaseId - stands in for the first wildcard of a key, so that no object of anybody else is touched
 * @returns undefined when nothing of what the lease may do is harmless to ask for
 */
export function chooseProbe(statements: readonly AllowStatement[], leaseId: string): Probe | undefined {
  for (const action of PROBE_ACTIONS) {
    for (const { actions, resources } of statements) {
      if (!actions.some((pattern) => actionMatches(pattern, action))) continue;
      for (const pattern of resources) {
        const resource = concrete(action, pattern, leaseId);
        if (resource !== undefined) return { action, resource };
      }
    }
  }
  return undefined;
}

/**
 * Turns plain statements of a raw policy into the readable form, as far as it goes.
 *
 * @returns nothing as soon as one statement denies: what it takes away is not worth guessing
 */
export function plainStatements(policy: readonly PolicyStatement[]): readonly AllowStatement[] {
  if (policy.some((statement) => statement.Effect !== 'Allow')) return [];
  return policy.flatMap((statement) => {
    const { Action: actions, Resource: resources, Condition: condition } = statement;
    if (condition !== undefined || actions === undefined || resources === undefined) return [];
    return [{ actions: [actions].flat() as string[], resources: [resources].flat() as string[] }];
  });
}

/**
 * Reads the option `probe`.
 *
 * @returns `none` when the author wants no probe
 * @throws ConfigError `ERR_AWS_PROBE`
 */
export function readProbe(text: string): Probe | 'none' {
  if (text === 'none') return 'none';
  const [action = '', resource] = text.split(/\s+on\s+/);
  if (!isProbeAction(action)) {
    throw wrong(
      `\`probe\` names \`${action}\`, which is not known to be harmless`,
      `choose one of ${PROBE_ACTIONS.map((each) => `\`${each}\``).join(', ')}, or \`none\``,
    );
  }
  if (action === DECODE_PROBE.action) {
    if (resource === undefined || resource === '*') return DECODE_PROBE;
    throw wrong(`\`probe\` names a resource for \`${action}\``, 'it has none: leave the resource out');
  }
  const shape = action === 's3:ListBucket' ? BUCKET : OBJECT;
  if (resource === undefined || !shape.test(resource) || !isConcrete(resource)) {
    const example = action === 's3:ListBucket' ? 'arn:aws:s3:::bucket' : 'arn:aws:s3:::bucket/key';
    throw wrong(`\`probe\` does not say on what to try \`${action}\``, `write \`${action} on ${example}\`, without wildcards`);
  }
  return { action, resource };
}

/** Tells whether a session with these statements may send the probe. */
export function allowsProbe(statements: readonly AllowStatement[], probe: Probe): boolean {
  return statements.some(
    ({ actions, resources }) =>
      actions.some((pattern) => actionMatches(pattern, probe.action)) &&
      resources.some((pattern) => resourceMatches(pattern, probe.resource)),
  );
}

function concrete(action: ProbeAction, pattern: string, leaseId: string): string | undefined {
  if (action === DECODE_PROBE.action) return pattern === '*' ? pattern : undefined;
  if (action === 's3:ListBucket') return BUCKET.test(pattern) && isConcrete(pattern) ? pattern : undefined;
  const [, prefix = '', bucket = '', key = ''] = OBJECT.exec(pattern) ?? [];
  if (bucket === '' || !isConcrete(prefix + bucket) || key.includes('${')) return undefined;
  // A key that stands for itself is somebody's object: it may be read, but not even a failing write is tried on it.
  if (!key.includes('*')) return action === 's3:GetObject' && isConcrete(key) ? pattern : undefined;
  const filled = key.replace('*', `leasehold-probe-${leaseId}`).replaceAll('*', '').replaceAll('?', 'x');
  return `${prefix}${bucket}/${filled}`;
}

function isProbeAction(action: string): action is ProbeAction {
  return (PROBE_ACTIONS as readonly string[]).includes(action);
}

function wrong(message: string, help: string): ConfigError {
  return new ConfigError(message, { code: 'ERR_AWS_PROBE', help });
}
