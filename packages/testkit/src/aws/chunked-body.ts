/** The `aws-chunked` encoding in which SDKs send a body together with a trailing checksum. */

import { AwsFailure } from './failure.ts';

/**
 * Takes the content out of an `aws-chunked` body.
 *
 * @throws AwsFailure `IncompleteBody`
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
export function readChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 ? Number.NaN : Number.parseInt(body.toString('latin1', at, end), 16);
    const start = end + 2;
    if (Number.isNaN(size) || start + size > body.length) break;
    if (size === 0) return Buffer.concat(parts);
    parts.push(body.subarray(start, start + size));
    at = start + size + 2;
  }
  throw new AwsFailure(400, 'IncompleteBody', 'The request body terminated unexpectedly');
}
