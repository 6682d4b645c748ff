/** What was typed after a command, checked by commander and read by name. */

/** The arguments and options of one call. */
export interface Input {
  /** Positional arguments in order; what was left out is undefined. */
  readonly positional: readonly (string | undefined)[];
  /** Options by their long name without dashes: `trust-policy`. */
  readonly options: ReadonlyMap<string, string | boolean | readonly string[]>;
  /** The command line that is to be run, where one follows. */
  readonly tail: readonly string[];
}

/** The value of an option that is given once. */
export function textOf(input: Input, name: string): string | undefined {
  const value = input.options.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** Whether an option without a value is given. */
export function flagOf(input: Input, name: string): boolean {
  return input.options.get(name) === true;
}

/** The values of an option that may be given more than once. */
export function listOf(input: Input, name: string): readonly string[] {
  const value = input.options.get(name);
  return Array.isArray(value) ? value : [];
}
