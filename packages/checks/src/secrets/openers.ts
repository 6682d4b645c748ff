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
/** The openers as the beginning of a shape, and the shape of the value as the group that narrows it. */
export function opened(value: string): RegExp {
  return new RegExp(`${OPENING}(?<secret>${value})`, 'y');
}
