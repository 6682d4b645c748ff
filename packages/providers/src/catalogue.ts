/** The providers, each a folder that exports one value. */

import type { LeaseEnding, Provider } from '@leasehold/core';
import { awsEnding } from './aws/aws-ending.ts';
import { aws } from './aws/index.ts';

/** Every provider, in alphabetical order: the order is how they are listed, and decides nothing, since a request names its provider. */
export const PROVIDERS: readonly Provider[] = [aws as Provider];

/** The endings alone: a post step that only ends loads nothing of how leases begin. */
export const ENDINGS: readonly LeaseEnding[] = [awsEnding];
