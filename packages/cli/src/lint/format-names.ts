/** The names that `--format` of lint takes. */

/** Every format, the one for people first. */
export const LINT_FORMATS = ['text', 'json', 'jsonl', 'sarif', 'github', 'junit', 'gitlab', 'gitlab-codequality'] as const;

/** One of the names. */
export type LintFormat = (typeof LINT_FORMATS)[number];
