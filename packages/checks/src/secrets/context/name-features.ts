/** What the name of a value says. */

import type { Note } from './note.ts';
import type { Operand } from './operand.ts';
import type { Look } from './value-features.ts';

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

/** Other features of a name, and the words that tell them. */
const TOLD: readonly (readonly [string, RegExp])[] = [
  ['ends so', /(?:pass(?:w(?:or)?d|phrase|code)?|pwd?|secret|token|key|creds?|credentials?|auth|salt|psk|dsn)\d*$/],
  ['about it', ABOUT_IT],
  [
    'message name',
    /label|title|mandatory|forgot|change|repeat|match|success|hint|advice|show|hide|enter|tooltip|instruction|policy|must|invalid|missing|require|two.?factor|2fa/,
  ],
  ['hashed', /hash|digest|encrypted|fingerprint|checksum|sum$/],
  ['second name', /confirm|repeat|again|old|new|wrong|invalid|test|fake|dummy|example/],
];

/** What is seen of a name: its features, and those that cross it with the value. */
interface NameLook {
  readonly features: readonly string[];
  readonly strange: string;
  readonly mixed: string;
  readonly long: string;
}

/** A repository uses few names for its credentials, again and again. */
const MOST_KEPT = 1024;
const kept = new Map<string, NameLook>();

/** Notes what is seen of the name, and what it says crossed with how the value looks. */
export function nameFeatures({ name, scheme }: Operand, { strange, mixed, long }: Look, note: Note): void {
  const seen = lookOf(name, scheme);
  for (const feature of seen.features) note(feature);
  note(seen.strange, strange);
  note(seen.mixed, mixed);
  if (long) note(seen.long);
}

function lookOf(name: string, scheme: string): NameLook {
  const key = `${scheme} ${name}`;
  let look = kept.get(key);
  if (look === undefined) {
    if (kept.size === MOST_KEPT) kept.clear();
    look = readName(name, scheme);
    kept.set(key, look);
  }
  return look;
}

function readName(name: string, scheme: string): NameLook {
  const folded = name.toLowerCase();
  const about = scheme === '' ? (ABOUT.find(([, words]) => words.test(folded))?.[0] ?? 'other') : 'scheme';
  const features = [`says ${about}`, ...TOLD.flatMap(([feature, words]) => (words.test(folded) ? [feature] : []))];
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)) features.push('constant name');
  if (name.includes('.') || name.includes('$')) features.push('member name');
  return { features, strange: `${about}*strange`, mixed: `${about}*mixed`, long: `${about}*long` };
}
