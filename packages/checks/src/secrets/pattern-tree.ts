/** Regular expressions as trees, for what reasons about shapes before a scan: the generator of the run heads, and the proof that shapes run in linear time. */

/** One piece of a pattern over latin1; `has` is 1 at each byte of the set. */
export type PatternNode =
  | { readonly kind: 'set'; readonly has: Uint8Array }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly of: PatternNode; readonly least: number; readonly most: number; readonly lazy: boolean }
  | { readonly kind: 'look'; readonly of: PatternNode; readonly behind: boolean; readonly negative: boolean }
  | { readonly kind: 'edge'; readonly sign: '^' | '$' | 'b' | 'B' };

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };
const CLASSES: Readonly<Record<string, RegExp>> = { d: /\d/, w: /\w/, s: /\s/, D: /\D/, W: /\W/, S: /\S/ };

/** Reads a pattern; the flag `m` and backreferences are not understood. */
export function patternTree({ source, ignoreCase, dotAll }: RegExp): PatternNode {
  let at = 0;

  const setOf = (holds: (char: string) => boolean): PatternNode => {
    const either = (char: string): boolean =>
      holds(char) || (ignoreCase && (holds(char.toLowerCase()) || holds(char.toUpperCase())));
    return { kind: 'set', has: Uint8Array.from({ length: 256 }, (_, code) => Number(either(String.fromCharCode(code)))) };
  };

  /** What a backslash and the characters behind it stand for. */
  function escaped(): RegExp | string {
    const letter = source[at++] as string;
    const known = CLASSES[letter] ?? CONTROLS[letter];
    if (known !== undefined) return known;
    const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : 0;
    if (digits === 0) return letter;
    at += digits;
    return String.fromCharCode(Number.parseInt(source.slice(at - digits, at), 16));
  }

  function bracket(): PatternNode {
    const negative = source[at] === '^';
    if (negative) at++;
    const members: (readonly [string, string] | RegExp)[] = [];
    while (source[at] !== ']') {
      const from = source[at++] === '\\' ? escaped() : (source[at - 1] as string);
      if (typeof from !== 'string' || source[at] !== '-' || source[at + 1] === ']') {
        members.push(typeof from === 'string' ? [from, from] : from);
        continue;
      }
      at++;
      const to = source[at++] === '\\' ? escaped() : (source[at - 1] as string);
      members.push([from, to as string]);
    }
    at++;
    const holds = (char: string): boolean =>
      members.some((member) => (member instanceof RegExp ? member.test(char) : char >= member[0] && char <= member[1]));
    return setOf((char) => holds(char) !== negative);
  }

  function group(): PatternNode {
    const opening = /\?(?::|=|!|<=|<!|<\w+>)/y;
    opening.lastIndex = at;
    const head = opening.exec(source)?.[0] ?? '';
    at += head.length;
    const of = either();
    at++;
    if (!/^\?<?[=!]$/.test(head)) return of;
    return { kind: 'look', of, behind: head.includes('<'), negative: head.endsWith('!') };
  }

  function atom(): PatternNode {
    const char = source[at++] as string;
    if (char === '(') return group();
    if (char === '[') return bracket();
    if (char === '^' || char === '$') return { kind: 'edge', sign: char };
    if (char === '.') return setOf((other) => dotAll || (other !== '\n' && other !== '\r'));
    if (char !== '\\') return setOf((other) => other === char);
    if (source[at] === 'b' || source[at] === 'B') return { kind: 'edge', sign: source[at++] as 'b' | 'B' };
    const meant = escaped();
    return setOf((other) => (typeof meant === 'string' ? other === meant : meant.test(other)));
  }

  function repeated(of: PatternNode): PatternNode {
    const count = /[*+?]|\{(\d+)(,?)(\d*)\}/y;
    count.lastIndex = at;
    const found = count.exec(source);
    if (found === null) return of;
    at = count.lastIndex;
    const lazy = source[at] === '?';
    if (lazy) at++;
    const least = found[1] === undefined ? Number(found[0] === '+') : Number(found[1]);
    const last = found[2] === ',' && found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3] || found[1]);
    const most = found[0] === '?' ? 1 : found[1] === undefined ? Number.POSITIVE_INFINITY : last;
    return { kind: 'repeat', of, least, most, lazy };
  }

  function sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()));
    return { kind: 'sequence', parts };
  }

  function either(): PatternNode {
    const options = [sequence()];
    while (source[at] === '|') {
      at++;
      options.push(sequence());
    }
    return options.length === 1 ? (options[0] as PatternNode) : { kind: 'either', options };
  }

  return either();
}
