/** Objects that are read one by one, without what walks whole packs. */

export { newBatchReader } from './batch-output.ts';
export * from './commit.ts';
export * from './git-object.ts';
export * from './object-store.ts';
export { type RefTarget, readRef } from './ref.ts';
export * from './tree-entries.ts';
