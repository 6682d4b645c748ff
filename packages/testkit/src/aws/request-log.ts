/** What the stand-in was asked and what it answered. */

/** One request, answered. */
export interface LoggedRequest {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly service: 'sts' | 'iam' | 's3';
  /** `AssumeRoleWithWebIdentity`, `PutRolePolicy`; for S3 `GetObject`, `ListBucket` and so on. */
  readonly action: string;
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  /** AWS's error code, undefined on success. */
  readonly code: string | undefined;
  /** Session that signed it, undefined when none did. */
  readonly sessionName: string | undefined;
}

export interface RequestLog {
  readonly entries: readonly LoggedRequest[];
  add(entry: LoggedRequest): void;
  /** Resolves with the first request of an action, at once when there was one already. */
  seen(action: string): Promise<LoggedRequest>;
}

export function newRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  const waiting: { readonly action: string; readonly resolve: (entry: LoggedRequest) => void }[] = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      for (const wait of waiting) if (wait.action === entry.action) wait.resolve(entry);
    },
    seen(action) {
      const earlier = entries.find((entry) => entry.action === action);
      if (earlier) return Promise.resolve(earlier);
      return new Promise((resolve) => waiting.push({ action, resolve }));
    },
  };
}
