/** The documentation as data: pages, their fenced blocks, code spans, links and headings. */

import { FILES, read } from './repository.ts';

/** Every page that a person wrote; those of docs/reference are generated, and checked there. */
export const PAGES: readonly string[] = FILES.filter((path) => path.endsWith('.md') && !path.startsWith('docs/reference/'));

/** One fenced block. */
export interface Block {
  readonly page: string;
  /** Of the opening fence, counted from 1. */
  readonly line: number;
  /** What stands behind the opening fence. */
  readonly language: string;
  readonly text: string;
}

/** A piece of a page, with the line that it stands in. */
export interface Place {
  readonly page: string;
  readonly line: number;
  readonly text: string;
}

/** The fenced blocks of a page. */
export function blocksOf(page: string): readonly Block[] {
  return parts(page).flatMap(({ language, line, lines }) =>
    language === undefined ? [] : [{ page, line, language, text: `${lines.join('\n')}\n` }],
  );
}

/** The code spans of a page. */
export function codeSpansOf(page: string): readonly Place[] {
  return prose(page).flatMap(({ line, text }) =>
    [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => ({ page, line, text: span })),
  );
}

/** Where the links of a page lead. */
export function linksOf(page: string): readonly Place[] {
  return prose(page).flatMap(({ line, text }) =>
    [...text.replace(/`[^`]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => ({ page, line, text: target })),
  );
}

/** What a link may name behind `#`, as GitHub makes it of the headings. */
export function anchorsOf(page: string): readonly string[] {
  const headings = prose(page).flatMap(({ text }) => /^#{1,6} (.*)$/.exec(text)?.[1] ?? []);
  const slugs = headings.map((heading) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return slugs.map((slug, at) => {
    const before = slugs.slice(0, at).filter((other) => other === slug).length;
    return before === 0 ? slug : `${slug}-${before}`;
  });
}

/** The first column of the table whose head begins with this cell. */
export function tableOf(page: string, head: string): readonly (readonly string[])[] {
  const lines = read(page).split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`));
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  if (start < 0) throw new Error(`${page} has no table of ${head}`);
  return lines.slice(start + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** The code spans of a text. */
export function spans(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
}

/** Fenced blocks, and what stands between them as parts without a language. */
function parts(
  page: string,
): readonly { readonly language: string | undefined; readonly line: number; readonly lines: readonly string[] }[] {
  const found: { language: string | undefined; line: number; lines: string[] }[] = [{ language: undefined, line: 1, lines: [] }];
  for (const [at, line] of read(page).split('\n').entries()) {
    const inside = found.at(-1);
    const fence = /^```(.*)$/.exec(line)?.[1];
    if (fence === undefined) inside?.lines.push(line);
    else if (inside?.language === undefined) found.push({ language: fence.trim(), line: at + 1, lines: [] });
    else found.push({ language: undefined, line: at + 2, lines: [] });
  }
  if (found.at(-1)?.language !== undefined) throw new Error(`${page} ends within a block`);
  return found;
}

function prose(page: string): readonly { readonly line: number; readonly text: string }[] {
  return parts(page).flatMap(({ language, line, lines }) =>
    language === undefined ? lines.map((text, at) => ({ line: line + at, text })) : [],
  );
}
