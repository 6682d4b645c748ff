/** The providers, each a folder that exports one value. */

import type { Provider } from '@leasehold/core';
import { aws } from './aws/index.ts';

/** Every provider, in alphabetical order: the order is how they are listed, and decides nothing, since a request names its provider. */
export const PROVIDERS: readonly Provider[] = [aws as Provider];
