/** The last sieve before the ledger: what looks like a credential is not written, whoever put it there. */

/** A run of characters that a token may consist of. */
const RUN = /[A-Za-z0-9_.~+/=-]{20,}/g;
const JWT_START = 'eyJ';
const JWT_LENGTH = 20;
const WORD = /[A-Za-z0-9+/_-]/;
/** A secret access key of AWS: 40 characters of base64 on their own. */
const SECRET_KEY = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g;
/** A session token: nothing that people write is as long without a break. */
const LONG_RUN = /[A-Za-z0-9+/=_-]{100,}/g;
const PREFIXED =
  /(?<![A-Za-z0-9])(?:gh[opsur]_|github_pat_|glpat-|hv[bsr]\.|npm_|pypi-AgE|xox[abeprs]-|AIza|ya29\.)[A-Za-z0-9_.-]{16,}/g;
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g;

/**
 * Replaces what looks like a credential by `***`: ID tokens and other JWTs, tokens with a known prefix, private keys.
 *
 * For values that have a form of their own, such as claims, names and ARNs. Time is linear in the length. It does not find a credential that has no shape, such as a password, nor one that is encoded or cut in pieces; those are kept out by types.
 */
export function scrubTokens(value: string): string {
  return value.replaceAll(PRIVATE_KEY, '***').replaceAll(PREFIXED, '***').replaceAll(RUN, withoutJwt);
}

function withoutJwt(run: string): string {
  let start = run.indexOf(JWT_START);
  if (start < 0 || run.length - start < JWT_LENGTH) return run;
  // Another credential may hold these letters by chance: the whole word goes, or what stands before them would be kept.
  while (start > 0 && WORD.test(run[start - 1] as string)) start--;
  return `${run.slice(0, start)}***`;
}

/**
 * Replaces what looks like a credential in free text, such as a purpose or a reason.
 *
 * As {@link scrubTokens}, and also AWS secret access keys and session tokens, whose shape a name might have by chance. A public identifier, such as an access key id or a commit, is kept.
 */
export function scrub(value: string): string {
  return scrubTokens(value)
    .replaceAll(SECRET_KEY, (run) => (isMixed(run) ? '***' : run))
    .replaceAll(LONG_RUN, '***');
}

/** A commit's hash is 40 characters too, and a path or a word is in one case or without a digit. */
function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run);
}
