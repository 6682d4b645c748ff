/** Installation tokens of GitHub Apps in their newer form, a JSON Web Token behind the id of the app. */

import { judgedForm } from '../proof/judged.ts';
import { readJwt, writeJwt } from '../proof/jwt.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const [, app, token = ''] = /^ghs_(\d{1,12})_(.{1,9000})$/.exec(value) ?? [];
  return judgedForm(
    readJwt(token) && `a token of app ${app} with readable header and claims`,
    'what stands behind the app is no JSON Web Token',
  );
}

export const githubInstallationToken: SecretRule = {
  id: 'github-installation-token',
  title: 'GitHub App installation token',
  description: 'An installation token of a GitHub App acts as the app on the repositories where it is installed, for an hour.',
  severity: 'high',
  prefixes: ['ghs_'],
  shape: /ghs_\d{1,12}_eyJ[A-Za-z0-9_-]{10,600}\.[A-Za-z0-9_-]{20,4000}\.[A-Za-z0-9_-]{20,1400}/y,
  check,
  remedy: {
    rotate: 'Revoke it with `DELETE /installation/token`, or wait for the hour to pass, and find out what printed it.',
    provider: 'github',
  },
  reference:
    'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app',
  examples: (make) => ({
    positive: [
      `ghs_${make.chars('1-9', 6)}_${writeJwt({ iss: make.chars('1-9', 6), exp: 1_790_000_000 }, make.bytes(256), 'RS256')}`,
    ],
    negative: [`ghs_${make.chars('1-9', 6)}_${make.chars('A-Za-z0-9', 60)}`],
  }),
};
