/** The CI systems that a job may run on, and the ports of a Node process. */

export * from './catalogue.ts';
export * from './github.ts';
export * from './github-log.ts';
export * from './id-token.ts';
export * from './node-http.ts';
export * from './node-ports.ts';
export * from './terminal.ts';
