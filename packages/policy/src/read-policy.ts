/** Reads a policy file: every mistake at once, or a policy that needs no further check. */

import { type Grant, type Problem, parseDuration } from '@leasehold/core';
import type { ProviderOptions } from './json-schema.ts';
import { checkMeaning } from './meaning.ts';
import type { Policy, PolicyDefaults } from './policy.ts';
import { policyError } from './problem.ts';
import type { GrantFile, PolicyFile } from './schema.ts';
import { readShape } from './shape.ts';
import { readSource } from './source.ts';
import { readSubject } from './subject.ts';
import { BUILT_IN_TTL, readTtl } from './ttl.ts';

const DEFAULT_REVIEW = 90 * 86_400;

/**
 * Reads and checks a policy file.
 *
 * @param text - the file, YAML 1.2
 * @param file - its name, for messages
 * @param providers - the catalogue: which providers there are, and their options
 * @throws ConfigError whose `problems` hold every mistake with file, line, column, code and suggestion; its sentence is the first of them
 * @example readPolicy(await readFile('.github/leasehold.yml', 'utf8'), '.github/leasehold.yml', PROVIDERS)
 */
export function readPolicy(text: string, file: string, providers: readonly ProviderOptions[]): Policy {
  const source = readSource(text, file);
  const shape = readShape(source);
  const meaning = checkMeaning(source, providers);
  const problems: readonly Problem[] = [...source.problems, ...shape.problems, ...meaning.problems];
  if (shape.file === undefined || problems.length > 0) throw policyError(problems);
  return buildPolicy(shape.file, meaning.conditions);
}

function buildPolicy(file: PolicyFile, conditions: Policy['conditions']): Policy {
  const review = file.defaults?.['review-every'];
  const defaults: PolicyDefaults = {
    ttl: readTtl(file.defaults?.ttl, BUILT_IN_TTL),
    reviewEvery: review === undefined ? DEFAULT_REVIEW : parseDuration(review),
  };
  return {
    version: 1,
    defaults,
    guardrails: (file.guardrails ?? []).map(({ id, message, 'deny-when': denyWhen }) => ({ id, denyWhen, message })),
    grants: new Map(Object.entries(file.grants).map(([id, grant]) => [id, buildGrant(id, grant, defaults)])),
    conditions,
  };
}

function buildGrant(id: string, grant: GrantFile, defaults: PolicyDefaults): Grant {
  return {
    id,
    purpose: grant.purpose,
    owner: grant.owner,
    access: grant.access,
    ...(grant.reviewed === undefined ? {} : { reviewed: grant.reviewed }),
    reviewEvery: defaults.reviewEvery,
    provider: grant.provider,
    with: grant.with ?? {},
    ttl: readTtl(grant.ttl, defaults.ttl),
    subjects: grant.subjects.map(readSubject),
    ...(grant.when === undefined ? {} : { when: grant.when }),
    breakGlass: grant['break-glass'] ?? false,
    ...(grant.approval === undefined
      ? {}
      : { approval: { by: grant.approval.by, notActor: grant.approval['not-actor'] ?? false } }),
  };
}
