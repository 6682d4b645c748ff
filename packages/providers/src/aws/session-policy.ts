/** The policy that narrows one session: what it may do, until when, and from where. */

import { ConfigError } from '@leasehold/core';
import type { AllowStatement } from './allow.ts';
import { compactAllow } from './compact.ts';
import type { Probe } from './handle.ts';
import type { PolicyStatement } from './policy-document.ts';
import { allowsProbe, DECODE_PROBE, plainStatements } from './probe.ts';

/** AWS counts characters of the plain text. */
const SESSION_POLICY_LIMIT = 2_048;

/** All that narrows a session; empty lists narrow nothing. */
export interface Narrowing {
  readonly allow: readonly AllowStatement[];
  /** Statements of `session-policy`. */
  readonly statements: readonly PolicyStatement[];
  /** ARNs. What they allow is allowed too, beside `allow` and `statements`. */
  readonly managedPolicies: readonly string[];
  /** Addresses and networks; requests from elsewhere are denied. */
  readonly bindIp: readonly string[];
  /** Milliseconds since the epoch after which everything is denied. */
  readonly timeBoxEnd?: number;
  readonly probe?: Probe;
}

/**
 * Writes the inline session policy.
 *
 * A session may do what the role allows and some session policy allows, and nothing that any of them denies. So denials alone would allow nothing: where no policy of the author allows, one statement allows everything, and the role decides. Where managed policies do, it is left out, for it would undo them.
 *
 * @returns JSON, or undefined when there is nothing to say
 * @throws ConfigError `ERR_AWS_SESSION_POLICY_SIZE` when it is longer than AWS takes, `ERR_AWS_SESSION_POLICY` when it has characters that AWS does not take or allows nothing at all
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 */
export function sessionPolicy(narrowing: Narrowing): string | undefined {
  const { allow, statements, managedPolicies, probe } = narrowing;
  const written = [...compactAllow(allow).map(toStatement), ...statements];
  const narrowed = written.length > 0 || managedPolicies.length > 0;
  if (written.length > 0 && managedPolicies.length === 0 && written.every((statement) => statement.Effect !== 'Allow')) {
    throw new ConfigError('`session-policy` allows nothing', {
      code: 'ERR_AWS_SESSION_POLICY',
      help: 'add a statement with `"Effect": "Allow"`, or use `allow`: a session may do only what some session policy allows',
    });
  }
  if (narrowed && probe && !allowsProbe([...allow, ...plainStatements(statements)], probe)) written.push(...allowing(probe));
  const denials = [...timeBox(narrowing.timeBoxEnd), ...boundTo(narrowing.bindIp)];
  if (!narrowed && denials.length > 0) written.push(ALLOW_ALL);
  const all = [...written, ...denials];
  if (all.length === 0) return undefined;
  return checked(JSON.stringify({ Version: '2012-10-17', Statement: all }), narrowing);
}

const ALLOW_ALL: PolicyStatement = { Effect: 'Allow', Action: '*', Resource: '*' };

/** Writes one statement as IAM reads it. */
export function toStatement({ actions, resources }: AllowStatement): PolicyStatement {
  return { Effect: 'Allow', Action: single(actions), Resource: single(resources) };
}

/** Only the probe that asks for nothing is ever added: no lease grows by what proves its end. */
function allowing(probe: Probe): readonly PolicyStatement[] {
  return probe.action === DECODE_PROBE.action ? [{ Effect: 'Allow', Action: probe.action, Resource: probe.resource }] : [];
}

function timeBox(end: number | undefined): readonly PolicyStatement[] {
  if (end === undefined) return [];
  const instant = new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
  return [deny('LeaseholdTimeBox', { DateGreaterThan: { 'aws:CurrentTime': instant } })];
}

/** What AWS services do on the session's behalf comes from their own addresses and stays allowed; a request context without that key is the holder's. */
function boundTo(addresses: readonly string[]): readonly PolicyStatement[] {
  if (addresses.length === 0) return [];
  return [
    deny('LeaseholdBindIp', {
      NotIpAddress: { 'aws:SourceIp': single(addresses) },
      BoolIfExists: { 'aws:ViaAWSService': 'false' },
    }),
  ];
}

function deny(sid: string, condition: Readonly<Record<string, unknown>>): PolicyStatement {
  return { Sid: sid, Effect: 'Deny', Action: '*', Resource: '*', Condition: condition };
}

function checked(json: string, { allow, statements }: Narrowing): string {
  const foreign = /[^\u0020-\u00ff]/u.exec(json)?.[0];
  if (foreign !== undefined) {
    throw new ConfigError(`the session policy has the character \`${foreign}\`, which AWS does not take`, {
      code: 'ERR_AWS_SESSION_POLICY',
      help: 'use characters up to U+00FF, or `?` in place of others',
    });
  }
  if (json.length <= SESSION_POLICY_LIMIT) return json;
  const parts = [
    ['`allow`', JSON.stringify(compactAllow(allow).map(toStatement)).length - 2],
    ['`session-policy`', JSON.stringify(statements).length - 2],
  ] as const;
  const [name, length] = parts[0][1] >= parts[1][1] ? parts[0] : parts[1];
  throw new ConfigError(
    `the session policy has ${json.length} characters, ${json.length - SESSION_POLICY_LIMIT} more than AWS takes`,
    {
      code: 'ERR_AWS_SESSION_POLICY_SIZE',
      help: `${name} takes ${length} of them: shorten it with wildcards, or put it into a managed policy and name that in \`managed-session-policies\``,
    },
  );
}

function single(list: readonly string[]): string | readonly string[] {
  const [first] = list;
  return list.length === 1 && first !== undefined ? first : list;
}
