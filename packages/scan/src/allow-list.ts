/** The allow list as text: one JSON object a line, sorted, so that two branches merge as a union. */

import { ConfigError, type Problem, suggest } from '@leasehold/core';
import { type AllowEntry, FIELDS, type ListedEntry } from './allow-entry.ts';

const FORMS: Readonly<
  Record<(typeof FIELDS)[number], { readonly required: boolean; readonly form: RegExp; readonly wanted: string }>
> = {
  rule: { required: true, form: /^[a-z0-9]+(?:-[a-z0-9]+)*$/, wanted: 'the id of a rule' },
  hash: { required: true, form: /^[0-9a-f]{16,64}$/, wanted: 'the `fingerprint` of a finding' },
  path: { required: false, form: /^[^\0]+$/, wanted: 'a path, `*` for any run of characters' },
  reason: { required: true, form: /\S/, wanted: 'why the secret may stay' },
  owner: { required: false, form: /\S/, wanted: 'who answers for it' },
  expires: { required: false, form: /^\d{4}-\d{2}-\d{2}$/, wanted: 'a day such as `2027-01-31`' },
};

/**
 * Reads an allow list. Empty lines count for nothing; a line that stands there twice counts once.
 *
 * @param file - how messages call it
 * @throws ConfigError `ERR_ALLOW_LIST` with every line that is wrong
 */
export function parseAllowList(text: string, file: string): readonly ListedEntry[] {
  const entries: ListedEntry[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const source = raw.trimEnd();
    if (source === '' || seen.has(source)) continue;
    seen.add(source);
    const read = parseLine(source);
    if (Array.isArray(read)) {
      for (const { column, message, help } of read) {
        problems.push({ code: 'ERR_ALLOW_LIST', message, at: { file, line: index + 1, column }, ...(help ? { help } : {}) });
      }
    } else {
      entries.push({ ...read, line: index + 1 });
    }
  }
  if (problems.length === 0) return entries;
  throw new ConfigError(`the allow list \`${file}\` is not right`, {
    code: 'ERR_ALLOW_LIST',
    help: 'each line is a JSON object with `rule`, `hash` and `reason`, and may have `path`, `owner` and `expires`',
    problems,
  });
}

/** Prints entries in their one order, each once. */
export function printAllowList(entries: readonly AllowEntry[]): string {
  const lines = entries.map((entry) =>
    JSON.stringify(Object.fromEntries(FIELDS.flatMap((field) => (entry[field] === undefined ? [] : [[field, entry[field]]])))),
  );
  return [...new Set(lines)]
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}

/** What may have been meant for a field. */
const PLAIN = /^[A-Za-z_-]{1,24}$/;

interface Mistake {
  readonly column: number;
  readonly message: string;
  readonly help?: string;
}

function parseLine(source: string): AllowEntry | Mistake[] {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    const help = /^(?:<{7}|={7}|>{7}|\|{7})/.test(source) ? 'resolve the merge: both sides may stay' : undefined;
    return [{ column: 1, message: 'the line is not JSON', ...(help ? { help } : {}) }];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ column: 1, message: 'the line is not an object' }];
  const record = value as Readonly<Record<string, unknown>>;
  const mistakes = [
    ...Object.keys(record).flatMap((key) => unknownField(source, key)),
    ...FIELDS.flatMap((field) => wrongField(source, record, field)),
  ];
  return mistakes.length > 0 ? mistakes : (record as unknown as AllowEntry);
}

function unknownField(source: string, key: string): readonly Mistake[] {
  if (FIELDS.some((field) => field === key)) return [];
  const near = suggest(key, FIELDS);
  // Whoever pastes a secret here is not answered with it.
  const message = `${PLAIN.test(key) ? `\`${key}\`` : 'this'} is not a field of an entry`;
  return [
    {
      column: columnOf(source, key),
      message,
      help: near ? `did you mean \`${near}\`?` : `the fields are ${FIELDS.map((field) => `\`${field}\``).join(', ')}`,
    },
  ];
}

function wrongField(
  source: string,
  record: Readonly<Record<string, unknown>>,
  field: (typeof FIELDS)[number],
): readonly Mistake[] {
  const { required, form, wanted } = FORMS[field];
  if (!Object.hasOwn(record, field))
    return required ? [{ column: 1, message: `\`${field}\` is missing`, help: `it is ${wanted}` }] : [];
  const value = record[field];
  const right = typeof value === 'string' && form.test(value) && (field !== 'expires' || isDay(value));
  return right ? [] : [{ column: columnOf(source, field), message: `\`${field}\` is not of its form`, help: `it is ${wanted}` }];
}

/** The first of February has no thirtieth: such a day is not moved into March. */
function isDay(text: string): boolean {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

function columnOf(source: string, key: string): number {
  return Math.max(0, source.indexOf(JSON.stringify(key))) + 1;
}
