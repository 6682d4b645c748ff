import { describe, expect, it } from 'vitest';
import { exampleMaker } from './example-maker.ts';
import { LOGIC_RULES } from './logic-rules.ts';
import type { Candidate, Verdict } from './rule.ts';
import { find, judge, placed, places } from './test-find.ts';
import { faultOf } from './test-linear.ts';

const SEEDS = [1, 2, 3, 4, 5];
/** Rules of which the shape is all there is to see, for every positive example. */
const SHAPE_ONLY = [
  'github-fine-grained-token',
  'gitlab-legacy-token',
  'entra-client-secret',
  'aws-access-key',
  'aws-secret-access-key',
  'aws-session-token',
  'jfrog-api-key',
  'azure-storage-account-key',
  'azure-sas-token',
  'google-api-key',
  'google-signed-url',
  'mailchimp-api-key',
  'newrelic-license-key',
  'terraform-cloud-token',
  'telegram-bot-token',
  'npmrc-credential',
  'docker-config-auth',
  'netrc-password',
  'pgpass-password',
  'filezilla-password',
  'django-secret-key',
  'vendor-web-token',
  'powershell-secure-string',
  'pem-private-key-base64',
  'chosen-password',
];
/** Rules with a positive example that is not proven, and what it is instead. */
const WEAKER: Readonly<Record<string, readonly Verdict['evidence'][]>> = {
  'mapbox-token': ['proven', 'public'],
  'json-web-token': ['proven', 'shape'],
  'encrypted-private-key': ['shape', 'shape', 'shape'],
  'pgp-private-key': ['proven', 'proven', 'shape'],
};
/** Rules whose evidence is a checksum over every character of the value. */
const SUMMED = [
  'github-token',
  'npm-access-token',
  'gitlab-routable-token',
  'atlassian-api-token',
  'bitbucket-app-password',
  'grafana-service-account-token',
  'cloudflare-token',
  'confluent-api-secret',
  'zuplo-api-key',
  'azure-identifiable-key',
  'azure-annotated-key',
  'azure-devops-legacy-token',
  'age-secret-key',
  'nats-seed',
  'stellar-secret-seed',
  'bitcoin-private-key',
  'bitcoin-extended-key',
];

/** What makes an altered value of a short prefix worth a word. */
const NAMED = 'visualstudio wallet';

/** Changes one character in the middle of the value to another letter of its own. */
function altered(value: string): string {
  const letters = [...new Set(value.slice(-30))].filter((letter) => /[A-Za-z0-9]/.test(letter));
  const at = Math.floor(value.length / 2);
  const other =
    letters.find((letter) => letter !== value[at] && /\d/.test(letter) === /\d/.test(value[at] as string)) ??
    letters.find((letter) => letter !== value[at]);
  return value.slice(0, at) + other + value.slice(at + 1);
}

describe.each(LOGIC_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('finds every positive example, with the evidence that it claims', () => {
    for (const seed of SEEDS) {
      rule.examples(exampleMaker(seed)).positive.forEach((example, at) => {
        const wanted = WEAKER[id]?.[at] ?? (SHAPE_ONLY.includes(id) ? 'shape' : 'proven');
        const verdict = judge(rule, placed(rule, example));
        expect(verdict?.evidence, `example ${at} of seed ${seed}`).toBe(wanted);
      });
    }
  });

  it('finds no negative example', () => {
    for (const seed of SEEDS) {
      for (const example of rule.examples(exampleMaker(seed)).negative)
        expect(judge(rule, placed(rule, example))?.evidence ?? 'none').toBe('none');
    }
  });

  it('says what it is, how much it matters, what to do, and where it is documented', () => {
    expect(rule.description).toMatch(/^[A-Z].{20,200}\.$/);
    expect(rule.remedy.rotate).toMatch(/^[A-Z].{20,200}\.$/);
    expect(rule.reference).toMatch(/^https:\/\//);
    expect(rule.prefixes.every((prefix) => prefix.length >= 2)).toBe(true);
    expect(rule.shape.flags).toBe('y');
  });

  it('is bounded and not nested, so that it runs in linear time', () => {
    expect(faultOf(rule.shape.source)).toBeUndefined();
  });

  it('gets through 100 kB of hostile text, its own prefix and its own beginning over and over', () => {
    const example = placed(rule, rule.examples(exampleMaker(1)).positive[0] as string);
    const value = find(rule, example)?.value as string;
    const full = (text: string): string => text.repeat(Math.ceil(100_000 / text.length));
    for (const text of [
      full(rule.prefixes[0] as string),
      full(value.slice(0, 60)),
      value.slice(0, -1) + full(value.slice(2, -8) || value.slice(0, 4)),
      full(example.slice(0, -9)),
    ]) {
      for (const [at] of places(rule, text)) {
        rule.shape.lastIndex = at;
        rule.shape.test(text);
      }
    }
  });
});

describe.each(LOGIC_RULES.filter((rule) => SUMMED.includes(rule.id)).map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('demotes a value of which one character was changed, and never hides it', () => {
    for (const seed of SEEDS) {
      for (const example of rule.examples(exampleMaker(seed)).positive) {
        const { value } = find(rule, placed(rule, example)) as Candidate;
        const verdict = judge(rule, `${NAMED} ${placed(rule, example.replace(value, altered(value)))}`);
        // Keys of Redis are written with other signs than their sum was made over.
        expect(verdict?.evidence).toBe(value.includes('AzCa') ? 'shape' : 'broken');
      }
    }
  });
});
