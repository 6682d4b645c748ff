/** The keys of a custom rule: one table for the reader, the JSON Schema and the messages. */

import { ANCHOR_FORM, CUSTOM_TIERS, LONGEST_PATTERN } from '@leasehold/checks/custom-rule';
import { SEVERITIES } from '@leasehold/core';

/** One key. */
export interface RuleField {
  /** `text`: one; `choice`: one of `choices`; `texts`: one or a list; `examples`: lists of texts, each of which may be a list of parts. */
  readonly kind: 'text' | 'choice' | 'texts' | 'examples';
  readonly required?: boolean;
  /** One sentence. */
  readonly description: string;
  readonly choices?: readonly string[];
  /** What a text must look like, and how messages describe that. */
  readonly form?: RegExp;
  readonly wanted?: string;
  /** Most characters of a text. */
  readonly longest?: number;
}

/** One line without control characters, since it is printed. */
const LINE = { form: /^\P{Cc}+$/u, wanted: 'one line without control characters' } as const;
const ANCHORS = { kind: 'texts', form: ANCHOR_FORM, wanted: '3 to 40 printable characters without a blank' } as const;

/** The keys of a rule, in the order in which they are explained. */
export const RULE_KEYS = [
  'id',
  'title',
  'description',
  'severity',
  'tier',
  'anchor',
  'name',
  'pattern',
  'near',
  'remedy',
  'reference',
  'examples',
] as const;

/** One of them. */
export type RuleKey = (typeof RULE_KEYS)[number];

/** What each is. `anchor` or `name` must be there. */
export const RULE_FIELDS: Readonly<Record<RuleKey, RuleField>> = {
  id: {
    kind: 'text',
    required: true,
    description: 'Names the rule in findings, allow lists and comments; no rule of the catalogue has it.',
    form: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    wanted: 'small letters, digits and single hyphens, such as `acme-token`',
    longest: 64,
  },
  title: { ...LINE, kind: 'text', required: true, description: 'What the secret is, in a few words.', longest: 80 },
  description: { ...LINE, kind: 'text', required: true, description: 'What it opens, in one sentence.', longest: 500 },
  severity: { kind: 'choice', required: true, description: 'How bad it is when others have it.', choices: SEVERITIES },
  tier: {
    kind: 'choice',
    description: 'How strong the evidence is; `prefixed` with `anchor`, `contextual` with `name`, unless this says otherwise.',
    choices: CUSTOM_TIERS,
  },
  anchor: { ...ANCHORS, description: 'What the value begins with; of several, one.' },
  name: { ...ANCHORS, description: 'Instead of an anchor: the name that the value is assigned to; of several, one.' },
  pattern: {
    ...LINE,
    kind: 'text',
    required: true,
    description:
      'Regular expression of the whole value, from its anchor on, in linear time: counts have bounds, and each character decides how to go on.',
    longest: LONGEST_PATTERN,
  },
  near: {
    ...LINE,
    kind: 'texts',
    description: 'Words of which one must stand within 200 bytes, or in the path; case does not matter.',
    longest: 80,
  },
  remedy: {
    ...LINE,
    kind: 'text',
    required: true,
    description: 'Where it is revoked or rotated, in one sentence.',
    longest: 500,
  },
  reference: {
    kind: 'text',
    description: 'Address of a page about it.',
    form: /^https:\/\/[\x21-\x7e]+$/,
    wanted: 'an address that begins with `https://`',
    longest: 500,
  },
  examples: {
    kind: 'examples',
    required: true,
    description: 'Texts that are tried by `leasehold rules check`.',
  },
};

/** The two lists of `examples`. */
export const EXAMPLE_KEYS = ['positive', 'negative'] as const;

/** Most examples in each list. */
export const MOST_EXAMPLES = 50;
/** Most characters of one example. */
export const LONGEST_EXAMPLE = 8192;
