/** A scanner that also tells which openings of long values stand in what it scans. */

import { newScanner, type Reach, RULES, reachOf, type Scanner, SHORT_PREFIXES } from '@leasehold/checks';
import { type Kernel, openKernel } from '@leasehold/kernel';
import { customRules } from '../custom/rule-loader.ts';
import type { ScannerSource } from '../custom/scanner-source.ts';

/** A scanner, its memory, and what changes of a text can reach by its rules. */
export interface OpeningScanner extends Scanner {
  readonly reach: Reach;
  /** Room for that many bytes; what is scanned there need not be copied. */
  room(length: number): Uint8Array;
  /** Which of `reach.openings` stood in what was scanned last, the first as the lowest bit. */
  opened(): number;
}

/**
 * Opens the scanner of a thread.
 *
 * @param contextual - whether to look for what only its surroundings tell, too
 * @throws ConfigError with every mistake when a file of custom rules is wrong
 */
export function openOpeningScanner(source: ScannerSource, contextual: boolean): OpeningScanner {
  const own = customRules(source);
  const all = own.length === 0 ? RULES : [...RULES, ...own];
  const rules = contextual ? all : all.filter(({ prefixes }) => prefixes.length > 0);
  const reach = reachOf(rules);
  const literals = reach.openings.map(({ literal }) => literal);
  const kernel = openKernel([...SHORT_PREFIXES, ...own.flatMap(({ prefixes }) => prefixes), ...literals]);
  let seen = 0;
  const listening: Kernel = {
    ...kernel,
    scan(length, found, ...rest) {
      const bytes = kernel.room(length);
      const heard: typeof found = (anchor, start, ...place) => {
        if (anchor === 'prefix' || anchor === 'armor') note(bytes, start);
        found(anchor, start, ...place);
      };
      return kernel.scan(length, heard, ...rest);
    },
  };

  function note(bytes: Uint8Array, at: number): void {
    literals.forEach((literal, index) => {
      if ((seen & (1 << index)) === 0 && standsAt(bytes, at, literal)) seen |= 1 << index;
    });
  }

  const scanner = newScanner(listening, rules);
  return {
    reach,
    room: kernel.room,
    opened: () => seen,
    scan(bytes, path) {
      seen = 0;
      return scanner.scan(bytes, path);
    },
  };
}

function standsAt(bytes: Uint8Array, at: number, literal: string): boolean {
  for (let index = 0; index < literal.length; index++) if (bytes[at + index] !== literal.charCodeAt(index)) return false;
  return true;
}
