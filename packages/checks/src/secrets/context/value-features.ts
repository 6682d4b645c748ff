/** How a value looks: its length, its signs, whether its letters make words, and what it could be instead of a credential. */

import { type Letters, readLetters } from './letters.ts';
import type { Note } from './note.ts';
import type { Operand } from './operand.ts';

const TEMPLATE =
  /\$\{|\{\{|\}\}|#\{|<[\w .-]+>|%[sdvq@(]|%\w+%|^\$[A-Za-z_(]|^\{\w*\}$|\[[\w ]+\]|^@\w+@$|\.\.\.|\u2026|\*{3}|^:\w+$|\xe2\x80\xa6/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const FILLER =
  /example|sample|dummy|placeholder|change.?me|redacted|foo|bar\b|baz|test|todo|your|xxx|none|null|undefined|default|value|string|here|insert|replace|secret|passw|pass\b|token|admin|user|root|demo|hello|world|qwer|abc|123|letmein|some|invalid|wrong|fake|mock|hidden|key/i;
const PATH =
  /^(?:[.~]{0,2}\/|[A-Z]:\\)|\.(?:pem|key|crt|cer|json|ya?ml|txt|js|ts|py|rb|go|php|html?|xml|conf|properties|env|png|svg|css|sh|md|p12|jks|pub|enc|db|sql|java|cs|log)$|\/.*\//i;

/** What the crosses are made of. */
export interface Look {
  /** 0 to 1: how little its letters make words. */
  readonly strange: number;
  /** 0 to 1: how often letters and digits change. */
  readonly mixed: number;
  /** From 16 characters on, in one piece. */
  readonly long: boolean;
  readonly signs: Signs;
}

const LENGTHS: readonly (readonly [number, string])[] = [
  [64, 'length 64'],
  [32, 'length 32'],
  [20, 'length 20'],
  [14, 'length 14'],
  [10, 'length 10'],
  [8, 'length 8'],
  [6, 'length 6'],
];

/** Notes what is seen of the signs of a value. */
export function valueFeatures(value: string, letters: Letters, note: Note): Look {
  const length = value.length;
  note(lengthOf(length));
  const signs = count(value);
  const reading = readLetters(value, letters);
  const strange = reading.triples === 0 ? 0 : reading.unseen / reading.triples;
  const mixed = Math.min(1, signs.changes / 6);
  note('strange', strange);
  note('strange triples', Math.min(4, reading.unseen) / 4);
  note('surprise', Math.min(3, Math.max(-1, reading.surprise - 4)));
  note('mixed', mixed);
  if (signs.digits > 0) note('has digit');
  if (signs.upper > 0 && signs.lower > 0) note('has both cases');
  if (signs.other > 0) note('has signs', Math.min(3, signs.other) / 3);
  if (signs.digits === length) note('only digits');
  if (signs.digits + signs.lower === length && signs.digits === 0) note('one lower word');
  if (signs.upper === length) note('one upper word');
  if (signs.high > 0) note('not ascii');
  if (signs.blanks > 0) note(signs.blanks > 1 ? 'prose' : 'two words');
  const joined = signs.blanks === 0;
  if (joined && length >= 16 && signs.hex === length && signs.digits > 1) note('hex');
  if (length === 36 && UUID.test(value)) note('uuid');
  if (joined && length >= 20 && signs.upper > 1 && signs.lower > 1 && signs.digits > 0 && strange > 0.1) note('base64');
  note('distinct', signs.distinct / Math.min(length, 16));
  return { strange, mixed, long: joined && length >= 16, signs };
}

function lengthOf(length: number): string {
  for (const [least, feature] of LENGTHS) if (length >= least) return feature;
  return 'length 4';
}

/** What {@link shapeFeatures} may note. */
export const SHAPE_FEATURES: readonly string[] = [
  ...['template', 'filler', 'url', 'path', 'camel case', 'capitalised', 'snake case', 'constant', 'member', 'mail', 'version'],
  ...['word and number', 'sign at the end', 'code signs', 'number', 'like its name', 'says its name'],
];

/** Notes what a value could be instead of a credential. */
export function shapeFeatures({ value, name }: Operand, signs: Signs, note: Note): void {
  const { upper, lower, digits, blanks, high, other } = signs;
  // What the signs rule out need not be looked for: most values have few kinds of them.
  const isPlain = other === 0 && high === 0 && blanks === 0;
  if ((!isPlain || value.includes('...')) && TEMPLATE.test(value)) note('template');
  if (FILLER.test(value)) note('filler');
  if (value.includes('://')) note('url');
  else if (PATH.test(value)) note('path');
  if (upper + lower === value.length) {
    if (/^[a-z]+(?:[A-Z][a-z]+)+$/.test(value)) note('camel case');
    if (/^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(value)) note('capitalised');
  }
  if (isPlain) {
    if (upper + digits === 0 && /^[a-z]+(?:[_-][a-z]+)+$/.test(value)) note('snake case');
    if (lower === 0 && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)) note('constant');
    if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value)) note('member');
    if (/^[a-z]+[-_]?\d{1,4}$/i.test(value)) note('word and number');
    if (/^0x[0-9a-f]+$/i.test(value)) note('number');
  }
  if (digits > 0 && (/^v?\d+(?:\.\d+)+/.test(value) || /^[~^]\d/.test(value))) note('version');
  if (other > 0) {
    if (/^[\w.+-]+@[\w.-]+$/.test(value)) note('mail');
    if (/[A-Za-z0-9][!@#$%^&*?]+$/.test(value)) note('sign at the end');
    if (/[()=;{}[\],\\]/.test(value)) note('code signs', blanks > 0 ? 1 : 0.5);
  }
  likeness(value, name, note);
}

function likeness(value: string, name: string, note: Note): void {
  const one = value.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
  const other = name.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
  if (one.length >= 3 && other.includes(one)) note('like its name');
  else if (other.length >= 3 && one.includes(other)) note('says its name');
}

/** What there is of each kind of sign. */
export interface Signs {
  readonly upper: number;
  readonly lower: number;
  readonly digits: number;
  readonly hex: number;
  readonly blanks: number;
  readonly high: number;
  readonly other: number;
  /** Between letters and digits. */
  readonly changes: number;
  /** Among the first sixteen, by their low five bits. */
  readonly distinct: number;
}

function count(value: string): Signs {
  let [upper, lower, digits, hex, blanks, high, other, changes] = [0, 0, 0, 0, 0, 0, 0, 0];
  let before = 0;
  let [seen, distinct] = [0, 0];
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (at < 16) {
      const bit = 1 << (code & 31);
      if ((seen & bit) === 0) distinct++;
      seen |= bit;
    }
    let kind = 0;
    if (code >= 0x61 && code <= 0x7a) {
      lower++;
      kind = 1;
      if (code <= 0x66) hex++;
    } else if (code >= 0x41 && code <= 0x5a) {
      upper++;
      kind = 1;
      if (code <= 0x46) hex++;
    } else if (code >= 0x30 && code <= 0x39) {
      digits++;
      hex++;
      kind = 2;
    } else if (code <= 0x20) blanks++;
    else if (code >= 0x80) high++;
    else if (code !== 0x5f && code !== 0x2d && code !== 0x2e) other++;
    if (kind !== 0 && before !== 0 && kind !== before) changes++;
    before = kind;
  }
  return { upper, lower, digits, hex, blanks, high, other, changes, distinct };
}
