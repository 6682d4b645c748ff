/** What every scan is told. */

import type { Tier } from '@leasehold/core';

/** Where a scan stands, and what fails. */
export interface ScanRequest {
  /** Absolute, with links followed; paths count from here, in the request and in the report. */
  readonly cwd: string;
  /** Findings of this tier and stronger ones fail. */
  readonly failOn: Tier;
  /** Whether the allow list counts; it does unless this is false. */
  readonly allowList?: boolean;
  /** Folder or file of custom rules, from `cwd`; `.leasehold/rules` of the repository when it is left out. */
  readonly rules?: string;
  /** Whether to look into archives, within bounds, and not at their own bytes; `readyArchives` must have been awaited then. */
  readonly archives?: boolean;
}

/** What a scan needs of the world besides its files. */
export interface ScanPorts {
  /** Milliseconds since the epoch; entries of the allow list expire by it. */
  readonly now: () => number;
  /** Called now and then with totals so far. */
  readonly progress?: (files: number, bytes: number) => void;
}
