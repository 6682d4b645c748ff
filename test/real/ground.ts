/** What every suite against the real server stands on: server, issuer, bystander, two roles, two buckets. */

import { type Issuer, startIssuer } from '@leasehold/testkit';
import { type Ceph, type Credential, revokerStatement, startCeph, type Trust } from './ceph.ts';
import { newCertificate } from './certificate.ts';
import { startWitness, type Witness } from './witness.ts';

const AUDIENCE = 'sts.amazonaws.com';
/** The role that is leased, and the one that ends its leases. */
export const ROLE = 'site-deploy';
export const REVOKER = 'leasehold-revoker';
const BUCKETS = ['acme-site', 'acme-logs'];

export interface Ground {
  readonly ceph: Ceph;
  readonly issuer: Issuer;
  readonly witness: Witness;
  /** Id of {@link ROLE}. */
  readonly roleId: string;
  /** What every role trusts. */
  readonly trust: Trust;
  /** Variables with which a job finds issuer and server. */
  readonly env: Readonly<Record<string, string>>;
  /** A session of a role that no action knows of. */
  session(role: string, name: string): Promise<Credential>;
  /** Status of a write to the bucket; 200 or 403. */
  write(as: Credential, path: string): Promise<number>;
  /** Everything secret that exists so far: tokens, session credentials, the job's own bearer. */
  secrets(): string[];
  close(): Promise<void>;
}

/** Lays the ground; 2 seconds. */
export async function layGround(): Promise<Ground> {
  const ceph = await startCeph();
  const issuer = await startIssuer({ certificate: newCertificate() });
  const witness = await startWitness(ceph.url);
  const trust = { issuer: issuer.url, audience: AUDIENCE, subject: 'repo:acme/site:*' };
  await ceph.trustIssuer(issuer.url, AUDIENCE);
  const everything = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::*' };
  const roleId = await ceph.role(ROLE, trust, [everything]);
  await ceph.role(REVOKER, trust, [revokerStatement(ROLE)]);
  for (const bucket of BUCKETS) await ceph.s3('PUT', `/${bucket}`, ceph.admin);
  return {
    ceph,
    issuer,
    witness,
    roleId,
    trust,
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: issuer.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken,
      AWS_ENDPOINT_URL: witness.url,
    },
    session: async (role, name) => ceph.assume(role, name, await issuer.mint()),
    write: async (as, path) => (await ceph.s3('PUT', path, as, 'a page')).status,
    secrets: () => [
      issuer.requestToken,
      ...issuer.minted.map(({ token }) => token),
      ...witness.sessions.flatMap(({ credential }) => [credential.secretAccessKey, credential.sessionToken ?? '']),
    ],
    close: async () => {
      await witness.close();
      await issuer.close();
      ceph.stop();
    },
  };
}
