/** The table form of rules that have a prefix and a shape and nothing else to prove: one row a credential, grouped by what it opens. */

import type { Severity } from '@leasehold/core';
import type { ExampleMaker, Examples, SecretRule, Verdict } from '../rule.ts';
import { compileShape } from '../shape.ts';
import { shapeExamples } from '../shape-example.ts';

/** One credential of one vendor. */
export interface ShapeRow {
  /** Kebab case, `vendor-kind`. */
  readonly id: string;
  /** As the vendor spells it. */
  readonly vendor: string;
  /** What the vendor calls it; with the vendor's name it is the title. */
  readonly kind: string;
  /** In the notation of {@link compileShape}; what stands before its first set or choice is the prefix. */
  readonly shape: string;
  /** The prefixes, where the shape begins with a choice. */
  readonly prefixes?: readonly string[];
  /** Where it differs from its family's. */
  readonly severity?: Severity;
  /** Words of which one must stand near, lower case: where the prefix is short or others use it too. */
  readonly near?: readonly string[];
  /** Why it is no secret, for what is public by design; its severity is `info`. */
  readonly public?: string;
  /** Where it differs from its family's. */
  readonly rotate?: string;
  /** Address of the vendor's documentation. */
  readonly reference?: string;
}

/** Credentials that open the same kind of thing. */
export interface Family {
  readonly id: string;
  /** What its holder can do, behind "can". */
  readonly opens: string;
  readonly severity: Severity;
  /** Where one is revoked, with the vendor's name in it. */
  readonly rotate: (vendor: string) => string;
  readonly rows: readonly ShapeRow[];
}

/** Why an identifier is listed at all: so that it is not taken for a secret of unknown kind. */
export const IDENTIFIER = 'an identifier: it opens nothing without the secret that belongs to it';
/** Why a publishable key is. */
export const PUBLISHABLE = 'made to be shipped in pages and apps, where everybody can read it';

/** Turns a family's rows into rules; their shapes are compiled when they are first used. */
export function familyRules(family: Family): readonly SecretRule[] {
  return family.rows.map((row) => rowRule(row, family));
}

function rowRule(row: ShapeRow, family: Family): SecretRule {
  const title = `${row.vendor} ${row.kind}`;
  const prefixes = row.prefixes ?? [head(row.shape)];
  const why = row.public;
  let compiled: RegExp | undefined;
  return {
    id: row.id,
    title,
    description: why === undefined ? `Whoever holds this ${title} can ${family.opens}.` : `This ${title} is ${why}.`,
    severity: why === undefined ? (row.severity ?? family.severity) : 'info',
    prefixes,
    get shape(): RegExp {
      // Hundreds of expressions compiled at load would cost more than most runs need.
      compiled ??= compileShape(row.shape);
      return compiled;
    },
    ...(why === undefined ? {} : { check: (): Verdict => ({ evidence: 'public', why }) }),
    ...(row.near === undefined ? {} : { near: row.near }),
    remedy: { rotate: why === undefined ? (row.rotate ?? family.rotate(row.vendor)) : 'Nothing has to be rotated.' },
    ...(row.reference === undefined ? {} : { reference: row.reference }),
    examples: (make: ExampleMaker): Examples => shapeExamples(row.shape, prefixes, make),
  };
}

/** The literal beginning of a shape. */
function head(shape: string): string {
  const end = shape.search(/(?<!\\)[[(<]/);
  return shape.slice(0, end < 0 ? shape.length : end).replaceAll('\\', '');
}
