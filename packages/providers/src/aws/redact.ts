/** Makes words of the other side fit for a log: no token, no control characters, no full stop, not too many. */

const MAX_LENGTH = 300;
/** What is looked at: a server may send megabytes. */
const MAX_READ = 4_096;
const JWT = /\beyJ[\w-]+(?:\.[\w-]*){0,2}/g;
const KEY_ID = /\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g;
const LONG = /[A-Za-z0-9+/=_-]{40,}/g;

/**
 * Takes everything that may be a credential out of a text.
 *
 * Long runs of letters go only where they mix capitals, small letters and digits, as keys do and names of roles rarely.
 */
export function redact(text: string): string {
  const clean = text
    .slice(0, MAX_READ)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(JWT, '***')
    .replaceAll(KEY_ID, '***')
    .replaceAll(LONG, (run) => (/[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run) ? '***' : run))
    .trim()
    .replace(/\.+$/, '');
  return clean.length <= MAX_LENGTH ? clean : `${clean.slice(0, MAX_LENGTH)}…`;
}
