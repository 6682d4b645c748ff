/** All rules that go by the context. */

import type { SecretRule } from '../rule.ts';
import { NAME_RULES } from './name-rules.ts';
import { VENDOR_RULES } from './vendor-rules.ts';

/** Their values are found by the context sweep alone, so none has a prefix. */
export const CONTEXT_RULES: readonly SecretRule[] = [...NAME_RULES, ...VENDOR_RULES];
