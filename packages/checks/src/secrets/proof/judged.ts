/** Verdicts in the words of all rules. */

import type { Verdict } from '../rule.ts';

/** What a checksum says: held, the value is real; not held, it is an altered sample or a newer format. */
export function judgedSum(holds: boolean, what: string): Verdict {
  return holds ? { evidence: 'proven', why: `${what} holds` } : { evidence: 'broken', why: `${what} does not hold` };
}

/** What a structure says: its description where it could be read, or what is missing. */
export function judgedForm(read: string | undefined, missing: string): Verdict {
  return read === undefined ? { evidence: 'broken', why: missing } : { evidence: 'proven', why: read };
}
