/** What ending a session needs of IAM, as a port: the protocols stand on it, and so do their models. */

/** The leased role as IAM shows it. */
export interface IamRole {
  /** First half of `aws:userid`; another one means another role under the same name. */
  readonly roleId: string;
  /** ARN of its permissions boundary. */
  readonly boundary?: string;
}

/** One version of a managed policy; ids count up and are never used twice. */
export interface PolicyVersion {
  /** Such as `v7`. */
  readonly id: string;
  readonly isDefault: boolean;
}

/** `full`: it would not fit; `gone`: the role or policy is not there. */
export type WriteOutcome = 'written' | 'full' | 'gone';

/**
 * IAM about one role, and about the managed policy that is its boundary.
 *
 * Every method throws DeniedError `ERR_AWS_REVOKER_DENIED` when it is refused and UpstreamError when no answer came; what is not there reads as undefined or as an empty list, and deleting it is success.
 */
export interface Iam {
  role(): Promise<IamRole | undefined>;
  policyNames(): Promise<readonly string[]>;
  policy(name: string): Promise<string | undefined>;
  putPolicy(name: string, document: string): Promise<WriteOutcome>;
  deletePolicy(name: string): Promise<void>;
  versions(arn: string): Promise<readonly PolicyVersion[]>;
  version(arn: string, id: string): Promise<string | undefined>;
  /** Writes a version and makes it the default; `full` when five are there already. */
  createVersion(arn: string, document: string): Promise<WriteOutcome>;
  deleteVersion(arn: string, id: string): Promise<void>;
  /** Milliseconds since the epoch by IAM's clock. */
  now(): number;
}
