/** Requests signed with Signature Version 4, as every AWS call but the first exchange needs them. */

import type { HttpRequest } from '@leasehold/core';
import type { AwsCredential } from './handle.ts';

/** A request before it is signed. */
export interface UnsignedRequest {
  /** Such as `iam`, `sts`, `s3`. */
  readonly service: string;
  readonly region: string;
  readonly credential: AwsCredential;
  readonly method: HttpRequest['method'];
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
}

/**
 * Signs a request.
 *
 * @param at - the time that the signature names; AWS refuses one that is more than five minutes off
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export async function signedRequest(request: UnsignedRequest, at: Date): Promise<HttpRequest> {
  // Loaded here because the signer touches `Headers`, which costs a start-up that never signs some 25 ms.
  const { AwsV4Signer } = await import('aws4fetch');
  const { service, region, credential, method, url, headers = {}, body, timeoutMs } = request;
  const signer = new AwsV4Signer({
    ...credential,
    service,
    region,
    method,
    url,
    headers: { ...headers },
    datetime: at.toISOString().replace(/[:-]|\.\d{3}/g, ''),
    ...(body === undefined ? {} : { body }),
  });
  const signed = await signer.sign();
  return {
    method,
    url: signed.url.href,
    headers: Object.fromEntries(signed.headers),
    timeoutMs,
    ...(body === undefined ? {} : { body }),
  };
}
