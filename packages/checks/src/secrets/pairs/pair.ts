/** What a pair is: an id or key that a rule finds, and what must stand near it for both to be worth something. */

import type { Severity } from '@leasehold/core';

/** How a half looks that has no rule of its own. */
export interface PartnerForm {
  /** Signs that it is spelt with. */
  readonly alphabet: 'base64' | 'letters and digits' | 'hex' | 'mail address';
  /** Characters. */
  readonly least: number;
  readonly most: number;
  /** Others look like it too, such as checksums: it counts beside the id, or behind a name such as `token`. */
  readonly named?: boolean;
}

/** What belongs together. */
export interface Pair {
  /** The rule that finds one half. The pair is reported under it, or under the rule of the other half where that has one. */
  readonly ruleId: string;
  readonly severity: Severity;
  /** What the half is called that the rule finds, and the other one. */
  readonly name: string;
  readonly partnerName: string;
  /** The other half: the id of the rule that finds it, or how it looks. */
  readonly partner: string | PartnerForm;
  /** The half that the rule finds is the secret: alone it stays what it is, while an id alone is information. */
  readonly secretFirst?: boolean;
}
