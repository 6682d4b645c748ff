/** What a value would put into a log, a file or a crash report. */

/** Everything that a value could show: as JSON, as text, and for errors their causes and stacks. */
export function shownText(value: unknown): string {
  const seen = new Set<unknown>();
  const parts: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part === 'string') parts.push(part);
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    parts.push(String(part));
    // `message`, `stack` and `cause` are not enumerable.
    for (const key of Object.getOwnPropertyNames(part)) {
      parts.push(key);
      walk((part as Record<string, unknown>)[key]);
    }
  };
  walk(value);
  return `${parts.join('\n')}\n${json(value)}`;
}

// What cannot be written as JSON cannot leak by it.
function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
