/** Finds every place in bytes that is worth a second look, in one pass. */

export { STEMS } from './anchors.ts';
export * from './kernel.ts';
export * from './open.ts';
export type { Choice, Whole } from './run-heads.ts';
