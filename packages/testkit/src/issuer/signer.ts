/** The key of the test issuer: signs tokens, also forged and unsigned ones, and publishes its public half. */

import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

/** A self-signed certificate of an RSA key, both PEM. */
export interface Certificate {
  readonly keyPem: string;
  readonly certPem: string;
}

export type TokenAlgorithm = 'RS256' | 'none';

export interface Signer {
  readonly publicJwk: JWK;
  sign(payload: JWTPayload, key: 'own' | 'forged', alg: TokenAlgorithm): Promise<string>;
}

/** Makes the signer of one issuer, with the certificate's key or a new one. */
export async function newSigner(certificate?: Certificate): Promise<Signer> {
  const own = certificate ? fromCertificate(certificate) : await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(own.publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  let forged: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'] | undefined;

  return {
    publicJwk: { ...jwk, kid, alg: 'RS256', use: 'sig', ...(certificate && { x5c: [der(certificate.certPem)] }) },
    async sign(payload, key, alg) {
      if (alg === 'none') return new UnsecuredJWT(payload).encode();
      if (key === 'forged') forged ??= (await generateKeyPair('RS256')).privateKey;
      return new SignJWT(payload)
        .setProtectedHeader({ alg, typ: 'JWT', kid })
        .sign(key === 'forged' && forged ? forged : own.privateKey);
    },
  };
}

function fromCertificate({ keyPem }: Certificate): { privateKey: KeyObject; publicKey: KeyObject } {
  const privateKey = createPrivateKey(keyPem);
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function der(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '');
}
