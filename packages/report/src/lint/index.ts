/** What lint found, as people and programs read it; an entrance of its own, so that nothing of leases comes with it and it with nothing of leases. */

export { oneLine } from '../plain.ts';
export { type Annotation, annotationLines, lintAnnotations } from './lint-annotations.ts';
export { lintCodeQuality } from './lint-code-quality.ts';
export { lintGitlab } from './lint-gitlab.ts';
export { lintJson, lintJsonLines } from './lint-json.ts';
export { lintJunit } from './lint-junit.ts';
export type { LintRun, RuleText } from './lint-run.ts';
export { lintSarif } from './lint-sarif.ts';
export { lintJsonSchema } from './lint-schema.ts';
export { lintSummary } from './lint-summary.ts';
export { lintText, type Paint } from './lint-text.ts';
export { grouped } from './tally.ts';
