/** Finds among our findings of a file those that another scanner was told to ignore. */

import { createHash } from 'node:crypto';
import { linesOf, type RawFinding } from '@leasehold/checks';
import type { IgnoredSecret } from './ignored-secret.ts';

/** What another scanner may have cut out of a line. */
const PIECES: readonly RegExp[] = [
  // Between quotes.
  /"([^"\r\n]{1,8192})"/g,
  /'([^'\r\n]{1,8192})'/g,
  /`([^`\r\n]{1,8192})`/g,
  // Between blanks, between operators and brackets, and between colons besides.
  /[^\s"'`]{1,8192}/g,
  /[^\s"'`=,;()[\]{}<>]{1,8192}/g,
  /[^\s"'`=:,;()[\]{}<>]{1,8192}/g,
  // What is assigned, to the end of the line.
  /(?<=[=:][ \t]{0,4})[^\s"'`=:][^\r\n]{0,8191}/g,
  // The password of an address.
  /(?<=:)[^\s:@/]{1,1024}(?=@)/g,
];
/** The head of a private key, which is the same for many of them. */
const KEY_HEAD = /BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?/g;

const NEWLINE = 0x0a;
/** A longer one is data. */
const LONGEST_LINE = 1 << 16;

/** Finds what an entry means. */
type Matcher = (secret: IgnoredSecret) => readonly RawFinding[];

/**
 * Readies one file; its lines are cut into pieces once, whatever the number of entries.
 *
 * Matched is by value where its hash is known, and by line where not. The other scanner may have taken a shorter or a longer piece for the value than we do, so that a finding counts that lies over a piece with that hash. Of a private key it may have hashed the head alone: then the line decides, unless there is only one.
 *
 * @param bytes - the file
 * @param found - everything that was found in it
 */
export function newMatcher(bytes: Uint8Array, found: readonly RawFinding[]): Matcher {
  const lines = linesOf(bytes);
  let values: Digests | undefined;
  let heads: Digests | undefined;
  let pieces: Digests | undefined;

  const onLines = ({ line, endLine = line }: IgnoredSecret, among: readonly RawFinding[]): readonly RawFinding[] => {
    if (line === undefined || endLine === undefined) return [];
    return among.filter(({ start, end }) => lines.at(start).line <= endLine && lines.at(Math.max(start, end - 1)).line >= line);
  };

  return (secret) => {
    const { sha1 } = secret;
    if (sha1 === undefined) return onLines(secret, found);
    values ??= digestsOf(found, ({ value }) => [value, ...value.split(':')]);
    const same = values.get(sha1);
    if (same !== undefined) return same;
    heads ??= digestsOf(found, (finding) => piecesOf(bytes, finding, [KEY_HEAD]));
    const keys = heads.get(sha1);
    if (keys === undefined) {
      pieces ??= digestsOf(found, (finding) => piecesOf(bytes, finding, PIECES));
      return pieces.get(sha1) ?? [];
    }
    const here = onLines(secret, keys);
    return here.length > 0 || keys.length > 1 ? here : keys;
  };
}

/** Findings by the hashes of what belongs to them. */
type Digests = ReadonlyMap<string, readonly RawFinding[]>;

function digestsOf(found: readonly RawFinding[], textsOf: (finding: RawFinding) => readonly string[]): Digests {
  const digests = new Map<string, RawFinding[]>();
  for (const finding of found) {
    for (const text of new Set(textsOf(finding))) {
      const key = digest(text);
      const same = digests.get(key);
      if (same === undefined) digests.set(key, [finding]);
      else same.push(finding);
    }
  }
  return digests;
}

/** The pieces of its lines that a finding lies over. */
function piecesOf(bytes: Uint8Array, { start, end }: RawFinding, forms: readonly RegExp[]): readonly string[] {
  const from = start === 0 ? 0 : bytes.lastIndexOf(NEWLINE, start - 1) + 1;
  const newline = bytes.indexOf(NEWLINE, end);
  const to = newline < 0 ? bytes.length : newline;
  if (to - from > LONGEST_LINE) return [];
  const text = Buffer.from(bytes.subarray(from, to)).toString('latin1');
  return forms.flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ 0: whole, 1: piece = whole, index }) => {
      const at = from + index + whole.indexOf(piece);
      return at < end && at + piece.length > start ? [piece] : [];
    }),
  );
}

function digest(latin1: string): string {
  return createHash('sha1').update(latin1, 'latin1').digest('hex');
}
