/** One rule a vendor whose credentials only its name tells. */

import type { Remedy } from '@leasehold/core';
import type { ExampleMaker, Examples, SecretRule } from '../rule.ts';
import { ANY_VALUE } from './any-value.ts';
import { shapeExample } from './vendor-shape.ts';
import { VENDORS } from './vendors.ts';

/** A vendor as the context sweep looks for it. */
export interface Vendor {
  /** Words of which one must stand to the left, lower case, without signs. */
  readonly words: readonly string[];
  /** What its credentials look like, as the table has it. */
  readonly shapes: string;
  readonly rule: SecretRule;
}

/** A rule that works out what it says of itself when it is asked: there are hundreds, of which a run needs few. */
interface VendorRule extends SecretRule {
  /** Its row of the table. */
  readonly row: string;
}

/** What the rules have in common. */
const VENDOR_RULE: Omit<VendorRule, 'row'> & ThisType<VendorRule> = {
  get id(): string {
    return `${idOf(this.row)}-near`;
  },
  get title(): string {
    return `credential beside the name ${nameOf(this.row)}`;
  },
  get description(): string {
    return `Whoever reads this line can act in the ${nameOf(this.row)} account that the value belongs to.`;
  },
  severity: 'high',
  tier: 'contextual',
  prefixes: [],
  shape: ANY_VALUE,
  get near(): readonly string[] {
    return wordsOf(this.row);
  },
  get remedy(): Remedy {
    return {
      rotate: `Revoke it in the settings of the ${nameOf(this.row)} account and create another that is handed to the job at run time.`,
    };
  },
  examples(make: ExampleMaker): Examples {
    const id = idOf(this.row);
    return {
      positive: [`${id}_api_key=${shapeExample(make.pick(shapesOf(this.row).split('|')), make)}`],
      negative: [`${id}_api_key=\${${id.toUpperCase()}_API_KEY}`],
    };
  },
};

/** The rules of all vendors, in the order of the table. */
export const VENDOR_RULES: readonly SecretRule[] = VENDORS.trim().split(/\s+/).map(ruleOf);

/** All vendors, in that order. */
export function vendorList(): readonly Vendor[] {
  return (VENDOR_RULES as readonly VendorRule[]).map((rule) => ({ words: wordsOf(rule.row), shapes: shapesOf(rule.row), rule }));
}

function ruleOf(row: string): VendorRule {
  const rule = Object.create(VENDOR_RULE) as { row: string } & VendorRule;
  rule.row = row;
  return rule;
}

function wordsOf(row: string): readonly string[] {
  return row.slice(0, row.indexOf('/')).split(',');
}

function shapesOf(row: string): string {
  return row.slice(row.indexOf('/') + 1);
}

function idOf(row: string): string {
  return wordsOf(row)[0] as string;
}

function nameOf(row: string): string {
  const id = idOf(row);
  return id.charAt(0).toUpperCase() + id.slice(1);
}
