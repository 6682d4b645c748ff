/** The life of a lease, over ports: acquire it, release it. */

export * from './acquire.ts';
export * from './ask.ts';
export * from './environment.ts';
export * from './parts.ts';
export * from './prepare.ts';
export * from './record.ts';
export * from './release.ts';
