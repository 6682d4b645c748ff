/** Tokens of service accounts of Kubernetes that were kept in secrets: they never expire. */

import { instantOf } from '../proof/instant.ts';
import { judgedForm } from '../proof/judged.ts';
import { readJwt, writeJwt } from '../proof/jwt.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const ACCOUNT = 'kubernetes.io/serviceaccount/service-account.name';
const NAMESPACE = 'kubernetes.io/serviceaccount/namespace';

function check({ value }: Candidate): Verdict {
  const claims = readJwt(value)?.claims;
  const read = claims?.[ACCOUNT]
    ? `account ${String(claims[ACCOUNT])} in ${String(claims[NAMESPACE])}, until ${instantOf(claims.exp) ?? 'never'}`
    : undefined;
  return judgedForm(read, 'does not decode to a token of a service account');
}

export const kubernetesServiceAccountToken: SecretRule = {
  id: 'kubernetes-service-account-token',
  title: 'Kubernetes service account token',
  description: 'A token of a service account that was kept in a secret acts in its cluster until somebody deletes that secret.',
  severity: 'critical',
  prefixes: ['eyJhbGciOiJSUzI1NiIs'],
  shape:
    /eyJhbGciOiJSUzI1NiIs[A-Za-z0-9_-]{4,200}\.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50I[A-Za-z0-9_-]{50,2000}\.[A-Za-z0-9_-]{300,700}/y,
  check,
  remedy: {
    rotate: 'Delete the secret that holds it, which ends the token, and let the job ask for a bound one.',
    provider: 'kubernetes',
  },
  reference: 'https://kubernetes.io/docs/concepts/security/service-accounts/#authenticating-credentials',
  examples: (make) => {
    const claims = {
      iss: 'kubernetes/serviceaccount',
      [NAMESPACE]: 'default',
      [ACCOUNT]: make.chars('a-z', 8),
      sub: 'system:serviceaccount:default:ci',
    };
    const token = writeJwt(claims, make.bytes(256), 'RS256');
    return {
      positive: [token],
      negative: [token.slice(0, 200), writeJwt({ ...claims, iss: 'https://kubernetes.default.svc' }, make.bytes(256), 'RS256')],
    };
  },
};
