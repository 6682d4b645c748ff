/** The options of a provider as options of a command: the inline form, which needs no policy file. */

import type { OptionDefinition } from '@leasehold/core';
import type { OptionSpec } from './command.ts';
import { type Input, textOf } from './input.ts';

/** Makes one option of a command for each, each name once. */
export function inlineOptions(options: readonly OptionDefinition[]): readonly OptionSpec[] {
  const specs = options.map(
    ({ name, description }) => [name, { flags: `--${name} <${name}>`, description: `inline: ${asPhrase(description)}` }] as const,
  );
  return [...new Map(specs).values()];
}

/** The options that were given, by name, as the provider parses them. */
export function inlineValues(input: Input, options: readonly OptionDefinition[]): Readonly<Record<string, string>> {
  const given: Record<string, string> = {};
  for (const { name } of options) {
    const value = textOf(input, name);
    if (value !== undefined) given[name] = value;
  }
  return given;
}

/** A description written as sentences, to go on after a colon. */
function asPhrase(description: string): string {
  return description.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
