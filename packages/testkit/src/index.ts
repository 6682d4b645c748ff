/** Loopback stand-ins, fakes and the runner's shoes: for tests, `leasehold try` and bench only. */

export * from './aws/aws.ts';
export type { LoggedRequest } from './aws/request-log.ts';
export type { PolicyObject, RoleOptions, SetUp } from './aws/set-up.ts';
export type { Session } from './aws/world.ts';
export * from './faults/fault.ts';
export * from './faults/faults.ts';
export * from './issuer/github-claims.ts';
export * from './issuer/issuer.ts';
export { type FileCommands, readFileCommands } from './job/file-commands.ts';
export * from './job/job.ts';
export * from './job/run-action.ts';
export type { Kill, Ran } from './job/step.ts';
export * from './ports/fake-ports.ts';
export * from './ports/loopback-http.ts';
export * from './secret-search.ts';
