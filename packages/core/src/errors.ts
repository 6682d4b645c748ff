/** The four families of failure: each says who must act, with a stable code and a next step. */

/** What every Leasehold error carries beside its sentence. */
export interface ErrorDetail {
  /** Stable identifier, `ERR_` and capitals; documented in docs/reference/errors.md. */
  readonly code: string;
  /** One sentence with the next step of whoever must act. */
  readonly help?: string;
  /** What led to it; never a credential. */
  readonly cause?: unknown;
}

/** Base of all errors that a user may meet: one lower-case sentence without a full stop, never a secret. */
export abstract class LeaseholdError extends Error {
  readonly code: string;
  readonly help: string | undefined;

  constructor(message: string, detail: ErrorDetail) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = detail.code;
    this.help = detail.help;
  }
}

/** Where in a file something is wrong; line and column count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The author of the workflow or of the policy file must act. Exit code 2. */
export class ConfigError extends LeaseholdError {
  override readonly name = 'ConfigError';
  /** Every place that is wrong, when a file was read. */
  readonly problems: readonly Problem[];

  constructor(message: string, detail: ErrorDetail & { readonly problems?: readonly Problem[] }) {
    super(message, detail);
    this.problems = detail.problems ?? [];
  }
}

/** One mistake in a file: what, where, and what was probably meant. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly at: SourcePosition;
  /** What to write instead. */
  readonly help?: string;
}

/** The owner of the policy, or of the provider's trust, must act: the answer is no, and asking again will not change it. Exit code 1. */
export class DeniedError extends LeaseholdError {
  override readonly name = 'DeniedError';
  /** Milliseconds since the epoch by the clock of whoever refused, where it told its time. */
  readonly at: number | undefined;

  constructor(message: string, detail: ErrorDetail & { readonly at?: number }) {
    super(message, detail);
    this.at = detail.at;
  }
}

/** What an {@link UpstreamError} adds: whether asking again may help, and when. */
export interface UpstreamDetail extends ErrorDetail {
  readonly retryable: boolean;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** Milliseconds that the other side asked us to wait. */
  readonly retryAfterMs?: number;
}

/** The other side failed or could not be reached. Exit code 3. */
export class UpstreamError extends LeaseholdError {
  override readonly name = 'UpstreamError';
  readonly retryable: boolean;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, detail: UpstreamDetail) {
    super(message, detail);
    this.retryable = detail.retryable;
    this.status = detail.status;
    this.retryAfterMs = detail.retryAfterMs;
  }
}

/** We must act: this is a defect in Leasehold. Exit code 3. */
export class InternalError extends LeaseholdError {
  override readonly name = 'InternalError';
}
