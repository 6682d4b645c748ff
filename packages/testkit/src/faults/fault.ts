/** The ways in which the other side fails. */

/** One way. Where it says `after`, the target has done the request, and only its answer is spoilt. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly after?: boolean }
  /** The connection is reset without an answer. */
  | { readonly kind: 'reset'; readonly after?: boolean }
  /** Nothing ever comes. */
  | { readonly kind: 'hang'; readonly after?: boolean }
  /** The answer stops half-way: `content-length` promises more than is sent. */
  | { readonly kind: 'truncated' }
  /** A page for people instead of an answer, as a captive portal or a proxy gives it. */
  | { readonly kind: 'html'; readonly status?: number }
  /** The answer comes in so many pieces, one every so many milliseconds. */
  | { readonly kind: 'drip'; readonly pieces: number; readonly everyMs: number }
  /** The answer is whole, its `Date` is off by so many milliseconds. */
  | { readonly kind: 'clock'; readonly offsetMs: number };

/** The faults of a matrix, by the name that a test title shows. */
export const FAULTS: Readonly<
  Record<
    | '429 with Retry-After'
    | '429 without Retry-After'
    | '500'
    | '503'
    | '503 after the request was done'
    | 'reset'
    | 'reset after the request was done'
    | 'hang'
    | 'hang after the request was done'
    | 'truncated body'
    | 'HTML instead of an answer'
    | 'HTML with 502'
    | 'slow drip'
    | 'clock an hour ahead',
    Fault
  >
> = Object.freeze({
  '429 with Retry-After': { kind: 'status', status: 429, retryAfter: '1' },
  '429 without Retry-After': { kind: 'status', status: 429 },
  '500': { kind: 'status', status: 500 },
  '503': { kind: 'status', status: 503 },
  '503 after the request was done': { kind: 'status', status: 503, after: true },
  reset: { kind: 'reset' },
  'reset after the request was done': { kind: 'reset', after: true },
  hang: { kind: 'hang' },
  'hang after the request was done': { kind: 'hang', after: true },
  'truncated body': { kind: 'truncated' },
  'HTML instead of an answer': { kind: 'html' },
  'HTML with 502': { kind: 'html', status: 502 },
  'slow drip': { kind: 'drip', pieces: 5, everyMs: 20 },
  'clock an hour ahead': { kind: 'clock', offsetMs: 3_600_000 },
});
