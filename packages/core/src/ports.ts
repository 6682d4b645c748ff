/** What the inside needs of the world; every shell hands its own in, as one object, as the last argument. */

/** Time. Nothing below the shells asks the machine itself. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after that time, or as soon as the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** One HTTP request as data. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds until the whole exchange, body included, is given up. */
  readonly timeoutMs: number;
}

/** One HTTP answer as data, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one request once: no retry, no redirect followed.
 *
 * Rejects with a retryable UpstreamError (`ERR_UPSTREAM_UNREACHABLE`, `ERR_UPSTREAM_TIMEOUT`, `ERR_UPSTREAM_TRUNCATED`) when no whole answer came.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** Lines for a person; a shell decides how they look. */
export interface Log {
  debug(line: string): void;
  info(line: string): void;
  notice(line: string): void;
  warning(line: string): void;
  error(line: string): void;
}

/** Unpredictable bytes. */
export type Random = (length: number) => Uint8Array;

/** Everything at once. */
export interface Ports {
  readonly clock: Clock;
  readonly http: Http;
  readonly log: Log;
  readonly random: Random;
}
