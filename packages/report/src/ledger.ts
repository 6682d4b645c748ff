/** One line of the ledger. */

import { InternalError, type LedgerEvent } from '@leasehold/core';
import { ledgerProblem } from './ledger-check.ts';
import { FREE_TEXT, LONGEST_TEXT } from './ledger-schema.ts';
import { scrub, scrubTokens } from './scrub.ts';

/**
 * Writes an event as one JSON line, without the line break.
 *
 * Text that looks like a credential is replaced by `***`, text beyond 4,096 characters is cut, and the result is checked against the published schema.
 *
 * @throws InternalError `ERR_LEDGER_EVENT` when the event does not have its shape; the message says where, and quotes nothing
 */
export function ledgerLine(event: LedgerEvent): string {
  const clean = cleaned(event, '');
  const problem = ledgerProblem(clean);
  if (problem !== undefined)
    throw new InternalError(`the ledger event has not the shape of one: ${problem}`, { code: 'ERR_LEDGER_EVENT' });
  return JSON.stringify(clean);
}

function cleaned(value: unknown, field: string): unknown {
  // A hash is held to its form by the schema, and one in some thousands has the beginning of a JWT in it.
  if (field === 'hash') return value;
  if (typeof value === 'string') return cut(FREE_TEXT.has(field) ? scrub(value) : scrubTokens(value));
  if (Array.isArray(value)) return value.map((item) => cleaned(item, field));
  // Anything but plain data, such as a Secret, is left for the check to refuse.
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([name, item]) => [name, cleaned(item, name)]));
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`;
}
