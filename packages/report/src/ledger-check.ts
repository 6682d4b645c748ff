/** Finds what is wrong with a ledger event before it is written. */

import { LEDGER_SCHEMA, type LedgerSchema, REQUIRED_BY_EVENT } from './ledger-schema.ts';

/**
 * Checks a value against the schema of a ledger line.
 *
 * @param event - plain JSON
 * @returns where it is wrong and what was wanted, never the value itself; undefined when it is right
 */
export function ledgerProblem(event: unknown): string | undefined {
  return problem(LEDGER_SCHEMA, event, 'event') ?? missing(event, requiredBy(event), 'event');
}

function requiredBy(event: unknown): readonly string[] {
  const name = isObject(event) ? event.event : undefined;
  return typeof name === 'string' && Object.hasOwn(REQUIRED_BY_EVENT, name) ? (REQUIRED_BY_EVENT[name] ?? []) : [];
}

function problem(schema: LedgerSchema, value: unknown, path: string): string | undefined {
  if (schema.const !== undefined && value !== schema.const) return `\`${path}\` must be ${schema.const}`;
  if (schema.type !== undefined && typeOf(value) !== schema.type) return `\`${path}\` must be of type ${schema.type}`;
  if (typeof value === 'string') return textProblem(schema, value, path);
  if (Array.isArray(value))
    return first(value, (item, index) => schema.items && problem(schema.items, item, `${path}[${index}]`));
  return isObject(value) ? (missing(value, schema.required ?? [], path) ?? objectProblem(schema, value, path)) : undefined;
}

function textProblem({ enum: names, pattern, maxLength }: LedgerSchema, value: string, path: string): string | undefined {
  if (names && !names.includes(value)) return `\`${path}\` must be one of ${names.join(', ')}`;
  // JSON Schema counts characters, not UTF-16 units.
  if (maxLength !== undefined && value.length > maxLength && [...value].length > maxLength) return `\`${path}\` is too long`;
  return pattern !== undefined && !new RegExp(pattern, 'u').test(value) ? `\`${path}\` is not of its form` : undefined;
}

function objectProblem(
  { properties = {}, additionalProperties }: LedgerSchema,
  value: Record<string, unknown>,
  path: string,
): string | undefined {
  return first(Object.entries(value), ([name, item]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (known === false) return `\`${path}\` has a field that is not of the ledger`;
    return known && problem(known, item, `${path}.${Object.hasOwn(properties, name) ? name : '*'}`);
  });
}

function missing(value: unknown, required: readonly string[], path: string): string | undefined {
  const name = isObject(value) ? required.find((field) => !Object.hasOwn(value, field)) : undefined;
  return name && `\`${path}.${name}\` is missing`;
}

function first<T>(items: readonly T[], find: (item: T, index: number) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
