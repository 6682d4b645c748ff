/** The policy file's JSON Schema, for editors and for checks without Leasehold. */

import type { OptionDefinition } from '@leasehold/core';
import * as z from 'zod/mini';
import { PROPERTY_KEY_PREFIX } from './claims.ts';
import { policySchema } from './schema.ts';

/** What a policy needs to know of a provider. */
export interface ProviderOptions {
  readonly id: string;
  readonly options: readonly OptionDefinition[];
}

type Json = Record<string, unknown>;

/**
 * Makes the JSON Schema (draft 2020-12) of a policy file.
 *
 * It refuses what can be refused by shape: conditions, unpinned subjects and TTLs out of order are for `leasehold policy check`.
 *
 * @param providers - the catalogue, for `provider` and the keys of `with`
 */
export function policyJsonSchema(providers: readonly ProviderOptions[]): object {
  return z.toJSONSchema(policySchema(), {
    io: 'input',
    override: ({ jsonSchema }) => {
      const schema = jsonSchema as Json;
      const properties = schema.properties as Json | undefined;
      if (properties?.['repository-id']) closeSubject(schema);
      if (properties?.provider) nameProviders(schema, properties, providers);
    },
  });
}

/** A claim is a known one or a custom property; nothing else. */
function closeSubject(schema: Json): void {
  schema.patternProperties = { [`^${PROPERTY_KEY_PREFIX}`]: schema.additionalProperties };
  schema.additionalProperties = false;
  schema.minProperties = 1;
}

function nameProviders(schema: Json, properties: Json, providers: readonly ProviderOptions[]): void {
  properties.provider = { enum: providers.map(({ id }) => id), description: (properties.provider as Json).description };
  schema.allOf = providers.map(({ id, options }) => {
    const required = options.filter((option) => option.required).map(({ name }) => name);
    return {
      if: { properties: { provider: { const: id } }, required: ['provider'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: {
          with: {
            type: 'object',
            properties: Object.fromEntries(options.map(({ name, description }) => [name, { description }])),
            required,
            additionalProperties: false,
          },
        },
        ...(required.length > 0 ? { required: ['with'] } : {}),
      },
    };
  });
}
