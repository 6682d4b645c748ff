/** A static secret that was found: where, how sure, and what to do; never the secret itself. */

/** How strong the evidence is, strongest first. */
export const TIERS = ['proven', 'paired', 'prefixed', 'contextual', 'heuristic'] as const;

/**
 * `proven`: a checksum, a structure or key mathematics holds; `paired`: an id and its secret stand together; `prefixed`: the vendor's own prefix and shape; `contextual`: what stands near names it; `heuristic`: it only looks like one.
 */
export type Tier = (typeof TIERS)[number];

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A place in a file; lines and columns count from 1, columns in units of UTF-16, the end is the last of them. */
export interface SourceSpan {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What to do about a secret of one kind. */
export interface Remedy {
  /** Where it is rotated or revoked, one sentence. */
  readonly rotate: string;
  /** The Leasehold provider that makes it needless. */
  readonly provider?: string;
}

/** Where in the history of a repository a secret stands. */
export interface Provenance {
  /** Id of the object that was looked at. */
  readonly object: string;
  /** Who wrote the commit that brought it. The address is for programs: no report for people shows it. */
  readonly author?: { readonly name: string; readonly mail: string };
  /** When that was, in milliseconds since the epoch, by the author's clock. */
  readonly date?: number;
  /** A ref in whose newest version it still stands, `HEAD` before all others. */
  readonly standsIn?: string;
  /** The commit that took it out, where it stands in no newest version. */
  readonly removed?: { readonly commit: string; readonly date: number };
  /** Whether no ref leads to it: it is in the object store only. */
  readonly unreachable?: boolean;
}

/** One finding. */
export interface Finding {
  readonly ruleId: string;
  readonly title: string;
  readonly tier: Tier;
  readonly severity: Severity;
  /** Whether it fails the build, by the tier that was asked for. */
  readonly fails: boolean;
  readonly at: SourceSpan;
  /** Hash of the rule's family and the value: the same wherever the line moves. */
  readonly fingerprint: string;
  /** Redacted. */
  readonly preview: string;
  /** Why it fired, one reason each. */
  readonly why: readonly string[];
  readonly remedy: Remedy;
  /** Id of the commit that brought it, where history was scanned. */
  readonly commit?: string;
  /** What else is known of it there. */
  readonly provenance?: Provenance;
}

/** Tells whether a tier is at least as strong as another. */
export function atLeast(tier: Tier, floor: Tier): boolean {
  return TIERS.indexOf(tier) <= TIERS.indexOf(floor);
}

/** Something that was not scanned, and why. */
export interface SkippedFile {
  readonly path: string;
  /** A few words in lower case, the same for all files that share it: `too large`, `unreadable: EACCES`. */
  readonly reason: string;
}

/** What one run of the scan found, and what it did not look at. */
export interface LintReport {
  readonly findings: readonly Finding[];
  /** How many files were scanned. */
  readonly files: number;
  /** Whether `files` counts versions of files, of which a history has many. */
  readonly versions?: boolean;
  /** How many bytes were scanned. */
  readonly bytes: number;
  readonly skipped: readonly SkippedFile[];
  /** How many findings the allow list took out. */
  readonly allowed: number;
  /** What the reader should know besides, one sentence each: allow entries that expired or were not used, … */
  readonly notes: readonly string[];
  /** Findings of this tier and stronger ones fail. */
  readonly failOn: Tier;
}
