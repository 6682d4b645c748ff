import { readFileSync } from 'node:fs';
import { openKernel } from '@leasehold/kernel';
import { expect, test } from 'vitest';
import { ruleById, SHORT_PREFIXES } from '../catalogue.ts';
import { exampleMaker } from '../example-maker.ts';
import type { RawFinding } from '../raw-finding.ts';
import type { SecretRule } from '../rule.ts';
import { newScanner } from '../scanner.ts';
import { shapeExamples } from '../shape-example.ts';
import { bytesOf } from '../test-rules.ts';

/** Vendors whose credentials more than their name tells, or which are none, and the rule that finds what they issue. */
const BESIDE: Readonly<Record<string, string>> = {
  // They issue JSON Web Tokens.
  cloudconvert: 'vendor-web-token',
  lendflow: 'vendor-web-token',
  paperform: 'vendor-web-token',
  storychief: 'vendor-web-token',
  tallyfy: 'vendor-web-token',
  viewneo: 'vendor-web-token',
  jwt: 'json-web-token',
  // What stands around them is theirs alone.
  clojars: 'clojars-token',
  filezilla: 'filezilla-password',
  hashicorpvaultauth: 'vault-secret-id',
  terraformcloud: 'terraform-cloud-token',
  vagrantcloud: 'terraform-cloud-token',
  vagrantcloudpersonaltoken: 'terraform-cloud-token',
  wireguard: 'wireguard-private-key',
  // The address is the credential.
  microsoft: 'teams-webhook',
  'mysql.': 'url-credentials',
  tineswebhook: 'tines-webhook',
  zapier: 'zapier-webhook',
  zapierwebhook: 'zapier-webhook',
  // No vendor: a header, a password that people choose, words that any name may have.
  curl: 'authorization-value',
  http: 'authorization-value',
  redis: 'assigned-password',
  generic: 'assigned-key',
  user: 'assigned-key',
};

/** What other shapes of a vendor are, which are not found as its credential. */
const NO_CREDENTIAL: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'an id, which opens nothing': {
    algolia: ['[0-9A-Za-z]{10}'],
    asana: ['[0-9]{16}'],
    aws: ['[0-9]{12}'],
    azure: ['[0-9A-Za-z]{3,24}'],
    azuredevops: ['[0-9A-Za-z-]{5,30}', '[0-9A-Za-z][0-9A-Za-z-]?[0-9A-Za-z]'],
    azurestorage: ['[0-9A-Za-z]{3,24}'],
    cloudinary: ['[0-9A-Za-z_-]{3,32}'],
    discord: ['[0-9]{17,19}', '[0-9]{18}'],
    discordbottoken: ['[0-9]{17}'],
    eagleeyenetworks: ['[0-9A-Za-z]{3,20}@[0-9A-Za-z]{2,12}.[0-9A-Za-z]{2,5}'],
    facebook: ['[0-9]{10,19}'],
    kubernetes: ['[0-9a-z]{6}'],
    maxmind: ['[0-9]{4,8}'],
    mongodb: ['[A-Za-z]{8}'],
    polymarket: ['0x[0-9A-Fa-f]{40}'],
    rownd: ['[0-9]{18}'],
    snowflake: ['([A-Za-z]{7}-[0-9A-Za-z]{7}|[0-9A-Za-z]{4,32})', '[0-9A-Za-z%+._-]{2,32}'],
    tableau: ['[A-Za-z][0-9A-Za-z_-]{2,50}'],
    tokeet: ['[0-9]{10}.[0-9]{4}'],
  },
  'the name of a host': {
    artifactory: ['[0-9A-Za-z]([0-9A-Za-z-]?[0-9A-Za-z])?.jfrog.io'],
    auth0: ['(http[s]?://)?[0-9A-Za-z._-]{10,100}'],
    azureapimanagement: ['[0-9a-z][0-9a-z-]?[0-9a-z].scm.azure-api.net'],
    azuresearchquery: [
      '[0-9A-Za-z]{5,40}.search.windows.net/indexes/[0-9A-Za-z]{5,40}',
      '[0-9a-z]{5,40}.search.windows.net/indexes/[0-9a-z]{5,40}',
    ],
    docker: ['(http[s]?://)?[0-9A-Za-z+./:-]{8}'],
    mattermostpersonaltoken: ['[0-9A-Za-z_-]{8}.cloud.mattermost.com'],
    snowflake: ['[0-9A-Za-z_-]{8}(.[0-9A-Za-z_-]{8})?.snowflakecomputing.com'],
    tableau: ['[0-9A-Za-z-]{8}.online.tableau.com'],
  },
  'a password that people choose, which the rule for passwords finds': {
    hashicorp: ['[0-9A-Za-z=_-]{8,20}'],
    snowflake: ['[0-9A-Za-z!#$%&*@]{8,64}'],
  },
  'the private key of an account, which the rule for those of Ethereum finds': { polymarket: ['0x[0-9A-Fa-f]{64}'] },
  'no length that the vendor documents: its secrets have 40 signs, and its session tokens a beginning of their own': {
    aws: ['[0-9A-Za-z+/=]{16,200}'],
  },
  'a beginning or a sign that the vendor documents for none, beside those that are found': {
    aws: ['A(3T[0-9A-Z]|KIA|SIA|BIA|CCA)[A-Z234567]{16}'],
    okta: ['00[0-9A-Za-z=_-]{40}'],
  },
};

/** One vendor a line: its name, the word that stands near where that differs, and shapes. */
const FACTS = readFileSync(new URL('vendors.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
const SEEDS = [1, 2, 3];
/** Chance spells what is no value in some examples: the letters of a pattern, the beginning of a number. */
const NO_VALUE = /a-z|^0x/i;
/** A seed that no line has, so far behind one that has. */
const BEHIND = 4096;
/** Secrets stand behind the one, ids that have a rule of their own behind the other. */
const NAMES = ['api_key', 'app_id'];
/** What some vendors are called now. */
const RENAMED: Readonly<Record<string, string>> = { twitter: 'x-', hashicorp: 'terraform-cloud-' };

const scanner = newScanner(openKernel(SHORT_PREFIXES));

function found(text: string): readonly RawFinding[] {
  return scanner.scan(bytesOf(text), 'app.toml');
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Whether the rule is one of that vendor: it asks for the name, or bears it. */
function isOf({ id, near, title }: SecretRule, word: string): boolean {
  const renamed = RENAMED[word];
  return near?.includes(word) === true || folded(title).includes(word) || (renamed !== undefined && id.startsWith(renamed));
}

function isFound(shape: string, word: string, line: number): boolean {
  return SEEDS.every((seed) => {
    const value = sampleOf(shape, seed * FACTS.length + line);
    return NAMES.some((name) => found(`${word}_${name} = "${value}"\n`).some(({ rule }) => isOf(rule, word)));
  });
}

function sampleOf(shape: string, seed: number): string {
  const value = shapeExamples(shape, [''], exampleMaker(seed)).positive[0] as string;
  return NO_VALUE.test(value) && !shape.startsWith('0x') ? sampleOf(shape, seed + BEHIND) : value;
}

test('an example of every shape of all 858 vendors is found as that of its vendor, but for what is no credential', () => {
  expect(FACTS.length).toBe(858);
  expect(new Set(FACTS.map(([vendor]) => vendor)).size).toBe(FACTS.length);
  const known = Object.values(NO_CREDENTIAL).flatMap((of) =>
    Object.entries(of).flatMap(([vendor, shapes]) => shapes.map((shape) => `${vendor} ${shape}`)),
  );
  const missed = FACTS.flatMap(([vendor = '', word, ...shapes], line) =>
    shapes.filter((shape) => !isFound(shape, word || folded(vendor), line)).map((shape) => `${vendor} ${shape}`),
  );
  expect(missed.sort()).toEqual(known.sort());
});

test('a vendor without a shape has a rule that finds its own examples', () => {
  const bare = FACTS.filter(([, , ...shapes]) => shapes.length === 0).map(([vendor]) => vendor);
  expect(bare.sort()).toEqual(Object.keys(BESIDE).sort());
  const missed = Object.entries(BESIDE).filter(([, id]) => {
    const rule = ruleById(id);
    const [example] = rule?.examples(exampleMaker(1)).positive ?? [];
    return !found(`# ${rule?.near?.[0] ?? ''}\n${example}\n`).some((finding) => finding.rule.id === id);
  });
  expect(missed).toEqual([]);
});
