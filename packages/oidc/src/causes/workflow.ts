/** Causes that lie in which workflow file is trusted. */

import { globMatches } from '@leasehold/core';
import { type Cause, failedOn, own, quoted } from '../trust-case.ts';

/** `job_workflow_ref` is the file that the job stands in, `workflow_ref` the one that was started. See "Using OpenID Connect with reusable workflows". */
export const reusableWorkflow: Cause = {
  id: 'reusable-workflow',
  applies: (trustCase) => {
    const called = own(trustCase, 'job_workflow_ref');
    const calling = own(trustCase, 'workflow_ref');
    const failed = failedOn(trustCase, 'job_workflow_ref', 'workflow_ref')[0];
    if (failed === undefined) {
      if (!trustCase.blind || called === undefined || calling === undefined || called === calling) return undefined;
      return {
        message: `the job stands in the reusable workflow \`${called}\`, called by \`${calling}\`; repository and ref in the token are those of the caller`,
        help: 'trust the reusable workflow by the claim `job_workflow_ref`, and the caller by `repository_id`',
      };
    }
    const actual = own(trustCase, failed.claim);
    const swapped = failed.claim === 'job_workflow_ref' ? calling : called;
    const mixedUp = swapped !== undefined && failed.values.some((value) => globMatches(value, swapped));
    return {
      message:
        actual === undefined
          ? `the trust policy compares \`${failed.claim}\`, and the token has no such claim`
          : `\`${failed.claim}\` is \`${actual}\`, and the trust admits ${quoted(failed.values)}`,
      help: mixedUp
        ? `the value is that of \`${failed.claim === 'job_workflow_ref' ? 'workflow_ref' : 'job_workflow_ref'}\`: \`job_workflow_ref\` is the file that the job stands in, \`workflow_ref\` the one that called it`
        : 'write the path of the workflow file with the ref that it is called by, such as `acme/ci/.github/workflows/deploy.yml@refs/tags/v1`',
    };
  },
};
