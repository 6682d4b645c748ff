/** Prefixes for values without one of their own: what stands right before them, so that such values are found as all others are. */

/** The end of an assignment, an opening quote, or the name of a setting with its operator. */
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

/** A pattern that matches every opener. */
const OPENING = '(?:[=: ]["\' ]|[A-Za-z]{3,15}=)';

/**
 * Makes the shape of a value behind an opener; the value is the group `secret`.
 *
 * @param value - source of a regular expression
 */
export function opened(value: string): RegExp {
  return new RegExp(`${OPENING}(?<secret>${value})`, 'y');
}
