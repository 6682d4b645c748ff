/** Tokens of GitLab in their newer form, which carry their length, a checksum, and whose they are. */

import { decodeBase64, encodeBase64Url } from '../proof/base64.ts';
import { crc32 } from '../proof/crc32.ts';
import { joined, toBytes, toText } from '../proof/latin1.ts';
import type { Candidate, ExampleMaker, SecretRule, Verdict } from '../rule.ts';

const SUM = 7;
/** Members of the payload that say whose the token is. */
const OWNERS: Readonly<Record<string, string>> = { o: 'organisation', g: 'group', p: 'project', u: 'user' };

function check({ value }: Candidate): Verdict {
  const [, body = '', length = ''] =
    /^gl[a-z]{2,5}-(?:t\d_)?([A-Za-z0-9_-]{27,300})\.(?:[0-9a-z]{2}\.)?([0-9a-z]{2})[0-9a-z]{7}$/.exec(value) ?? [];
  const covered = value.slice(0, -SUM);
  if (sum(covered) !== value.slice(-SUM))
    return { evidence: 'broken', why: 'the CRC-32 in its last seven characters does not hold' };
  if (Number.parseInt(length, 36) !== body.length) return { evidence: 'broken', why: 'the length that it states is not its own' };
  return { evidence: 'proven', why: ['the CRC-32 in its last seven characters holds', ...owners(body)].join('; ') };
}

function owners(body: string): readonly string[] {
  const payload = toText(decodeBase64(body) ?? new Uint8Array());
  return [...payload.matchAll(/(?:^|\n)([gopu]):([0-9a-z]{1,10})(?=\n)/g)].map(
    ([, member = '', id = '']) => `${OWNERS[member]} ${Number.parseInt(id, 36)}`,
  );
}

function sum(covered: string): string {
  return crc32(covered).toString(36).padStart(SUM, '0');
}

function write(make: ExampleMaker, prefix: string, version: string): string {
  const body = encodeBase64Url(joined(toBytes(`o:1\nu:${make.chars('1-9', 4)}\n`), make.bytes(16), Uint8Array.of(16)));
  const covered = `${prefix}${body}.${version}${body.length.toString(36).padStart(2, '0')}`;
  return covered + sum(covered);
}

export const gitlabRoutableToken: SecretRule = {
  id: 'gitlab-routable-token',
  title: 'GitLab token',
  description: 'A token of GitLab reads or changes what its owner, project or group can.',
  severity: 'critical',
  prefixes: ['glpat-', 'glrt-', 'gldt-', 'glptt-', 'glcbt-', 'glsoat-', 'glft-', 'gloas-'],
  shape: /gl(?:pat|rt|dt|ptt|cbt|soat|ft|oas)-[A-Za-z0-9_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}/y,
  check,
  remedy: { rotate: 'Revoke it under Access tokens of the user, project or group whose it is.' },
  reference: 'https://docs.gitlab.com/security/tokens/',
  examples: (make) => ({
    positive: [
      write(make, 'glpat-', ''),
      write(make, 'glpat-', '01.'),
      write(make, 'glrt-t3_', '01.'),
      write(make, 'gldt-', '01.'),
    ],
    negative: [`glpat-${make.chars('A-Za-z0-9_', 27)}`, `glpat-${make.chars('A-Za-z0-9_', 27)}.${make.chars('0-9a-z', 5)}`],
  }),
};
