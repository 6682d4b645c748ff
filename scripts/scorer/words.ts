/** Collects the words of source trees. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXT = /\.(?:adoc|c|go|h|java|js|md|py|rst|ts|txt|ya?ml)$/;
/** Words that are not part of a sequence with digits and punctuation, as those in base64 are. */
const WORD = /(?<![A-Za-z0-9+/])(?:[A-Z]?[a-z]{2,20}|[A-Z]{3,20}(?![a-z]))/g;
/** A word that is seldomer is a name, a slip, or chance. */
const LEAST = 8;
/** Larger files are data. */
const LARGEST = 300_000;

/** The words that are used often enough, in lower case and in order. */
export function readWords(folders: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !TEXT.test(entry.name)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
      if (text.length > LARGEST) continue;
      for (const [word] of text.matchAll(WORD)) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([word, count]) => (count < LEAST ? [] : [word])).sort();
}
