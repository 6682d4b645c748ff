import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useCaBundle } from './ca-bundle.ts';
import { nodeHttp } from './node-http.ts';

/** One element of DER (ITU-T X.690): a tag, a length, and what stands in it. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const length =
    body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

/** A certificate for 127.0.0.1 that signs itself (RFC 5280, section 4.1): Node can check one, but make none. */
function selfSigned(publicKey: KeyObject, privateKey: KeyObject): string {
  const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
  const time = (ms: number): Buffer => der(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
  const ecdsaWithSha256 = der(0x30, oid('2a8648ce3d040302'));
  const name = der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from('leasehold test')))));
  const validity = der(0x30, time(Date.now() - 3_600_000), time(Date.now() + 3_600_000));
  const addresses = der(0x30, oid('551d11'), der(0x04, der(0x30, der(0x87, Buffer.from([127, 0, 0, 1])))));
  const authority = der(
    0x30,
    oid('551d13'),
    der(0x01, Buffer.from([0xff])),
    der(0x04, der(0x30, der(0x01, Buffer.from([0xff])))),
  );
  const toBeSigned = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, addresses, authority)),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', toBeSigned, privateKey));
  const base64 = der(0x30, toBeSigned, ecdsaWithSha256, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leasehold-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a certificate authority of the user’s own', () => {
  it('is trusted for the requests of a process that names it, and for no other before', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const cert = selfSigned(publicKey, privateKey);
    const server = createServer({ cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) }, (_request, response) =>
      response.end('trusted'),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const request = { method: 'GET', url, headers: {}, timeoutMs: 5_000 } as const;
    const path = join(folder, 'bundle.pem');
    await writeFile(path, `a comment\n${cert}`);
    try {
      await expect(nodeHttp({})(request)).rejects.toMatchObject({
        code: 'ERR_UPSTREAM_CERTIFICATE',
        retryable: false,
        help: 'set `NODE_EXTRA_CA_CERTS` or `AWS_CA_BUNDLE` to a file with the certificate authority that signed it',
      });
      const http = nodeHttp({ AWS_CA_BUNDLE: path });
      expect([(await http(request)).body, (await http(request)).body]).toEqual(['trusted', 'trusted']);
    } finally {
      server.close();
    }
  });

  it.each([
    ['missing.pem', undefined, 'cannot be read'],
    ['empty.pem', '', 'holds no certificate'],
    ['key.pem', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n', 'holds no certificate'],
    ['garbage.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'holds a certificate that cannot be read'],
  ])('in %s is refused, by a sentence that names file and variable', async (name, content, sentence) => {
    const path = join(folder, name);
    if (content !== undefined) await writeFile(path, content);
    const refused = await nodeHttp({ AWS_CA_BUNDLE: path })({
      method: 'GET',
      url: 'https://127.0.0.1:1/',
      headers: {},
      timeoutMs: 5_000,
    }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      name: 'ConfigError',
      code: 'ERR_CA_BUNDLE',
      message: `the file \`${path}\` of \`AWS_CA_BUNDLE\` ${sentence}`,
    });
    await expect(useCaBundle(path)).rejects.toThrowCode('ERR_CA_BUNDLE');
  });
});
