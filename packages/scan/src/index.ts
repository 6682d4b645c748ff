/** What is scanned: the working tree as git sees it, or bytes that were handed over; and what may stay there. */

export { type AllowEntry, isExpired, type ListedEntry } from './allow-entry.ts';
export { ALLOW_FILE, addToAllowFile, readAllowFile } from './allow-file.ts';
export { parseAllowList, printAllowList } from './allow-list.ts';
export { MERGE_LINE, mergesAsUnion } from './allow-merge.ts';
export { allowFileOf } from './allowance.ts';
export { readyArchives } from './archives/archive-loader.ts';
export { type CheckedRule, type CheckedRules, checkRules } from './custom/check-rules.ts';
export { type PlacedRule, placedRules, readyRules, ruleLookup } from './custom/rule-loader.ts';
export { ruleJsonSchema } from './custom/rule-schema.ts';
export { RULES_FOLDER, type ScannerSource, scannerSource } from './custom/scanner-source.ts';
export { type CommentedSecret, type ImportedComments, importComments } from './import/import-comments.ts';
export { type ImportedSecret, type ImportWish, importList } from './import/import-list.ts';
export { oldFiles } from './import/old-file.ts';
export { readIgnoreList, USUAL_IGNORE_LISTS } from './import/read-ignore-list.ts';
export type { ScanReport } from './lint-report.ts';
export { openScanner, type RoomyScanner } from './open-scanner.ts';
export { expectLongRun } from './pace.ts';
export { type BytesRequest, scanBytes } from './scan-bytes.ts';
export type { ScanPorts, ScanRequest } from './scan-request.ts';
export { scanTree, type TreeRequest } from './scan-tree.ts';
