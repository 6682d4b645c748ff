/** Causes that lie in the shape of `sub`. */

import { otherShape } from '../correct-subject.ts';
import { issuerKind } from '../issuer.ts';
import { expectedSubjects, type ParsedSubject, printSubject } from '../subject.ts';
import { type Cause, failedOn, own, quoted, sameName, type TrustCase, wantedSubjects } from '../trust-case.ts';

function contextKey(subject: ParsedSubject | undefined): string | undefined {
  return subject?.customised ? undefined : subject?.context[0]?.key;
}

/** A wanted subject of one of these kinds. */
function wantedOf(trustCase: TrustCase, ...kinds: readonly string[]): string | undefined {
  return wantedSubjects(trustCase).find(({ parsed }) => kinds.includes(contextKey(parsed) ?? ''))?.text;
}

/** A job that names an environment has that in its subject, and no ref any more. See "OpenID Connect reference", "Filtering for a specific environment". */
export const environmentSubject: Cause = {
  id: 'environment-subject',
  applies: (trustCase) => {
    const { subject } = trustCase;
    const actual = own(trustCase, 'sub');
    if (subject === undefined || actual === undefined) return undefined;
    if (contextKey(subject) === 'environment') {
      const ref = own(trustCase, 'ref');
      const byRef = ref === undefined ? undefined : printSubject({ ...subject, context: [{ key: 'ref', value: ref }] });
      const expected = wantedOf(trustCase, 'ref') ?? (trustCase.blind ? byRef : undefined);
      return expected === undefined
        ? undefined
        : {
            message: `the job runs in an environment, so its subject is \`${actual}\`, and a trust policy for \`${expected}\` does not match`,
            help: 'let the trust policy name the environment in the subject and the branch by the claim `ref`, or take `environment` from the job',
          };
    }
    const expected = wantedOf(trustCase, 'environment');
    return expected === undefined
      ? undefined
      : {
          message: `the trust policy is for an environment, \`${expected}\`, and the job runs in none, so its subject is \`${actual}\``,
          help: `give the job \`environment: ${environmentOf(trustCase)}\``,
        };
  },
};

function environmentOf(trustCase: TrustCase): string {
  const found = wantedSubjects(trustCase).find(({ parsed }) => contextKey(parsed) === 'environment');
  return found?.parsed.context[0]?.value.replaceAll('%3A', ':') ?? '';
}

/** All pull requests of a repository share one subject. See "OpenID Connect reference", "Filtering for pull_request events". */
export const pullRequestSubject: Cause = {
  id: 'pull-request-subject',
  applies: (trustCase) => {
    const actual = own(trustCase, 'sub');
    if (actual === undefined) return undefined;
    if (contextKey(trustCase.subject) !== 'pull_request') {
      const expected = wantedOf(trustCase, 'pull_request');
      return expected === undefined
        ? undefined
        : {
            message: `the trust policy is for pull requests, \`${expected}\`, and the job runs for none, so its subject is \`${actual}\``,
            help: 'lease in a job that runs on `pull_request`, or write a statement for this event',
          };
    }
    const expected = wantedOf(trustCase, 'ref', 'environment');
    if (expected === undefined && !trustCase.blind) return undefined;
    return {
      message: `the job runs for a pull request, so its subject is \`${actual}\`${expected === undefined ? ', whatever the branch' : `, and the trust policy is for \`${expected}\``}`,
      help: 'lease in a job that runs on `push`, or give the job an environment; trusting this subject trusts every pull request of the repository',
    };
  },
};

/** Since 2026-07-15 subjects of new and renamed repositories carry ids. See "OpenID Connect reference", "Immutable subject claims". */
export const immutableSubject: Cause = {
  id: 'immutable-subject',
  applies: (trustCase) => {
    const { subject, claims } = trustCase;
    const actual = own(trustCase, 'sub');
    if (subject === undefined || claims === undefined || actual === undefined) return undefined;
    const other = wantedSubjects(trustCase).find(
      ({ parsed }) =>
        parsed.immutable !== subject.immutable &&
        sameName(parsed.owner, subject.owner) &&
        sameName(parsed.repository, subject.repository),
    );
    // GitHub Enterprise Server knows names only, so that there is nothing to confuse them with.
    const guess =
      trustCase.blind && issuerKind(own(trustCase, 'iss') ?? '') !== 'server' ? otherShape(actual, claims)[0] : undefined;
    const expected = other?.text ?? guess;
    if (expected === undefined) return undefined;
    const id = own(trustCase, 'repository_id');
    return {
      message: subject.immutable
        ? `the subject carries ids, \`${actual}\`, and a trust policy for names, \`${expected}\`, does not match`
        : `the subject carries names only, \`${actual}\`, and a trust policy for ids, \`${expected}\`, does not match`,
      help: `accept both shapes side by side${id === undefined ? '' : `, and bind the repository by a condition \`repository_id\` equal to \`${id}\``}`,
    };
  },
};

/** An organisation or repository may compose the subject itself. See "Customizing the token claims". */
export const customisedSubject: Cause = {
  id: 'customised-subject',
  applies: (trustCase) => {
    const { subject, claims } = trustCase;
    const actual = own(trustCase, 'sub');
    const defaults = claims === undefined ? undefined : expectedSubjects(claims);
    if (actual === undefined || defaults === undefined || subject?.customised === false) return undefined;
    if (!trustCase.blind && failedOn(trustCase, 'sub').length === 0) return undefined;
    const shapes = [defaults.names, ...(defaults.immutable === undefined ? [] : [defaults.immutable])];
    return {
      message: `the subject is customised: it is \`${actual}\`, not ${quoted(shapes).replace(', ', ' or ')}`,
      help: 'write the trust policy for the subject as it is; `GET /repos/OWNER/REPOSITORY/actions/oidc/customization/sub` tells the claims that it is composed of',
    };
  },
};
