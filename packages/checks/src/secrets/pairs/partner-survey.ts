/** Looks over a part of a file for what could be the other half of a pair. */

import type { SecretRule } from '../rule.ts';
import { ALNUM, HEX, isClass } from '../token-byte.ts';
import { latin1 } from '../window.ts';
import type { PartnerForm } from './pair.ts';

/** Something that could be the other half. */
export interface Partner {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** Whether a name such as `token` stands before it on its line. */
  readonly named: boolean;
  /** The rule that found it, where it has one. */
  readonly rule?: SecretRule;
}

/** What stands in a part of a file, each in order. */
export interface Area {
  readonly newlines: readonly number[];
  readonly partners: readonly Partner[];
  /** Those of them that have a name. */
  readonly named: readonly Partner[];
}

/** Signs before a value that are looked through for its name. */
const NAME_BEFORE = 64;
const NAMES = /secret|token|auth|passw|key|sign/i;
const MAIL = /^[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,30}){0,3}\.[A-Za-z]{2,12}$/;
/** The most that random signs of so few differ from each other, less what chance takes: base64 of 40 characters has 4.7 bits a character, give or take 0.2. */
const SHARE_OF_BITS = 0.79;
/** Of 16 signs there are at most four bits. */
const HEX_BITS = 3;
const NEWLINE = 0x0a;

/** Reads the bytes from `from` up to `to` once. */
export function surveyPartners(bytes: Uint8Array, from: number, to: number, form: PartnerForm): Area {
  const belongs = alphabetOf(form);
  const newlines: number[] = [];
  const partners: Partner[] = [];
  const until = Math.min(bytes.length, to);
  let run = Math.max(0, from);
  for (let at = run; at <= until; at++) {
    const byte = at < until ? (bytes[at] as number) : NEWLINE;
    if (belongs(byte)) continue;
    if (at - run >= form.least && at - run <= form.most) {
      const value = latin1(bytes, run, at);
      if (looksRight(value, form)) partners.push({ start: run, end: at, value, named: isNamed(bytes, run) });
    }
    if (byte === NEWLINE) newlines.push(at);
    run = at + 1;
  }
  return { newlines, partners, named: partners.filter((partner) => partner.named) };
}

function alphabetOf({ alphabet }: PartnerForm): (byte: number) => boolean {
  // A letter behind hex makes a longer word of it, so that all letters count as its signs.
  const more = alphabet === 'base64' ? '+/' : alphabet === 'mail address' ? '@.+-_' : '';
  const signs = new Set(Array.from(more, (sign) => sign.charCodeAt(0)));
  return (byte) => isClass(byte, ALNUM) || signs.has(byte);
}

function looksRight(value: string, { alphabet }: PartnerForm): boolean {
  if (alphabet === 'mail address') return MAIL.test(value);
  if (!/[0-9]/.test(value)) return false;
  if (alphabet === 'hex') return isHex(value) && /[a-f]/i.test(value) && bitsOf(value) >= HEX_BITS;
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && bitsOf(value) >= SHARE_OF_BITS * Math.log2(value.length);
}

function isHex(value: string): boolean {
  for (let at = 0; at < value.length; at++) if (!isClass(value.charCodeAt(at), HEX)) return false;
  return true;
}

/** Bits a character, by how often each stands in it. */
function bitsOf(value: string): number {
  const counts = new Map<string, number>();
  for (const sign of value) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

function isNamed(bytes: Uint8Array, start: number): boolean {
  const before = latin1(bytes, Math.max(0, start - NAME_BEFORE), start);
  return NAMES.test(before.slice(before.lastIndexOf('\n') + 1));
}
