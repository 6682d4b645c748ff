/** What is a value behind an operator, slowly and by the words of its description. */

const ENDS = /[\0-\x20"'`,;)\]}<>&|]/;
const LONGEST = 512;

/** Whether a value begins at a place, in source code or elsewhere. */
export function referenceOperand(text: string, at: number, code: boolean): boolean {
  const char = text[at] ?? '\0';
  const rest = text.slice(at);
  const word = /^[A-Za-z_]\w{0,47}/.exec(rest)?.[0];
  if (word !== undefined) return isWordOperand(text, at, word, code);
  if (/^["'`\\]/.test(rest)) return literal(text, at) !== undefined;
  if (char === '&') return /^&[^;]{2,5};[^&\n]{4,512}&/.test(rest);
  if (/^(?:@"|[(\x5b])/.test(rest)) return literal(text, at + 1) !== undefined;
  if (ENDS.test(char) || /^[{=]/.test(rest) || (code && /^[:@]/.test(rest)) || /^\$(?!\d)/.test(rest)) return false;
  return isBare(rest);
}

function isWordOperand(text: string, at: number, word: string, code: boolean): boolean {
  const stop = at + word.length;
  const next = text[stop] ?? '\0';
  if (/["'`]/.test(next) && word.length <= 2) return literal(text, stop) !== undefined;
  const call = /^[(.-]/.test(next) ? /^[\w.:-]{0,48}(?=[( ])/.exec(text.slice(stop))?.[0] : undefined;
  if (call !== undefined && literal(text, stop + call.length + 1) !== undefined) return true;
  if (next === '(') return false;
  const reference = /\d/.test(word) ? /^[.[][A-Za-z_]/.test(text.slice(stop)) : ENDS.test(next) || /[.[:?-]/.test(next);
  return !(code && reference) && isBare(text.slice(at));
}

/** What stands in quotes, if it ends on its line. */
function literal(text: string, at: number): string | undefined {
  const rest = text.slice(at);
  const inside =
    /^(["'`])((?:\\[\s\S]|(?!\1)[^\\\n])*)\1/.exec(rest)?.[2] ?? /^\\{1,4}(["'`])((?:(?!\\?\1)[^\n])*)\\?\1/.exec(rest)?.[2];
  return inside !== undefined && inside.length >= 4 && inside.length <= LONGEST ? inside : undefined;
}

function isBare(rest: string): boolean {
  const word = rest.slice(0, rest.search(ENDS) < 0 ? undefined : rest.search(ENDS));
  if (word.includes('(') || word.length > LONGEST) return false;
  const trailing = /^["']/.test(rest.slice(word.length)) ? /[.:\\]+$/ : /[.:]+$/;
  const value = word.replace(trailing, '').replace(/(?<=.)\\(?:[nr]|$).*$/, (tail) => (/^\\[nr]/.test(tail) ? '' : tail));
  return value.length >= 4;
}
