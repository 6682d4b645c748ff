/** What an AWS lease is, as JSON for the post step; never a credential. */

import type { Handle } from '@leasehold/core';

/** The actions that can be asked for harmlessly, and whose answer tells a live session from a denied one. */
export const PROBE_ACTIONS = ['s3:ListBucket', 's3:GetObject', 's3:PutObject', 'sts:DecodeAuthorizationMessage'] as const;
export type ProbeAction = (typeof PROBE_ACTIONS)[number];

/** One harmless request that the lease may make. */
export interface Probe {
  readonly action: ProbeAction;
  /** ARN; `*` for the action of STS. */
  readonly resource: string;
}

/** Where the services answer. */
export interface AwsEndpoints {
  /** Without a trailing slash. */
  readonly sts: string;
  readonly iam: string;
  readonly s3: string;
  /** Region that signatures for IAM name, which is one per partition. */
  readonly iamRegion: string;
  /** Region that signatures for STS and S3 name. */
  readonly region: string;
}

/** The plan of one AWS lease, and after the exchange what only the answer told. */
export interface AwsHandle extends Handle {
  readonly roleArn: string;
  readonly sessionName: string;
  /** `AROA…`, the first half of `aws:userid`; some servers do not tell it, then the revoker asks. */
  readonly roleId?: string;
  readonly endpoints: AwsEndpoints;
  /** JSON, at most 2,048 characters. */
  readonly sessionPolicy?: string;
  readonly managedPolicies: readonly string[];
  /** Seconds, 900 or more. */
  readonly durationSeconds: number;
  /** Milliseconds since the epoch, when the session policy ends the lease before AWS would. */
  readonly timeBoxEnd?: number;
  readonly revokerRole?: string;
  readonly probe?: Probe;
  /** Told to AWS in the user agent, and so in CloudTrail. */
  readonly reason?: string;
  /** Account id, when an ARN or an option told it. */
  readonly account?: string;
  /** Whether the account id is kept out of the log and the summary. */
  readonly maskAccount?: boolean;
  /** Told to AWS in the user agent. */
  readonly leaseId: string;
  /** `gh-7812345678-1`; told to AWS in the user agent. */
  readonly run: string;
  /** Name of the profile, when the credential is delivered as files. */
  readonly profile: string;
  /** Variables that were set when the lease was asked for, and would go before its own. */
  readonly shadowing: readonly string[];
  /** ARN of the session, when the answer told it. */
  readonly sessionArn?: string;
  /** Milliseconds since the epoch, once issued; the earlier of AWS's own and the time box. */
  readonly expiresAt?: number;
}

/** The credential as it is kept in the private folder and told to a probe. */
export interface AwsCredential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}
