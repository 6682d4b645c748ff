/** What stands right before a value that has no prefix of its own, so that such values are resolved as all others are. */

/** An assignment, a quote, or the name of a setting that is written without a space. */
export const OPENERS: readonly string[] = [
  '="',
  "='",
  '= ',
  ': ',
  ':"',
  ' "',
  " '",
  'AccountKey=',
  'SharedAccessKey=',
  'KEY=',
  'Key=',
  'key=',
  'TOKEN=',
  'token=',
  'PAT=',
  'SECRET=',
  'code=',
];

/** The openers as a pattern. */
const OPENING = '(?:[=: ]["\' ]|[A-Za-z]{3,15}=)';
/** The length of the shortest. */
const SHORTEST = 2;
/** Sets, literals and choices of token characters, counted. */
const TOKENS = /^\(\?<secret>(?:\[[A-Za-z0-9+/=_-]+\]|\\[+/]|[A-Za-z0-9+/=_|)?-]|\(\?:|\{[0-9,]+\})+$/;

/** The openers as the beginning of a shape, and the shape of the value as the group that narrows it. */
export function opened(value: string): RegExp {
  return new RegExp(`${OPENING}(?<secret>${value})`, 'y');
}

/**
 * How many token characters follow an opener at the least, so that shorter runs are passed over.
 *
 * @param shape - made by {@link opened}; of any other nothing is known
 * @param least - length of its shortest match
 */
export function tokensBehind({ source }: RegExp, least: number): number {
  return source.startsWith(OPENING) && TOKENS.test(source.slice(OPENING.length)) ? least - SHORTEST : 0;
}
