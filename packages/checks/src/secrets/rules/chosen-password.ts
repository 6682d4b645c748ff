/** Passwords that so many people choose that every list of guesses begins with them. */

import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const WORDS = [
  ...['letmein', 'trustno', 'qwerty', 'qwer', 'blink', 'newpass', 'pa55word', 'pass4now', 'correcthorsebatterystaple'],
  ...['p@ssw0rd', 'P@ssw0rd', 'Pa55word', 'Qwerty', 'Letmein'],
];

/** A setting whose name says that it is a password, up to where the value begins. */
const ASSIGNED =
  /pass(?:word|wd|phrase|code)?["'\]\w-]{0,20}\s{0,4}(?:=>|:=|[=:,>(])\s{0,4}["'`]?$|\bpwd["'\]]{0,2}\s{0,4}[=:]\s{0,4}["'`]?$/i;

function check({ before }: Candidate): Verdict {
  return ASSIGNED.test(before.slice(-64))
    ? { evidence: 'shape', why: 'a password that everybody tries first, where a password is set' }
    : { evidence: 'none' };
}

export const chosenPassword: SecretRule = {
  id: 'chosen-password',
  title: 'password that everybody tries first',
  description: 'A password that stands on every list of guesses protects nothing, wherever it is written down.',
  severity: 'medium',
  tier: 'heuristic',
  prefixes: WORDS,
  shape:
    /(?:correcthorsebatterystaple[0-9]{0,6}|(?:letmein|trustno|qwer|qwerty|blink|newpass|pass4now|[Pp](?:@ssw0|a55wo)rd|Qwerty|Letmein)[0-9]{1,6})!?/y,
  check,
  remedy: { rotate: 'Change the password to a long random one that a vault hands out.' },
  reference: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
  examples: (make) => ({
    positive: [...WORDS.map((word) => `password: "${word}${make.chars('2-9', 4)}"`), 'password: "correcthorsebatterystaple"'],
    negative: [`color: "blink${make.chars('2-9', 3)}"`, `password: "${make.pick(['letmein', 'qwerty', 'P@ssw0rd'])}"`],
  }),
};
