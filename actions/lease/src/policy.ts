/** Of the policy package only what a lease takes, so that its chunk holds no more: a package imported on demand is packed whole. */

export { decide, grantTrust, readPolicy } from '@leasehold/policy';
