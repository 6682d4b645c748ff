/** Objects of git repositories, read from their files. */

export * from './appearances.ts';
export { type GitPorts, readByGit, readUnread } from './git-process.ts';
export type { Person } from './headers.ts';
export * from './history-log.ts';
export * from './objects.ts';
export type { Pack } from './pack.ts';
export { type PackPlan, planPack } from './pack-plan.ts';
export * from './refs.ts';
export * from './tag.ts';
export * from './walk-pack.ts';
export type { LeftOut, WalkSummary } from './walk-summary.ts';
export { turnsOf } from './walk-turns.ts';
export * from './ways.ts';
