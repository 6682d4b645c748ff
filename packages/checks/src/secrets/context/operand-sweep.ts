/** Makes candidates of what the kernel shows: an operator with a credential word on its left, and runs that such a word introduces. */

import { latin1 } from '../window.ts';
import { carriedBy } from './carried.ts';
import { flagAt } from './flag.ts';
import { introductionOf } from './introduction.ts';
import { BEFORE, leftSide, lineEnd, lineStart } from './left-side.ts';
import { type FileKind, fileKind, type Operand, type Surroundings } from './operand.ts';
import { LONGEST, rightSide } from './right-side.ts';

/** How far the line is looked at behind the value. */
const AFTER = 40;
/** Values that lie in each other may be made to cost time: bytes of values for each byte of the file, */
const EACH_BYTE = 2;
/** beyond so many. */
const FREE = 65_536;
/** A file with more is a list of secrets. */
const MOST = 20_000;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const DASH = 0x2d;

/** Names that speak of a credential. */
const STEM = /pass|pwd|(?:^|[_.-])pw$|pw[dr]|secr|toke|key|auth|cred|bear|salt|psk|dsn|signature|basic$/i;
/** Names of what is published, of ids and hashes, and of other things that have such a word in them. */
const NO_NAME =
  /public|pub[_-]?key|key[_-]?id$|hash$|sha\d{1,3}$|md5$|.@|author(?!i)|keyword|keyboard|keycode|foreign_?key|authenticate$|tokeni[sz]|credit|psalt|\.(?:[jt]sx?|py|rb|java|md|json|ya?ml|html|css|php|cpp|txt)$|^on[a-z]{3,14}$/i;
/** What is no value: words of a language, what stands for none or a shortened one, numbers, dates, the letters of a pattern, a hash, a password's hash (which has rules of its own), a public key. */
const NO_VALUE =
  /[ \t\x80-\xff]|^(?:true|false|null|none|nil|undefined|yes|no)$|^-?0x|^\d{1,10}[lu]{1,2}$|\.\.\.|^\\[ux]|^\d{4}-\d\d-\d\d|[Aa]-[Zz]|0-9[Aa]-|^(?:sha\d{1,3}|md5)[-:]|^\$2[abxy]?\$|^\$argon2|^ssh-|^AAAA[BC]3/i;
/** A name that any map has, and a word that no generator makes. */
const PLAIN_KEY = /^[$@]?keys?$/i;
const PLAIN_WORD = /^[^0-9]{1,24}$/;
const SCHEME_NAME = /^(?:bearer|basic|ntlm)$/i;

/** One pass over a file; places come in order of their start. */
export interface OperandSweep {
  /** An operator. */
  assignment(start: number, end: number): void;
  /** A run of token characters; those are enough that begin within 40 bytes behind a credential word on their line. */
  run(start: number, end: number): void;
  /** A word that may be one of the flags. */
  flag(start: number, end: number): void;
}

/** Where the candidates go. */
export interface OperandPorts {
  /** Tells at a glance whether a value is worth a candidate. */
  readonly worth: (value: string) => boolean;
  readonly each: (operand: Operand, kind: FileKind) => void;
}

/** Goes over one file and hands every candidate on, none twice. */
export function newOperandSweep(bytes: Uint8Array, path: string, { worth, each }: OperandPorts): OperandSweep {
  const kind = fileKind(path);
  let covered = 0;
  let spent = 0;
  let handed = 0;

  /** Books what a value costs, and tells whether it may be one; what lies in a plain value is plain as well. */
  function mayBe(value: string, end: number, quoted: boolean): boolean {
    spent += value.length;
    const none = NO_VALUE.test(value);
    if (!none && worth(value)) return true;
    if (!none || !quoted) covered = end;
    return false;
  }

  function isOverdrawn(start: number): boolean {
    return handed >= MOST || spent > FREE + EACH_BYTE * start;
  }

  function surroundings(from: number, end: number): Surroundings {
    return {
      before: latin1(bytes, lineStart(bytes, from, BEFORE), from),
      after: latin1(bytes, end, lineEnd(bytes, end, AFTER)),
    };
  }

  function hand(operand: Omit<Operand, 'around'>, from: number): void {
    if (PLAIN_KEY.test(operand.name) && PLAIN_WORD.test(operand.value)) return;
    covered = operand.end;
    handed++;
    let seen: Surroundings | undefined;
    const around = (): Surroundings => {
      seen ??= surroundings(from, operand.end);
      return seen;
    };
    each({ ...operand, around }, kind);
  }

  return {
    assignment(start, end) {
      if (end < covered || isOverdrawn(start)) return;
      const right = rightSide(bytes, end, kind === 'code');
      if (right === undefined) return;
      if (right.end - right.start > LONGEST) {
        spent += LONGEST;
        return;
      }
      const carried = carriedBy(bytes, right);
      if (!mayBe(carried.value, carried.end, right.quoted)) return;
      const left = leftSide(bytes, start);
      if (left === undefined || !STEM.test(left.name) || NO_NAME.test(left.name)) return;
      const { quoted, called } = right;
      hand({ ...carried, name: left.name, tie: latin1(bytes, start, end), quoted, called }, left.start);
    },
    flag(start, end) {
      const flag = flagAt(bytes, start, end);
      if (flag === undefined || isOverdrawn(start)) return;
      const right = rightSide(bytes, flag.from, false);
      if (right === undefined || bytes[right.start] === DASH || right.end - right.start > LONGEST) return;
      const { quoted, called } = right;
      const value = latin1(bytes, right.start, right.end);
      if (!mayBe(value, right.end, quoted)) return;
      hand({ start: right.start, end: right.end, value, name: flag.name, tie: ' ', quoted, called, scheme: '' }, start);
    },
    run(start, end) {
      if (start < covered || end - start > LONGEST || isOverdrawn(start)) return;
      const introduction = introductionOf(bytes, start);
      if (introduction === undefined || NO_NAME.test(introduction.word)) return;
      const value = latin1(bytes, start, end);
      if (!mayBe(value, end, false)) return;
      const { word, tie } = introduction;
      const quoted = bytes[start - 1] === DOUBLE || bytes[start - 1] === SINGLE;
      const scheme = SCHEME_NAME.test(word) ? word.toLowerCase() : '';
      hand({ start, end, value, name: word, tie, quoted, called: false, scheme }, introduction.start);
    },
  };
}
