/** The encodings in which a credential may turn up in a log, so that each can be masked. */

const MIN_MASKED_LENGTH = 4;

/**
 * Lists the forms of a secret that must be masked: itself, each line of it, JSON-escaped, base64, base64url, hex and percent-encoded.
 *
 * @param value - the secret in plain text
 * @returns distinct strings, the plain form first; forms shorter than four characters are left out, since masking them would blank the whole log
 */
export function secretForms(value: string): readonly string[] {
  const bytes = new TextEncoder().encode(value);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const forms = [
    value,
    ...value.split(/\r?\n/),
    JSON.stringify(value).slice(1, -1),
    base64,
    base64.replace(/=+$/, ''),
    base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
    hex,
    hex.toUpperCase(),
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll('%20', '+'),
  ];
  return [...new Set(forms)].filter((form) => form.length >= MIN_MASKED_LENGTH);
}
