/** Where the options of `leasehold exec` end and the command line that it runs begins. */

import type { CommandSpec } from './command.ts';

/** The two halves of the words after a command's name. */
export interface SplitLine {
  readonly head: readonly string[];
  readonly tail: readonly string[];
}

/**
 * Splits the words at `--`, or where there is none at the first word that can be neither an option, nor its value, nor an argument.
 *
 * Commander cannot do it: it either reads the options of the other command as ours, or stops to read ours after the grant.
 *
 * @example splitCommandLine(exec, ['deploy', '--ttl', '5m', 'aws', 's3', 'ls']) // head: deploy --ttl 5m, tail: aws s3 ls
 */
export function splitCommandLine(spec: CommandSpec, words: readonly string[]): SplitLine {
  let room = spec.arguments.length;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '--') return { head: words.slice(0, at), tail: words.slice(at + 1) };
    if (word.startsWith('-') && word !== '-') {
      const [flag, value] = word.split('=', 2) as [string, string | undefined];
      if (spec.commandAfter?.includes(flag)) room = 0;
      if (value === undefined && takesValue(spec, flag)) at++;
    } else if (room === 0) {
      return { head: words.slice(0, at), tail: words.slice(at) };
    } else {
      room--;
    }
  }
  return { head: words, tail: [] };
}

function takesValue(spec: CommandSpec, flag: string): boolean {
  return spec.options.some(({ flags }) => {
    const [names = '', value] = flags.split(/ (?=[<[])/, 2) as [string, string | undefined];
    return value !== undefined && names.split(', ').includes(flag);
  });
}
