/** Finds every place in bytes that is worth a second look, in one pass. */

export { STEMS } from './anchors.ts';
export { type Following, type HeadTable, headTables, type RunHead } from './head-table.ts';
export * from './kernel.ts';
export * from './open.ts';
export type { Choice, Whole } from './run-heads.ts';
export * from './sha256.ts';
export * from './text-counts.ts';
export type { Wording } from './wording.ts';
