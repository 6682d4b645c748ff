import { expect, it } from 'vitest';
import { exampleMaker } from './example-maker.ts';
import { encodeBase64 } from './proof/base64.ts';
import { toBytes } from './proof/latin1.ts';
import { opensshPrivateKey } from './rules/openssh-private-key.ts';
import { pemPrivateKeyBase64 } from './rules/pem-private-key-base64.ts';
import { privateKey } from './rules/private-key.ts';
import { judge } from './test-find.ts';

const encoded = (text: string): string => encodeBase64(toBytes(text));
const [pem] = privateKey.examples(exampleMaker(1)).positive as [string];
const [openssh] = opensshPrivateKey.examples(exampleMaker(1)).positive as [string];

it.each([
  ['a whole key', encoded(pem), 'shape'],
  ['a whole key of OpenSSH', encoded(openssh), 'shape'],
  ['a key that is cut off', encoded(pem).slice(0, 300), 'shape'],
  ['a key whose numbers were altered', encoded(pem.replace(/.{40}(?=\n-----END)/, 'A'.repeat(40))), 'broken'],
  ['a key with a sign too many', encoded(pem.replace('\n', '\n$')), 'shape'],
  ['an armor without a key', encoded(pem.replace(/\n[\s\S]+\n/, `\n${'no key/'.repeat(20)}\n`)), 'broken'],
])('of %s it is said whether there is one', (_what, value, evidence) => {
  expect(judge(pemPrivateKeyBase64, `key: ${value}\n`)?.evidence).toBe(evidence);
});
