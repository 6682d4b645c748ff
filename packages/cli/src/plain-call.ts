/** Reads a call that is well-formed and plain without commander, which takes as long to load as lint takes to look at a hundred files. */

import type { ArgumentSpec, CommandSpec, OptionSpec } from './command.ts';
import type { Input } from './input.ts';

/** A command, and what was typed after it. */
export interface PlainCall {
  readonly spec: CommandSpec;
  readonly input: Input;
}

type Value = string | boolean;

/** An option as a word names it. */
interface Flag {
  /** Long, without dashes. */
  readonly name: string;
  readonly spec: OptionSpec;
  readonly takes: 'nothing' | 'a value' | 'perhaps a value';
}

/**
 * Reads the words of a call.
 *
 * @returns undefined for whatever commander must judge: a mistake, a call for help, a short option, `--`, a command line that follows
 * @example plainCall(['lint', 'src', '--fail-on=proven'], [lint]) // positional: src; fail-on: proven, format: text, …
 */
export function plainCall(words: readonly string[], commands: readonly CommandSpec[]): PlainCall | undefined {
  const spec = commandOf(words, commands);
  if (spec === undefined || spec.commandAfter) return undefined;
  const flags = new Map(spec.options.map((option) => [wordOf(option), flagOf(option)]));
  const options = new Map<string, Value>();
  const positional: string[] = [];
  const rest = words.slice(spec.name.split(' ').length);
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] as string;
    if (!word.startsWith('-')) {
      positional.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const flag = flags.get(equals < 0 ? word : word.slice(0, equals));
    if (flag === undefined || flag.spec.repeatable) return undefined;
    let value: Value = true;
    if (equals >= 0) value = word.slice(equals + 1);
    else if (flag.takes === 'a value' || (flag.takes === 'perhaps a value' && isValue(rest[at + 1]))) value = rest[++at] ?? '';
    if (!isFit(value, flag)) return undefined;
    options.set(flag.name, value);
  }
  if (!areFit(positional, spec, commands)) return undefined;
  for (const flag of flags.values()) {
    if (options.has(flag.name)) continue;
    if (flag.spec.required) return undefined;
    if (flag.spec.default !== undefined) options.set(flag.name, flag.spec.default);
    else if (flag.name.startsWith('no-')) options.set(flag.name, false);
  }
  return { spec, input: { positional: asDeclared(positional, spec.arguments), options, tail: [] } };
}

/** The command that the first words name, of two the one below. */
function commandOf([first = '', second = '']: readonly string[], commands: readonly CommandSpec[]): CommandSpec | undefined {
  return commands.find(({ name }) => name === `${first} ${second}`) ?? commands.find(({ name }) => name === first);
}

function wordOf({ flags }: OptionSpec): string {
  return flags.split(' ', 1)[0] as string;
}

function flagOf(spec: OptionSpec): Flag {
  const takes = spec.flags.includes('<') ? 'a value' : spec.flags.includes('[') ? 'perhaps a value' : 'nothing';
  return { name: wordOf(spec).slice(2), spec, takes };
}

function isValue(word: string | undefined): boolean {
  return word !== undefined && word !== '' && !word.startsWith('-');
}

function isFit(value: Value, { spec, takes }: Flag): boolean {
  if (value === true) return takes !== 'a value';
  return takes !== 'nothing' && isValue(value as string) && (spec.choices?.includes(value as string) ?? true);
}

/** Whether there are as many as there may be, and none is the name of a command below. */
function areFit(positional: readonly string[], spec: CommandSpec, commands: readonly CommandSpec[]): boolean {
  const { length } = spec.arguments;
  const least = spec.arguments.filter(({ name }) => name.startsWith('<')).length;
  const most = spec.arguments.some(isVariadic) ? Number.POSITIVE_INFINITY : length;
  if (positional.length < least || positional.length > most) return false;
  return !commands.some(({ name }) => positional[0] !== undefined && name === `${spec.name} ${positional[0]}`);
}

function isVariadic({ name }: ArgumentSpec): boolean {
  return name.includes('...');
}

/** In the place of an argument that was left out stands undefined. */
function asDeclared(positional: readonly string[], declared: readonly ArgumentSpec[]): readonly (string | undefined)[] {
  const single = declared.filter((argument) => !isVariadic(argument)).length;
  return [...positional, ...Array.from({ length: Math.max(0, single - positional.length) }, () => undefined)];
}
