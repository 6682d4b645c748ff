/** Scans of what changes: staged, in a range of commits, or by a pull request. */

export type { ChangesPorts, ChangesRequest } from './ground.ts';
export { scanPullRequest } from './scan-pull-request.ts';
export { type RangeRequest, scanRange } from './scan-range.ts';
export { scanStaged } from './scan-staged.ts';
