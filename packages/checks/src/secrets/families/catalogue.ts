/** The families of shape-only rules, and the rules that their tables make. */

import type { SecretRule } from '../rule.ts';
import { AI } from './ai.ts';
import { CI_CD } from './ci-cd.ts';
import { CLOUD } from './cloud.ts';
import { COMMERCE } from './commerce.ts';
import { CUSTOMER_SETTINGS } from './customer-settings.ts';
import { DATABASES } from './databases.ts';
import { DEVICES } from './devices.ts';
import { EMAIL } from './email.ts';
import { ENCODED } from './encoded.ts';
import { type Family, familyRules } from './family.ts';
import { IDENTITY } from './identity.ts';
import { INFRASTRUCTURE } from './infrastructure.ts';
import { MACHINE_SETTINGS } from './machine-settings.ts';
import { MEDIA } from './media.ts';
import { MESSAGING } from './messaging.ts';
import { OBSERVABILITY } from './observability.ts';
import { PASSWORD_HASHES } from './password-hashes.ts';
import { PAYMENTS } from './payments.ts';
import { REGISTRIES } from './registries.ts';
import { settingRules } from './setting.ts';
import { TRADING } from './trading.ts';
import { VERSION_CONTROL } from './version-control.ts';
import { WORKPLACE } from './workplace.ts';

/** In the order of what a leak costs, from the supply chain to a password that has yet to be guessed; the order decides nothing else. */
export const FAMILIES: readonly Family[] = [
  VERSION_CONTROL,
  REGISTRIES,
  CI_CD,
  CLOUD,
  INFRASTRUCTURE,
  ENCODED,
  IDENTITY,
  DATABASES,
  PAYMENTS,
  TRADING,
  AI,
  MESSAGING,
  EMAIL,
  OBSERVABILITY,
  COMMERCE,
  WORKPLACE,
  MEDIA,
  DEVICES,
  PASSWORD_HASHES,
];

const RULES = FAMILIES.flatMap(familyRules);

/**
 * The rules of all families. Where several match a value, the one with the longest prefix is meant; among equals the first, for which those that need a word nearby stand before those that do not.
 */
export const SHAPE_RULES: readonly SecretRule[] = [
  ...RULES.filter((rule) => rule.near !== undefined),
  ...RULES.filter((rule) => rule.near === undefined),
];

/** The rules of values that only the name of their setting tells; a kernel must be told of those names. */
export const SETTING_RULES: readonly SecretRule[] = settingRules([...MACHINE_SETTINGS, ...CUSTOMER_SETTINGS]);
