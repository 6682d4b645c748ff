/** Words of others in Markdown: they stay words. */

import { oneLine } from './plain.ts';

// Everything that Markdown, its tables or HTML give a meaning to; a colon makes a link of an address.
const MEANINGFUL = /[&<>`|\\*_~[\]#@:$]/g;
const UNSAFE_IN_CODE = /[`|\\<>&]/;

/** Writes text so that it shows as it is, in one line, wherever it stands in a paragraph or a cell. */
export function text(words: string): string {
  return oneLine(words).replaceAll(MEANINGFUL, entity);
}

/** Writes text as code, in one line. */
export function code(words: string): string {
  const line = oneLine(words);
  if (line === '') return '<code> </code>';
  return UNSAFE_IN_CODE.test(line) ? `<code>${text(line)}</code>` : `\`${line}\``;
}

/** Writes one of our sentences: what stands in backticks becomes code, the rest is text. */
export function sentence(words: string): string {
  return oneLine(words)
    .split('`')
    .map((part, index, parts) =>
      index % 2 === 0 ? plainText(part) : index + 1 === parts.length ? plainText(`\`${part}`) : code(part),
    )
    .join('');
}

/** As {@link text}, but what is only punctuation inside a sentence stays readable in the source. */
function plainText(words: string): string {
  return words.replaceAll(/[&<>`|\\*_~[\]#@$]|:(?=\/\/)/g, entity);
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/**
 * Writes a table.
 *
 * @param head - our own words
 * @param rows - cells that are Markdown already: {@link text}, {@link code} or {@link sentence}
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Writes a code block around any text; the fence is longer than any run of backticks in it. */
export function codeBlock(language: string, content: string): string {
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}

/** Joins the blocks of a summary, leaving out what is empty. */
export function blocks(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
