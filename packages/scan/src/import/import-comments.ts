/** Makes entries of the allow list from the comments by which other scanners let a secret stay. */

import { readFileSync } from 'node:fs';
import { foreignComment, linesOf } from '@leasehold/checks';
import type { AllowEntry } from '../allow-entry.ts';
import { openable, readable } from '../byte-path.ts';
import type { RoomyScanner } from '../open-scanner.ts';
import { walk } from '../walk.ts';
import { entryOf, type ImportWish } from './import-list.ts';

/** A finding beside such a comment. */
export interface CommentedSecret {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** As it is spelt. */
  readonly comment: string;
  readonly entry: AllowEntry;
}

/** What was come upon. */
export interface ImportedComments {
  readonly secrets: readonly CommentedSecret[];
  /** Paths that could not be read. */
  readonly unreadable: readonly string[];
}

/**
 * Scans files and folders as lint does.
 *
 * @param cwd - absolute, with links followed; the paths count from here
 */
export function importComments(cwd: string, paths: readonly string[], wish: ImportWish, scanner: RoomyScanner): ImportedComments {
  const secrets: CommentedSecret[] = [];
  const unreadable: string[] = [];
  walk(cwd, paths, {
    file: (absolute, shown) => {
      const path = readable(shown);
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(openable(absolute));
      } catch {
        unreadable.push(path);
        return;
      }
      const lines = linesOf(bytes);
      for (const raw of scanner.scan(bytes, path)) {
        const comment = raw.allowed === undefined ? foreignComment(bytes, raw.start, raw.end) : undefined;
        if (comment === undefined) continue;
        const entry = entryOf(raw, wish, `imported from the comment \`${comment}\``);
        secrets.push({ path, line: lines.at(raw.start).line, comment, entry });
      }
    },
    skipped: (shown, reason) => {
      if (reason.startsWith('unreadable')) unreadable.push(readable(shown));
    },
  });
  secrets.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return { secrets, unreadable };
}
