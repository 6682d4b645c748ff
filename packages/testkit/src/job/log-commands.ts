/** What the runner makes of the lines that a step prints: masks, and the log that people see. */

/**
 * Reads the values that a step asked to hide, in the order of its lines.
 *
 * @param stdout - what the step printed
 */
export function readMasks(stdout: string): readonly string[] {
  return [...stdout.matchAll(/^::add-mask::(.*?)\r?$/gm)]
    .map(([, value = '']) => unescapeData(value))
    .filter((value) => value !== '');
}

/**
 * The log as people see it: each mask hides what is printed after it, and is not shown itself.
 *
 * @param masks - values that were masked before; those of this text are added to the array
 */
export function visibleLog(text: string, masks: string[]): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const added = readMasks(line);
      // The runner masks each line of a value that has several.
      masks.push(...added.flatMap((value) => [value, ...value.split(/\r?\n/)]).filter((value) => value.trim() !== ''));
      return line.startsWith('::add-mask::') ? [] : [hide(line, masks)];
    })
    .join('\n');
}

function hide(line: string, masks: readonly string[]): string {
  // Longest first, so that a mask inside another one leaves no rest.
  return [...masks].sort((a, b) => b.length - a.length).reduce((shown, mask) => shown.replaceAll(mask, '***'), line);
}

function unescapeData(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
