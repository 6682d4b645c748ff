/** Loads the custom rules of a scanner, and the module that reads them only where there are some. */

import { ruleById, type SecretRule } from '@leasehold/checks';
import { InternalError, type SourcePosition } from '@leasehold/core';
import type { ScannerSource } from './scanner-source.ts';

/** The module that reads rule files, once it was needed: it brings the YAML parser along. */
let reader: typeof import('./read-rules.ts') | undefined;

/**
 * Loads the module that reads rule files, when the source has some. In each thread it must be awaited before {@link customRules} or a scanner is asked for.
 *
 * @example
 * await readyRules(source);
 * const scanner = openScanner(source);
 */
export async function readyRules({ rulesFolder }: ScannerSource): Promise<void> {
  if (rulesFolder !== undefined) reader ??= await import('./read-rules.ts');
}

/**
 * The custom rules of a source, in the order of their files; read again at each call.
 *
 * @throws ConfigError with every mistake when a file of them is wrong
 * @throws InternalError (`ERR_RULES_UNREADY`) when {@link readyRules} was not awaited
 */
export function customRules(source: ScannerSource): readonly SecretRule[] {
  return placedRules(source).map(({ rule }) => rule);
}

/** A custom rule, and the place of its id in its file. */
export interface PlacedRule {
  readonly rule: SecretRule;
  readonly at: SourcePosition;
}

/** The same as {@link customRules}, with their places. */
export function placedRules({ rulesFolder, rulesShown }: ScannerSource): readonly PlacedRule[] {
  if (rulesFolder === undefined) return [];
  if (reader !== undefined) return reader.readRules(rulesFolder, rulesShown);
  throw new InternalError('custom rules were asked for before their reader was loaded', { code: 'ERR_RULES_UNREADY' });
}

/**
 * Finds rules by their id, custom ones as well as those of the catalogue.
 *
 * @throws as {@link customRules} does
 */
export function ruleLookup(source: ScannerSource): (id: string) => SecretRule | undefined {
  const own = new Map(customRules(source).map((rule) => [rule.id, rule]));
  return (id) => own.get(id) ?? ruleById(id);
}
