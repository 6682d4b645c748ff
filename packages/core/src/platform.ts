/** The adapter to the CI system that a job runs on. */

import type { RunRef } from './lease.ts';
import type { Secret } from './secret.ts';

/** A private folder of one lease, 0700, its files 0600. */
export interface PrivateFolder {
  readonly path: string;
  /** Writes a file whole or not at all. */
  write(name: string, content: string): Promise<void>;
  /** The content, or undefined when there is no such file. */
  read(name: string): Promise<string | undefined>;
  /** Deletes the folder with all that is in it; success when it is gone already. */
  remove(): Promise<void>;
}

/** What a shell needs of the CI system. */
export interface Platform {
  readonly id: string;
  readonly title: string;
  readonly run: RunRef;
  /** Address of the run for people, when there is one. */
  readonly runUrl: string | undefined;

  /**
   * Asks the platform for an ID token: one attempt, the caller retries.
   *
   * @throws ConfigError `ERR_ID_TOKEN_PERMISSION` when the job may not have one; UpstreamError otherwise
   */
  idToken(audience: string): Promise<Secret>;

  /** Hides a value in every later line of the log. */
  mask(value: string): void;
  setOutput(name: string, value: string): void;
  /** Sets a variable for the steps that follow; undefined takes it away as far as the platform can. */
  exportVariable(name: string, value: string | undefined): void;
  /** The variable as the current step sees it. */
  variable(name: string): string | undefined;
  /** Saves a value for the post step, durable when it returns. */
  remember(key: string, value: string): void;
  recall(key: string): string | undefined;
  /** Adds Markdown to the job's summary. */
  summarize(markdown: string): Promise<void>;
  /** The private folder of a lease. */
  folder(leaseId: string): PrivateFolder;
  /** Ids of the leases of this job that have a private folder, in no order. */
  folders(): Promise<readonly string[]>;
  /** Appends one line to the job's ledger file and returns the path. */
  record(line: string): Promise<string>;
}
