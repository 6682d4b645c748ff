/** A certificate authority of the user's own, trusted beside the ones that Node brings. */

import { readFileSync } from 'node:fs';
import { ConfigError } from '@leasehold/core';

const loaded = new Set<string>();

/**
 * Trusts the certificates of a PEM file for the rest of the process.
 *
 * @param path - value of `AWS_CA_BUNDLE`
 * @throws ConfigError `ERR_CA_BUNDLE` when the file cannot be read or has no certificate, or this Node cannot add one at run time
 */
export async function useCaBundle(path: string): Promise<void> {
  if (loaded.has(path)) return;
  const pem = readPem(path);
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (!certificates) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` holds no certificate`, {
      code: 'ERR_CA_BUNDLE',
      help: 'give a PEM file with at least one `BEGIN CERTIFICATE` block',
    });
  }
  const tls = await import('node:tls');
  if (typeof tls.setDefaultCACertificates !== 'function') {
    throw new ConfigError(`this Node (${process.version}) cannot trust \`AWS_CA_BUNDLE\` at run time`, {
      code: 'ERR_CA_BUNDLE',
      help: 'set `NODE_EXTRA_CA_CERTS` to the same file instead, or run Node 22.19 or newer',
    });
  }
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...certificates]);
  } catch (cause) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` holds a certificate that cannot be read`, {
      code: 'ERR_CA_BUNDLE',
      help: 'look at it with `openssl x509 -noout -text`, and take the broken block away',
      cause,
    });
  }
  loaded.add(path);
}

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConfigError(`the file \`${path}\` of \`AWS_CA_BUNDLE\` cannot be read`, {
      code: 'ERR_CA_BUNDLE',
      help: 'give the path of a PEM file, or take the variable away',
      cause,
    });
  }
}
