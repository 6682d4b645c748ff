/** Reads XML as strictly as the strictest reader of test results, and no more of it than they are written with. */

/** How often each element stands in a document. */
export type Elements = Readonly<Record<string, number>>;

const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/;
const NAME = '[A-Za-z][\\w.-]*';
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, 'y');
/** An ampersand that begins no entity, or a sign that XML has no place for. */
const ILL = /&(?!(?:amp|lt|gt|quot|apos);)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Reads a document; throws where it is not well-formed. */
export function readXml(document: string): Elements {
  const head = DECLARATION.exec(document)?.[0];
  if (head === undefined || ILL.test(document)) throw new Error('there is no declaration, or a sign that may not stand there');
  const open: string[] = [];
  const counts: Record<string, number> = {};
  for (let at = head.length; at < document.length; ) {
    const next = document.indexOf('<', at);
    const between = document.slice(at, next < 0 ? undefined : next);
    if (open.length === 0 && between.trim() !== '') throw new Error('text stands outside of all elements');
    if (next < 0) break;
    TAG.lastIndex = next;
    const [tag, closing, name, attributes, empty] = TAG.exec(document) ?? [];
    if (tag === undefined) throw new Error(`no tag begins at ${next}`);
    const names = Array.from((attributes as string).matchAll(/([\w.-]+)="/g), (match) => match[1]);
    if (new Set(names).size < names.length) throw new Error(`an attribute of ${name} stands there twice`);
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`${name} is closed and was not open`);
    } else {
      counts[name as string] = (counts[name as string] ?? 0) + 1;
      if (empty !== '/') open.push(name as string);
    }
    at = next + tag.length;
  }
  if (open.length > 0) throw new Error(`${open.at(-1)} is not closed`);
  return counts;
}
