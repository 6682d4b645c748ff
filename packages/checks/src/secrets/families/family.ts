/** The table form of rules that have a prefix and a shape and nothing else to prove: one row a credential, grouped by what it opens. */

import type { Remedy, Severity, Tier } from '@leasehold/core';
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
  /** Where it differs from its family's. */
  readonly tier?: Tier;
  /** Words of which one must stand near, lower case: where the prefix is short or others use it too. */
  readonly near?: readonly string[];
  /** Why it is no secret, for what is public by design; its severity is `info`. */
  readonly public?: string;
  /** Where it differs from its family's; of an id, what to do about the secret that belongs to it. */
  readonly rotate?: string;
  /** The Leasehold provider that makes it needless. */
  readonly provider?: string;
  /** Address of the vendor's documentation. */
  readonly reference?: string;
}

/** Credentials that open the same kind of thing. */
export interface Family {
  readonly id: string;
  /** What its holder can do, behind "can". */
  readonly opens: string;
  readonly severity: Severity;
  /** What its values are worth where the shape is all there is; `prefixed` where nothing is said. `paired` where a value holds both halves of a pair, `contextual` for what is real and yet no reason to stop a build, `heuristic` for what is no credential as it stands. */
  readonly tier?: Tier;
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

/** A rule that works out what it says of itself when it is asked: there are hundreds, of which a run needs few. */
interface RowRule extends SecretRule {
  readonly row: ShapeRow;
  readonly family: Family;
  compiled: RegExp | undefined;
}

/** What the rules have in common. */
const ROW_RULE: Omit<RowRule, 'row' | 'family' | 'prefixes' | 'compiled' | 'tier' | 'check' | 'near' | 'reference'> &
  ThisType<RowRule> = {
  get id(): string {
    return this.row.id;
  },
  get title(): string {
    return `${this.row.vendor} ${this.row.kind}`;
  },
  get description(): string {
    const why = this.row.public;
    return why === undefined ? `Whoever holds this ${this.title} can ${this.family.opens}.` : `This ${this.title} is ${why}.`;
  },
  get severity(): Severity {
    return this.row.public === undefined ? (this.row.severity ?? this.family.severity) : 'info';
  },
  get shape(): RegExp {
    // Hundreds of expressions compiled at load would cost more than most runs need.
    this.compiled ??= compileShape(this.row.shape);
    return this.compiled;
  },
  get remedy(): Remedy {
    const { vendor, provider, public: why } = this.row;
    const rotate = this.row.rotate ?? (why === undefined ? this.family.rotate(vendor) : 'Nothing has to be rotated.');
    return provider === undefined ? { rotate } : { rotate, provider };
  },
  examples(make: ExampleMaker): Examples {
    return shapeExamples(this.row.shape, this.prefixes, make);
  },
};

function rowRule(row: ShapeRow, family: Family): SecretRule {
  const rule = Object.create(ROW_RULE) as { -readonly [Key in keyof RowRule]: RowRule[Key] };
  rule.row = row;
  rule.family = family;
  rule.compiled = undefined;
  rule.prefixes = row.prefixes ?? [head(row.shape)];
  const tier = row.tier ?? family.tier;
  const why = row.public;
  if (tier !== undefined) rule.tier = tier;
  if (why !== undefined) rule.check = (): Verdict => ({ evidence: 'public', why });
  if (row.near !== undefined) rule.near = row.near;
  if (row.reference !== undefined) rule.reference = row.reference;
  return rule;
}

/** The literal beginning of a shape. */
function head(shape: string): string {
  const end = shape.search(/(?<!\\)[[(<]/);
  const literal = end < 0 ? shape : shape.slice(0, end);
  return literal.includes('\\') ? literal.replaceAll('\\', '') : literal;
}
