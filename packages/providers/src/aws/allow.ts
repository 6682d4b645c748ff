/** The readable form of what a lease may do: lines `action[,action] on resource[,resource]`, or the same as data. */

import { ConfigError, suggest } from '@leasehold/core';
import { actionFault, type Fault, resourceFault } from './action.ts';

/** Every action on every resource. */
export interface AllowStatement {
  /** Such as `s3:GetObject`; wildcards allowed after the colon. */
  readonly actions: readonly string[];
  /** ARNs, wildcards allowed, or `*`. */
  readonly resources: readonly string[];
}

const EXAMPLE = 's3:GetObject on arn:aws:s3:::bucket/*';
const KEYS = ['actions', 'resources'];

/**
 * Reads `allow`.
 *
 * @param raw - lines of text with `#` comments, a list of such lines, or a list of `{ actions, resources }`
 * @returns one statement a line or entry, in order
 * @throws ConfigError `ERR_AWS_ALLOW` that names the line or entry, and what to write
 * @example parseAllow('s3:PutObject on arn:aws:s3:::acme-site/*')
 */
export function parseAllow(raw: unknown): readonly AllowStatement[] {
  if (typeof raw === 'string') {
    return raw.split(/\r?\n/).flatMap((line, index) => readLine(line, `line ${index + 1} of \`allow\``));
  }
  if (!Array.isArray(raw)) throw wrong('`allow` is neither text nor a list', `write lines such as \`${EXAMPLE}\``);
  return raw.flatMap((entry: unknown, index) => {
    const where = `entry ${index + 1} of \`allow\``;
    return typeof entry === 'string' ? readLine(entry, where) : [readEntry(entry, where)];
  });
}

/**
 * Writes statements the way {@link parseAllow} reads them.
 *
 * @returns one line a statement
 */
export function printAllow(statements: readonly AllowStatement[]): readonly string[] {
  return statements.map(({ actions, resources }) => `${actions.join(',')} on ${resources.join(',')}`);
}

function readLine(line: string, where: string): AllowStatement[] {
  const text = line.replace(/(?:^|\s)#.*$/, '').trim();
  if (text === '') return [];
  const [actions, resources, more] = ` ${text} `.split(/\son\s/);
  if (actions === undefined || resources === undefined) {
    throw wrong(`${where} does not say on what`, `write \`${EXAMPLE}\`: actions, the word \`on\`, resources`);
  }
  if (more !== undefined) throw wrong(`${where} has the word \`on\` twice`, 'write each on a line of its own');
  return [statement(actions.split(','), resources.split(','), where)];
}

function readEntry(entry: unknown, where: string): AllowStatement {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    throw wrong(`${where} is neither a line nor \`{ actions, resources }\``, `write \`${EXAMPLE}\``);
  }
  for (const key of Object.keys(entry)) {
    if (KEYS.includes(key)) continue;
    const meant = suggest(key, KEYS);
    throw wrong(
      `${where} has the unknown key \`${key}\``,
      meant ? `did you mean \`${meant}\`?` : 'the keys are `actions` and `resources`',
    );
  }
  const { actions, resources } = entry as Record<string, unknown>;
  return statement(words(actions, 'actions', where), words(resources, 'resources', where), where);
}

function words(value: unknown, key: string, where: string): readonly string[] {
  const list = typeof value === 'string' ? [value] : value;
  if (Array.isArray(list) && list.length > 0 && list.every((word): word is string => typeof word === 'string')) return list;
  throw wrong(
    `${where} has no list of text in \`${key}\``,
    `write \`{ actions: [s3:GetObject], resources: ["arn:aws:s3:::bucket/*"] }\``,
  );
}

function statement(actions: readonly string[], resources: readonly string[], where: string): AllowStatement {
  const read = (list: readonly string[], fault: (word: string) => Fault | undefined): readonly string[] => {
    const trimmed = list.map((word) => word.trim());
    for (const word of trimmed) {
      const found = word === '' ? EMPTY : (unwritable(word) ?? fault(word));
      if (found) throw wrong(`${where}: ${found.message}`, found.help);
    }
    return [...new Set(trimmed)];
  };
  return { actions: read(actions, (word) => tooWide(word) ?? actionFault(word)), resources: read(resources, resourceFault) };
}

const EMPTY: Fault = { message: 'there is nothing between two commas', help: 'take the comma away, or write what is missing' };

function tooWide(action: string): Fault | undefined {
  if (!/^[*?]+(?::[*?]+)?$/.test(action)) return undefined;
  return {
    message: `\`${action}\` is everything that the role may do`,
    help: 'name the actions; without `allow` the lease has all that the role has',
  };
}

/** A separator inside a word could be written down, but not be read back. */
function unwritable(word: string): Fault | undefined {
  if (!/[\s,]/.test(word)) return undefined;
  return { message: `\`${word}\` has a space or a comma in it`, help: 'write `?` in its place, or use `session-policy`' };
}

function wrong(message: string, help: string): ConfigError {
  return new ConfigError(message, { code: 'ERR_AWS_ALLOW', help });
}
