/** The table form of rules for values that nothing tells but the vendor's own name of the setting: one row a setting. */

import type { Severity } from '@leasehold/core';
import type { ExampleMaker, Examples, SecretRule, Verdict } from '../rule.ts';
import { parseShape, shapeSource } from '../shape.ts';
import { shapeExamples } from '../shape-example.ts';
import { IDENTIFIER } from './family.ts';

/** One setting of one vendor. */
export interface SettingRow {
  /** Kebab case, `vendor-kind`. */
  readonly id: string;
  readonly vendor: string;
  /** What the vendor calls it; with the vendor's name it is the title. */
  readonly kind: string;
  /** What it is called in configuration, as words: `datadog api key` is `DATADOG_API_KEY`, `datadog_api_key`, `datadogApiKey`, `DatadogApiKey` and `datadog-api-key`. A name of one word stands for itself. */
  readonly names: readonly string[];
  /** Of the value, in the notation of {@link parseShape}. */
  readonly shape: string;
  readonly severity?: Severity;
  /** An id, which opens nothing by itself; it has neither of the two below. */
  readonly identifier?: true;
  /** Words of which one must stand near, lower case, where other vendors use the name too. */
  readonly near?: readonly string[];
  /** What its holder can do, behind "can". */
  readonly opens?: string;
  readonly rotate?: string;
  readonly provider?: string;
  readonly reference: string;
}

/** Between a name and its value: a bracket, a colon, an arrow, a tag, quotes. */
const BETWEEN = String.raw`["'\]]{0,2}\s{0,4}(?:=>|:=|[=:,>])\s{0,4}["']{0,1}`;

/** The longest ending of a name. */
const ENDING = 8;

/** Turns rows into rules; their shapes are compiled when they are first used. */
export function settingRules(rows: readonly SettingRow[]): readonly SecretRule[] {
  return rows.map(rowRule);
}

function rowRule(row: SettingRow): SecretRule {
  const title = `${row.vendor} ${row.kind}`;
  const prefixes = row.names.flatMap(spellings);
  let compiled: RegExp | undefined;
  return {
    id: row.id,
    title,
    description: row.identifier
      ? `This ${title} is ${IDENTIFIER}.`
      : `Whoever holds this ${title} can ${row.opens}; its name alone tells it, since the value has no form of its own.`,
    severity: row.identifier ? 'info' : (row.severity ?? 'high'),
    tier: 'contextual',
    prefixes,
    get shape(): RegExp {
      compiled ??= new RegExp(`${named(prefixes)}${BETWEEN}(?<secret>${shapeSource(row.shape)})`, 'y');
      return compiled;
    },
    ...(row.identifier ? { check: (): Verdict => ({ evidence: 'public', why: IDENTIFIER }) } : {}),
    ...(row.near === undefined ? {} : { near: row.near }),
    remedy: {
      rotate: row.rotate ?? 'Nothing has to be rotated.',
      ...(row.provider === undefined ? {} : { provider: row.provider }),
    },
    reference: row.reference,
    examples: (make) => examples(row, prefixes, make),
  };
}

/** The prefix was compared already; what a name may have behind it, such as `_PROD`, belongs to it. */
function named(prefixes: readonly string[]): string {
  const lengths = prefixes.map(({ length }) => length);
  return `[A-Za-z._-]{${Math.min(...lengths)},${Math.max(...lengths) + ENDING}}`;
}

/** The ways in which words become a name. */
function spellings(words: string): readonly string[] {
  const parts = words.split(' ');
  if (parts.length === 1) return parts;
  const pascal = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return [parts.join('_').toUpperCase(), parts.join('_'), camel, pascal, parts.join('-')];
}

function examples(row: SettingRow, prefixes: readonly string[], make: ExampleMaker): Examples {
  const value = (): string => shapeExamples(row.shape, [''], make).positive[0] as string;
  return {
    positive: prefixes.map((name, at) => (at % 2 === 0 ? `${name}=${value()}` : `"${name}": "${value()}"`)),
    negative: [`${prefixes[0]}=${'*'.repeat(value().length)}`, `${prefixes[0]}=`],
  };
}
