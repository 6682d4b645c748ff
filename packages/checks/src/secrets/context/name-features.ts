/** What the name of a value says. */

import type { Note } from './note.ts';

/** What a name is about, in this order: the first that fits. */
const ABOUT: readonly (readonly [string, RegExp])[] = [
  ['scheme', /^(?:bearer|basic|ntlm|authorization|x-auth\S*)$/],
  ['pass', /pass|pwd|pw$|pwr/],
  ['salt', /salt|nonce|signature/],
  ['secret', /secr/],
  ['token', /toke|bear/],
  [
    'api key',
    /(?:api|access|secret|private|encrypt\w*|auth|account|master|sign\w*|consumer|shared|license|storage|n|app)[_.-]?key/,
  ],
  ['only key', /^[$@]?(?:\w+\.)?keys?$/],
  ['key', /key/],
  ['auth', /auth|cred|basic|psk|dsn/],
];
/** Ends of names of what is about a credential and none itself. */
const ABOUT_IT =
  /(?:type|name|id|ur[il]|path|file|field|label|title|text|message|msg|error|hint|length|len|size|policy|header|prefix|suffix|format|expir\w*|ttl|timeout|count|index|code|host|endpoint|param\w*|placeholder|regexp?|pattern|class|style|version|alg\w*|method|mode|scope|realm|provider|enabled|required|status|state|date|time|at|url|uri|dir|folder|location|info|description|rule|strength|reset|help|input|box|button|page|form|view|map|list|set|store|manager|service|server|client|handler|factory|config|options?|by|as|for|in|of|is|has|column|table|group|role|user(?:name)?|login|email|domain|tag|env|var|ref|source|selector|element|xpath|css|icon|usage|test)s?$/;

/**
 * Notes what is seen of the name.
 *
 * @returns what it is about
 */
export function nameFeatures(name: string, scheme: string, note: Note): string {
  const folded = name.toLowerCase();
  const about = scheme === '' ? (ABOUT.find(([, words]) => words.test(folded))?.[0] ?? 'other') : 'scheme';
  note(`says ${about}`);
  if (/(?:pass(?:w(?:or)?d|phrase|code)?|pwd?|secret|token|key|creds?|credentials?|auth|salt|psk|dsn)\d*$/.test(folded))
    note('ends so');
  if (ABOUT_IT.test(folded)) note('about it');
  if (
    /label|title|mandatory|forgot|change|repeat|match|success|hint|advice|show|hide|enter|tooltip|instruction|policy|must|invalid|missing|require|two.?factor|2fa/.test(
      folded,
    )
  )
    note('message name');
  if (/hash|digest|encrypted|fingerprint|checksum|sum$/.test(folded)) note('hashed');
  if (/confirm|repeat|again|old|new|wrong|invalid|test|fake|dummy|example/.test(folded)) note('second name');
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)) note('constant name');
  if (name.includes('.') || name.includes('$')) note('member name');
  return about;
}
