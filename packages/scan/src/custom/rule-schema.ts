/** The shape of a file of custom rules, as JSON Schema for editors. */

import { EXAMPLE_KEYS, LONGEST_EXAMPLE, MOST_EXAMPLES, RULE_FIELDS, RULE_KEYS, type RuleField } from './rule-fields.ts';

type Schema = Readonly<Record<string, unknown>>;

const EXAMPLE: Schema = {
  anyOf: [
    { type: 'string', maxLength: LONGEST_EXAMPLE },
    { type: 'array', items: { type: 'string' } },
  ],
};

/**
 * Makes the JSON Schema (draft 2020-12) of a file of rules.
 *
 * It refuses what can be refused by shape; whether a pattern is right and finds its examples is for `leasehold rules check`.
 */
export function ruleJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Custom rules of leasehold lint',
    oneOf: [{ $ref: '#/$defs/rule' }, { type: 'array', items: { $ref: '#/$defs/rule' }, minItems: 1 }],
    $defs: { rule: ruleSchema() },
  };
}

function ruleSchema(): Schema {
  const fields: readonly (readonly [string, RuleField])[] = Object.entries(RULE_FIELDS);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field)])),
    required: RULE_KEYS.filter((key) => RULE_FIELDS[key].required),
    oneOf: [{ required: ['anchor'] }, { required: ['name'] }],
    additionalProperties: false,
  };
}

function fieldSchema({ kind, description, choices, form, longest = 200 }: RuleField): Schema {
  const text = { type: 'string', minLength: 1, maxLength: longest, ...(form === undefined ? {} : { pattern: form.source }) };
  if (kind === 'choice') return { description, enum: choices };
  if (kind === 'text') return { description, ...text };
  if (kind === 'texts') return { description, anyOf: [text, { type: 'array', items: text, minItems: 1 }] };
  const list = { type: 'array', items: EXAMPLE, minItems: 1, maxItems: MOST_EXAMPLES };
  return {
    description,
    type: 'object',
    properties: Object.fromEntries(EXAMPLE_KEYS.map((key) => [key, list])),
    required: EXAMPLE_KEYS,
    additionalProperties: false,
  };
}
