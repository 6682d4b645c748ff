/** What may be a value behind an operator, slowly and by the words of its description. */

const ENDS = /[\0-\x20"'`,;)\]}<>&|]/;

/** Whether a value may begin at a place, in source code or elsewhere. */
export function referenceOperand(text: string, at: number, code: boolean): boolean {
  const char = (offset: number): string => text[offset] ?? '\0';
  const rest = text.slice(at);
  const word = /^[A-Za-z_]\w{0,47}/.exec(rest)?.[0];
  if (word !== undefined) return isWordOperand(text, at, word, code);
  if (/^["'`\\]/.test(rest)) return isQuoted(text, at);
  if (rest.startsWith('&')) return true;
  if (/^(?:@"|[(\x5b])/.test(rest)) return isQuoted(text, at + 1);
  if (ENDS.test(char(at)) || /^[{=]/.test(rest) || (code && /^[:@]/.test(rest)) || /^\$(?!\d)/.test(rest)) return false;
  return isBare(text, at);
}

function isWordOperand(text: string, at: number, word: string, code: boolean): boolean {
  const stop = at + word.length;
  const next = text[stop] ?? '\0';
  if (/["'`]/.test(next) && word.length <= 2) return isQuoted(text, stop);
  const call = /^[(.-]/.test(next) ? /^[\w.:-]{0,48}(?=[( ])/.exec(text.slice(stop))?.[0] : undefined;
  if (call !== undefined && isQuoted(text, stop + call.length + 1)) return true;
  if (next === '(') return false;
  const reference = /\d/.test(word) ? /^[.[][A-Za-z_]/.test(text.slice(stop)) : ENDS.test(next) || /[.[:?-]/.test(next);
  return !(code && reference) && isBare(text, at);
}

function isQuoted(text: string, at: number): boolean {
  if (text[at] === '\\') return true;
  const inside = /^(["'`])((?:\\[\s\S]?|(?!\1)[^\\\n])*)/.exec(text.slice(at))?.[2];
  return inside !== undefined && (inside.length >= 4 || at + 1 + inside.length >= text.length);
}

function isBare(text: string, at: number): boolean {
  return [0, 1, 2, 3].every((offset) => !ENDS.test(text[at + offset] ?? '\0') && text[at + offset] !== '(');
}
