/** The secret-lint step: inputs, scan, annotations, reports, verdict. */

import * as core from '@actions/core';
import { LeaseholdError } from '@leasehold/core';
import { readInputs } from './inputs.ts';
import { secretLint } from './secret-lint.ts';

try {
  await secretLint(readInputs(core.getInput));
} catch (error) {
  const { errorText } = await import('@leasehold/report');
  if (error instanceof LeaseholdError) core.setFailed(errorText(error));
  else {
    // The text of an unexpected error may quote what it was working on, so only its kind is shown.
    core.setFailed(`leasehold failed unexpectedly: ${error instanceof Error ? error.name : 'unknown failure'} (ERR_INTERNAL)`);
  }
}
