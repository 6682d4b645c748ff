/** The systems that give and take back credentials. */

export type { AwsOptions } from './aws/aws-options.ts';
export type { AwsCredential, AwsEndpoints, AwsHandle, Probe } from './aws/handle.ts';
export { aws } from './aws/index.ts';
export type { AwsRefusal, TokenRefusal } from './aws/refusal.ts';
export { runPattern } from './aws/session-name.ts';
export * from './aws/trust/index.ts';
export { ENDINGS, PROVIDERS } from './catalogue.ts';
