/** As much of a secret as may be shown: enough to know it again, too little to use it. */

const FIRST = 4;
const LAST = 2;

/**
 * The first four and the last two characters at most, and never more than a quarter.
 *
 * @param value - latin1; what is not printable is shown as `?`
 * @example preview('ghx_0123456789abcdefghij') // 'ghx_…ij'
 */
export function preview(value: string): string {
  const shown = Math.min(FIRST + LAST, Math.floor(value.length / 4));
  const last = Math.min(LAST, Math.floor(shown / 3));
  const first = shown - last;
  return `${printable(value.slice(0, first))}…${printable(value.slice(value.length - last))}`;
}

function printable(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]/g, '?');
}
