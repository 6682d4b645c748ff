/** What is scanned: the working tree as git sees it, or bytes that were handed over; and what may stay there. */

export type { AllowEntry, ListedEntry } from './allow-entry.ts';
export { ALLOW_FILE, addToAllowFile, readAllowFile } from './allow-file.ts';
export { parseAllowList, printAllowList } from './allow-list.ts';
export { allowFileOf } from './allowance.ts';
export type { ScanReport } from './lint-report.ts';
export { type BytesRequest, scanBytes } from './scan-bytes.ts';
export type { ScanPorts, ScanRequest } from './scan-request.ts';
export { scanTree, type TreeRequest } from './scan-tree.ts';
