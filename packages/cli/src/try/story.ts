/** Telling: numbered chapters, lines under them, and checks that make a line false when what it tells did not happen. */

import { InternalError } from '@leasehold/core';
import type { Output } from '../shell.ts';

/** The teller. */
export interface Story {
  chapter(title: string): void;
  line(text: string): void;
  /** A line about something that was tried: what it was, how it came out. */
  outcome(what: string, good: boolean, how: string): void;
}

/** Tells to an output. */
export function tellTo(out: Output): Story {
  let number = 0;
  return {
    chapter: (title) => {
      number += 1;
      out.line();
      out.line(out.paint('bold', `${number}. ${title}`));
    },
    line: (text) => out.line(`   ${text}`),
    outcome: (what, good, how) => out.line(`   ${what.padEnd(42)} ${out.paint(good ? 'green' : 'red', how)}`),
  };
}

/**
 * Stops the story where it would go on untrue.
 *
 * @throws InternalError `ERR_TRY`
 */
export function mustBe(condition: boolean, expected: string): asserts condition {
  if (!condition) {
    throw new InternalError(`the story broke off: ${expected} was expected`, {
      code: 'ERR_TRY',
      help: 'this is a defect; please report it with the lines above',
    });
  }
}
