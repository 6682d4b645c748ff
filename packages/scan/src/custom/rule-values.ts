/** Reads the values of a rule from its YAML, and reports each that does not have the form of its key. */

import { type Problem, type SourcePosition, suggest } from '@leasehold/core';
import {
  EXAMPLE_KEYS,
  LONGEST_EXAMPLE,
  MOST_EXAMPLES,
  RULE_FIELDS,
  RULE_KEYS,
  type RuleField,
  type RuleKey,
} from './rule-fields.ts';
import type { Entry, Located } from './rule-source.ts';

type Text = Extract<Located, { kind: 'text' }>;

/** The values of one rule that have the form of their keys. */
export interface RuleValues {
  readonly at: SourcePosition;
  /** By key: one for the kinds `text` and `choice`, at least one for `texts`. */
  readonly texts: ReadonlyMap<RuleKey, readonly Text[]>;
  readonly positive: readonly Example[];
  readonly negative: readonly Example[];
}

/** A text on which a rule is tried. */
export interface Example {
  readonly text: string;
  readonly at: SourcePosition;
}

/** Reads the values of one rule; mistakes are pushed to `problems`. */
export function readRuleValues(value: Located, problems: Problem[]): RuleValues | undefined {
  const refuse = (code: string, message: string, at: SourcePosition, help: string): void => {
    problems.push({ code, message, at, help });
  };
  if (value.kind !== 'map') {
    refuse('ERR_RULES_VALUE', 'a rule is a map of keys and values', value.at(), 'begin with `id:`');
    return undefined;
  }
  for (const [name, { key }] of value.entries) {
    if (!RULE_KEYS.some((known) => known === name)) unknownKey(name, key, RULE_KEYS);
  }
  const texts = new Map<RuleKey, readonly Text[]>();
  for (const key of RULE_KEYS) {
    const field = RULE_FIELDS[key];
    const entry = value.entries.get(key);
    if (entry === undefined || entry.value.kind === 'nothing') {
      if (field.required) refuse('ERR_RULES_MISSING', `\`${key}\` is missing`, (entry?.value ?? value).at(), field.description);
      continue;
    }
    if (field.kind === 'examples') continue;
    const read = textsOf(entry.value, key, field);
    if (read !== undefined) texts.set(key, read);
  }
  return { at: value.at(), texts, ...examplesOf(value.entries.get('examples')) };

  function unknownKey(name: string, at: SourcePosition, known: readonly string[]): void {
    const near = suggest(name, known);
    const help = near === undefined ? `the keys are ${known.map((key) => `\`${key}\``).join(', ')}` : `did you mean \`${near}\`?`;
    refuse('ERR_RULES_KEY', `\`${name}\` is not a key of ${known === RULE_KEYS ? 'a rule' : '`examples`'}`, at, help);
  }

  function textsOf(from: Located, key: RuleKey, field: RuleField): readonly Text[] | undefined {
    const items = from.kind === 'list' && field.kind === 'texts' ? from.items : [from];
    const right = items.flatMap((item) => (item.kind === 'text' && isRight(item, key, field) ? [item] : []));
    const strange = items.find((item) => item.kind !== 'text');
    if (strange !== undefined || items.length === 0) {
      const wanted = field.kind === 'texts' ? 'it is one text, or a list of them' : 'it is one text';
      refuse('ERR_RULES_VALUE', `\`${key}\` is not of its kind`, (strange ?? from).at(), wanted);
    }
    return right.length === items.length && items.length > 0 ? right : undefined;
  }

  function isRight(item: Text, key: RuleKey, { choices, form, wanted, longest = 200 }: RuleField): boolean {
    const { text } = item;
    if (choices !== undefined) {
      if (choices.includes(text)) return true;
      const near = suggest(text, choices);
      const help =
        near === undefined ? `it is one of ${choices.map((choice) => `\`${choice}\``).join(', ')}` : `did you mean \`${near}\`?`;
      refuse('ERR_RULES_VALUE', `\`${text}\` is no ${key} of a rule`, item.at(), help);
      return false;
    }
    if (text.trim() === '') refuse('ERR_RULES_VALUE', `\`${key}\` is empty`, item.at(), RULE_FIELDS[key].description);
    else if (text.length > longest)
      refuse('ERR_RULES_VALUE', `\`${key}\` has more than ${longest} characters`, item.at(), 'say it in fewer');
    else if (form !== undefined && !form.test(text))
      refuse('ERR_RULES_VALUE', `\`${text}\` is not of the form of \`${key}\``, item.at(), `it is ${wanted}`);
    else return true;
    return false;
  }

  function examplesOf(entry: Entry | undefined): Pick<RuleValues, 'positive' | 'negative'> {
    if (entry === undefined || entry.value.kind === 'nothing') return { positive: [], negative: [] };
    if (entry.value.kind !== 'map') {
      refuse('ERR_RULES_VALUE', '`examples` is not of its kind', entry.value.at(), 'it has the lists `positive` and `negative`');
      return { positive: [], negative: [] };
    }
    const { entries } = entry.value;
    for (const [name, { key }] of entries) if (!EXAMPLE_KEYS.some((known) => known === name)) unknownKey(name, key, EXAMPLE_KEYS);
    const [positive = [], negative = []] = EXAMPLE_KEYS.map((name) => exampleList(entries.get(name), name, entry.key));
    return { positive, negative };
  }

  function exampleList(entry: Entry | undefined, name: string, around: SourcePosition): readonly Example[] {
    const items = entry?.value.kind === 'list' ? entry.value.items : [];
    if (items.length === 0)
      refuse('ERR_RULES_MISSING', `there is no ${name} example`, entry?.key ?? around, 'give at least one, in a list');
    if (items.length > MOST_EXAMPLES)
      refuse('ERR_RULES_VALUE', `there are more than ${MOST_EXAMPLES} examples`, entry?.key ?? around, 'keep those that differ');
    return items.slice(0, MOST_EXAMPLES).flatMap((item) => {
      const parts = item.kind === 'list' ? item.items : [item];
      const text = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
      if (parts.some((part) => part.kind !== 'text') || text === '' || text.length > LONGEST_EXAMPLE) {
        refuse(
          'ERR_RULES_VALUE',
          'the example is not of its kind',
          item.at(),
          `it is a text of at most ${LONGEST_EXAMPLE} characters, or a list of its parts`,
        );
        return [];
      }
      return [{ text, at: item.at() }];
    });
  }
}
