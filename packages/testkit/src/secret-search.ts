/** Looks for a secret in a text, in every encoding that it might have slipped into. */

/** An encoding in which a secret was found. */
export type SecretForm = 'plain' | 'json' | 'base64' | 'base64url' | 'hex' | 'url';

/** Characters of base64 that must match when the secret stands inside a longer encoded text; fewer would match by chance. */
const MIN_CORE = 6;

/**
 * Finds a secret in a text.
 *
 * Base64 is searched at all three alignments, so that a secret in the middle of an encoded document is found too; hex and percent-encoding in either case.
 *
 * @param secret - at least eight bytes
 * @returns the forms that were found, none when the text is clean
 * @throws Error when the secret is too short to be told from chance
 * @example secretSearch(btoa('key=' + secret), secret) // ['base64', 'base64url']
 */
export function secretSearch(text: string, secret: string): readonly SecretForm[] {
  const bytes = Buffer.from(secret);
  if (bytes.length < 8) throw new Error('a secret of fewer than 8 bytes cannot be told from chance');
  const lower = text.toLowerCase();
  // A line break inside an encoded text does not hide it: encoders wrap at 64 or 76 columns.
  const unwrapped = text.replace(/\r?\n[ \t]*/g, '');
  const found: SecretForm[] = [];
  if (text.includes(secret)) found.push('plain');
  const escaped = JSON.stringify(secret).slice(1, -1);
  if (escaped !== secret && text.includes(escaped)) found.push('json');
  if (alignments(bytes, 'base64').some((core) => unwrapped.includes(core))) found.push('base64');
  if (alignments(bytes, 'base64url').some((core) => unwrapped.includes(core))) found.push('base64url');
  if (unwrapped.toLowerCase().includes(bytes.toString('hex'))) found.push('hex');
  if (urlForms(secret).some((form) => form !== secret && lower.includes(form.toLowerCase()))) found.push('url');
  return found;
}

// What stands before the secret shifts its bits; the digits at either end then belong partly to the neighbours and are left out.
function alignments(bytes: Buffer, encoding: 'base64' | 'base64url'): string[] {
  return [0, 1, 2]
    .map((shift) => {
      const digits = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString(encoding)
        .replace(/=+$/, '');
      const start = Math.ceil((shift * 8) / 6);
      return digits.slice(start, Math.floor(((shift + bytes.length) * 8) / 6));
    })
    .filter((core) => core.length >= MIN_CORE);
}

function urlForms(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  const strict = encoded.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  const all = Array.from(Buffer.from(secret), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return [encoded, strict, encoded.replaceAll('%20', '+'), strict.replaceAll('%20', '+'), all];
}
