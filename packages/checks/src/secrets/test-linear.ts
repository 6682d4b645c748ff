/** Reads patterns for what could cost more than linear time. */

/** What in a pattern could cost more than linear time: a quantifier without a bound, or a repeated group with one inside. */
export function faultOf(source: string): string | undefined {
  const plain = source.replaceAll(/\\./g, 'e').replaceAll(/\[(?:\\.|[^\]\\])*\]/g, 'c');
  if (/[*+]/.test(plain.replaceAll(/\(\?<?[=!:]/g, '('))) return 'has no bound';
  if (/\{\d+,\}/.test(plain)) return 'has no upper bound';
  const open: number[] = [];
  for (let at = 0; at < plain.length; at++) {
    if (plain[at] === '(') open.push(at);
    if (plain[at] !== ')') continue;
    const inside = plain.slice(open.pop(), at);
    if (plain[at + 1] === '{' && /[{?](?![:=!<])/.test(inside.slice(2))) return 'repeats a group that repeats';
  }
  return undefined;
}
