/** What a renderer may know of a run of lint beside what it found. */

/** What a rule says of itself. */
export interface RuleText {
  /** One sentence. */
  readonly description: string;
  /** Address of the vendor's documentation. */
  readonly reference?: string;
}

/** The run, as the shell that made it tells it. */
export interface LintRun {
  /** Version of Leasehold. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the epoch. */
  readonly endedAt: number;
  /** What the rule of a finding says; undefined when it is not known here. */
  rule(id: string): RuleText | undefined;
}

/** The name by which every report calls the tool. */
export const TOOL_NAME = 'Leasehold secret-lint';

/** Where the tool is at home. */
export const TOOL_HOME = 'https://github.com/leasehold/leasehold';
