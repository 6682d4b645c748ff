/** Turns what happened into what people and auditors read: the ledger's lines, Markdown for summaries, text for logs. */

export { denialSummary, denialText } from './denial.ts';
export { endSummary, endText, type RestoredNames } from './end.ts';
export { errorText } from './error.ts';
export { formatInstant, formatUntil } from './instant.ts';
export { leaseSummary, leaseText } from './lease.ts';
export { ledgerLine } from './ledger.ts';
export { ledgerJsonSchema } from './ledger-schema.ts';
export { mismatchLines } from './mismatch.ts';
export { logLines } from './plain.ts';
export { problemsText } from './problems.ts';
export { scrub } from './scrub.ts';
export { trustSummary, trustText } from './trust.ts';
