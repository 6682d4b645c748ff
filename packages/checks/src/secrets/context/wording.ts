/** What the kernel is told of words, so that it passes over assignments that the context sweep would turn down at a glance. */

import type { Wording } from '@leasehold/kernel';
import { INTRODUCERS } from './introduction.ts';
import { GIVEN_UP } from './left-side.ts';
import { wordTriples } from './score.ts';

/** Every name that the sweep takes for one of a credential has one of these in it. */
const NAMES: readonly string[] = [
  'pass',
  'pw',
  'secr',
  'toke',
  'key',
  'auth',
  'cred',
  'bear',
  'salt',
  'psk',
  'dsn',
  'sign',
  'basi',
];

/** The words, made when they are asked for. */
export function wording(): Wording {
  return { triples: wordTriples(), names: NAMES, carriers: GIVEN_UP, introducers: INTRODUCERS };
}
