/** What a test, or `leasehold try`, puts into the stand-in's account before it starts. */

import { createHash } from 'node:crypto';
import type { PolicyDocument, Statement } from './policy-document.ts';
import { uniqueId, type World } from './world.ts';

/** A policy as an object, without the types of its statements. */
export type PolicyObject = { readonly Version?: string; readonly Statement: readonly object[] | object };

export interface RoleOptions {
  readonly name: string;
  /** Trust policy; by default every token of the account's issuer with the right audience. */
  readonly trust?: PolicyObject;
  /** Inline policies by name. */
  readonly policies?: Readonly<Record<string, PolicyObject>>;
  /** ARNs of managed policies to attach. */
  readonly managed?: readonly string[];
  /** ARN of a managed policy as permissions boundary. */
  readonly boundary?: string;
  /** Seconds, 3600 by default. */
  readonly maxSessionDuration?: number;
  /** `/` by default. */
  readonly path?: string;
}

/** In-process access to the account, past every policy. */
export interface SetUp {
  createRole(options: RoleOptions): { readonly arn: string; readonly roleId: string };
  deleteRole(name: string): void;
  /** @returns its ARN */
  createManagedPolicy(options: { readonly name: string; readonly policy: PolicyObject; readonly arn?: string }): string;
  createBucket(name: string): void;
  putObject(bucket: string, key: string, body: string): void;
  /** Keys, sorted. */
  objects(bucket: string): readonly string[];
  /** Content of an object, undefined when there is none. */
  object(bucket: string, key: string): string | undefined;
  /** Inline policies of a role as they were written last, parsed. */
  rolePolicies(role: string): Readonly<Record<string, PolicyDocument>>;
  /** The default version of a managed policy as it was written last, parsed. */
  managedPolicy(arn: string): PolicyDocument;
  /** A trust policy for the account's issuer: the audience, and what is added. */
  trustPolicy(conditions?: Statement['Condition']): PolicyDocument;
}

/** @param provider - ARN of the account's OIDC provider */
export function newSetUp(world: World, provider: string, audiences: readonly string[]): SetUp {
  const prefix = `arn:${world.partition}:iam::${world.account}`;
  const issuer = provider.slice(provider.indexOf('/') + 1);

  const trustPolicy: SetUp['trustPolicy'] = (conditions = {}) => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { ...conditions, StringEquals: { [`${issuer}:aud`]: audiences, ...conditions.StringEquals } },
      },
    ],
  });

  return {
    trustPolicy,
    createRole(options) {
      const path = options.path ?? '/';
      const role = {
        name: options.name,
        path,
        arn: `${prefix}:role${path}${options.name}`,
        roleId: uniqueId('AROA'),
        created: world.clock.now(),
        trust: world.eventual((options.trust ?? trustPolicy()) as PolicyDocument),
        policies: world.eventual(mapValues(options.policies ?? {}, (policy) => JSON.stringify(policy))),
        managed: options.managed ?? [],
        boundary: options.boundary,
        maxSessionDuration: options.maxSessionDuration ?? 3_600,
      };
      world.roles.set(role.name, role);
      return { arn: role.arn, roleId: role.roleId };
    },
    deleteRole(name) {
      world.roles.delete(name);
    },
    createManagedPolicy({ name, policy, arn = `${prefix}:policy/${name}` }) {
      const version = { id: 'v1', text: JSON.stringify(policy), created: world.clock.now() };
      world.managedPolicies.set(arn, {
        name,
        arn,
        policyId: uniqueId('ANPA'),
        created: version.created,
        versions: [version],
        next: 2,
        standard: world.eventual(version),
      });
      return arn;
    },
    createBucket(name) {
      world.buckets.set(name, { objects: new Map() });
    },
    putObject(bucket, key, text) {
      const body = Buffer.from(text);
      const etag = `"${createHash('md5').update(body).digest('hex')}"`;
      present(world.buckets.get(bucket), bucket).objects.set(key, {
        body,
        etag,
        modified: world.clock.now(),
        type: 'text/plain',
      });
    },
    objects: (bucket) => [...present(world.buckets.get(bucket), bucket).objects.keys()].sort(),
    object: (bucket, key) => present(world.buckets.get(bucket), bucket).objects.get(key)?.body.toString(),
    rolePolicies: (role) => mapValues(present(world.roles.get(role), role).policies.latest(), (text) => JSON.parse(text)),
    managedPolicy: (arn) => JSON.parse(present(world.managedPolicies.get(arn), arn).standard.latest().text),
  };
}

function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the stand-in has no \`${name}\``);
  return value;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
