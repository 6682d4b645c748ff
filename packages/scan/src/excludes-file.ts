/** What the configuration of a clone names as `core.excludesFile`. */

/** A section's head, a key and its value, in one line or in two. */
const LINE = /^[ \t]*(?:\[([^\]"\s]*)[ \t]*("[^\]]*)?\][ \t]*)?(?:([a-z][a-z0-9-]*)[ \t]*=[ \t]*(.*))?/i;

/**
 * Reads the path out of the text of a configuration; the last one that it names counts.
 *
 * @param text - latin1, one character a byte
 * @returns undefined when it names none, or one below somebody's home folder
 * @see https://git-scm.com/docs/git-config#_syntax
 */
export function excludesFile(text: string): string | undefined {
  if (!/excludesfile/i.test(text)) return undefined;
  let inCore = false;
  let named: string | undefined;
  for (const line of text.split('\n')) {
    const [, section, subsection, key, value] = LINE.exec(line) ?? [];
    if (section !== undefined) inCore = section.toLowerCase() === 'core' && subsection === undefined;
    if (inCore && key?.toLowerCase() === 'excludesfile') named = unquoted(value ?? '');
  }
  return named === '' || named?.startsWith('~') ? undefined : named;
}

/** Undoes the quoting: a comment ends the value, and blanks at its end count in quotes only. */
function unquoted(value: string): string {
  let text = '';
  let length = 0;
  let inQuotes = false;
  for (let at = 0; at < value.length; at++) {
    const sign = value[at] as string;
    if (sign === '"') {
      inQuotes = !inQuotes;
      continue;
    }
    if (!inQuotes && (sign === '#' || sign === ';')) break;
    text += sign === '\\' ? (value[++at] ?? '') : sign;
    if (inQuotes || !/\s/.test(sign)) length = text.length;
  }
  return text.slice(0, length);
}
