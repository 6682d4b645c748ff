/** The partitions of AWS: separate clouds with names, hosts and a home for IAM of their own. */

/** One partition. */
export interface Partition {
  readonly id: string;
  /** What its regions begin with. */
  readonly regions: RegExp;
  /** What its hosts end with. */
  readonly suffix: string;
  /** What its dual-stack hosts end with, where it has any. */
  readonly dualStackSuffix?: string;
  /** Host of IAM, which is one per partition. */
  readonly iam: string;
  /** Region that signatures for IAM name. */
  readonly iamRegion: string;
  /** Whether STS and S3 have hosts of their own for FIPS 140; the government's hosts are validated as they are. */
  readonly fips?: 'separate-hosts' | 'all-hosts';
  /** Audience that identity providers there are registered with, where it is not `sts.amazonaws.com`. */
  readonly audience?: string;
}

/** In the order in which a region is looked up: the commercial one takes what no other names, and so comes last. */
export const PARTITIONS: readonly Partition[] = [
  {
    id: 'aws-cn',
    regions: /^cn-/,
    suffix: 'amazonaws.com.cn',
    dualStackSuffix: 'api.amazonwebservices.com.cn',
    iam: 'iam.cn-north-1.amazonaws.com.cn',
    iamRegion: 'cn-north-1',
    audience: 'sts.amazonaws.com.cn',
  },
  {
    id: 'aws-us-gov',
    regions: /^us-gov-/,
    suffix: 'amazonaws.com',
    dualStackSuffix: 'api.aws',
    iam: 'iam.us-gov.amazonaws.com',
    iamRegion: 'us-gov-west-1',
    fips: 'all-hosts',
  },
  { id: 'aws-iso', regions: /^us-iso-/, suffix: 'c2s.ic.gov', iam: 'iam.us-iso-east-1.c2s.ic.gov', iamRegion: 'us-iso-east-1' },
  {
    id: 'aws-iso-b',
    regions: /^us-isob-/,
    suffix: 'sc2s.sgov.gov',
    iam: 'iam.us-isob-east-1.sc2s.sgov.gov',
    iamRegion: 'us-isob-east-1',
  },
  {
    id: 'aws-iso-e',
    regions: /^eu-isoe-/,
    suffix: 'cloud.adc-e.uk',
    iam: 'iam.eu-isoe-west-1.cloud.adc-e.uk',
    iamRegion: 'eu-isoe-west-1',
  },
  {
    id: 'aws-iso-f',
    regions: /^us-isof-/,
    suffix: 'csp.hci.ic.gov',
    iam: 'iam.us-isof-south-1.csp.hci.ic.gov',
    iamRegion: 'us-isof-south-1',
  },
  {
    id: 'aws-eusc',
    regions: /^eusc-/,
    suffix: 'amazonaws.eu',
    iam: 'iam.eusc-de-east-1.amazonaws.eu',
    iamRegion: 'eusc-de-east-1',
  },
  {
    id: 'aws',
    regions: /^/,
    suffix: 'amazonaws.com',
    dualStackSuffix: 'api.aws',
    iam: 'iam.amazonaws.com',
    iamRegion: 'us-east-1',
    fips: 'separate-hosts',
  },
];

/** The partition of that name, or undefined when there is none. */
export function partitionNamed(id: string): Partition | undefined {
  return PARTITIONS.find((partition) => partition.id === id);
}

/** The partition that a region lies in. */
export function partitionOfRegion(region: string): Partition {
  const found = PARTITIONS.find((partition) => partition.regions.test(region));
  // The last entry takes every region.
  return found as Partition;
}
