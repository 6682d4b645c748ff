/** What a renderer knows of a run besides its findings. */

/** Texts of a rule that reports quote. */
export interface RuleText {
  /** One sentence. */
  readonly description: string;
  /** Address of the vendor's documentation. */
  readonly reference?: string;
}

/** One run of lint, described by its shell. */
export interface LintRun {
  /** Version of Leasehold. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the epoch. */
  readonly endedAt: number;
  /** Texts of a rule; undefined when the id is unknown. */
  rule(id: string): RuleText | undefined;
}

/** The name by which every report calls the tool. */
export const TOOL_NAME = 'Leasehold secret-lint';

/** Home page of the tool. */
export const TOOL_HOME = 'https://github.com/leasehold/leasehold';
