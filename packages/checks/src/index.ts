/** Finds static secrets in bytes. */

export { RULES, ruleById, SHORT_PREFIXES } from './secrets/catalogue.ts';
export { exampleMaker } from './secrets/example-maker.ts';
export { toFinding } from './secrets/finding.ts';
export { fingerprint } from './secrets/fingerprint.ts';
export { wordOfTests } from './secrets/fixture.ts';
export { foreignComment } from './secrets/foreign-allow.ts';
export { isHalf } from './secrets/pair.ts';
export { type Lines, linesOf, type Position } from './secrets/position.ts';
export type { RawFinding } from './secrets/raw-finding.ts';
export type { Candidate, ExampleMaker, Examples, SecretRule, Verdict } from './secrets/rule.ts';
export { newScanner, type Scanner } from './secrets/scanner.ts';
export { type Opening, type Reach, reachOf } from './secrets/suspects.ts';
