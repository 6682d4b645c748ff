/** Whether a file of the right shape also makes sense: what a schema cannot say. It looks at each value on its own, so that one mistake does not hide another. */

import { type Problem, suggest, type Ttl } from '@leasehold/core';
import { CLAIMS, claimOfKey, suggestClaim } from './claims.ts';
import { type Compile, type Condition, conditionCompiler } from './condition.ts';
import type { ProviderOptions } from './json-schema.ts';
import { isPinned } from './pinning.ts';
import { didYouMean, type Fault } from './problem.ts';
import { MAX_CONDITION_LENGTH, type TtlFile } from './schema.ts';
import { type Path, type PolicySource, pathText } from './source.ts';
import { readSubject } from './subject.ts';
import { BUILT_IN_TTL, MAX_TTL, MIN_TTL, readTtl } from './ttl.ts';

/** What came of the check. */
export interface Meaning {
  readonly problems: readonly Problem[];
  /** Every sound expression, by its text. */
  readonly conditions: ReadonlyMap<string, Condition>;
}

type Raw = Readonly<Record<string, unknown>>;

/** Checks everything but the shape. */
export function checkMeaning(source: PolicySource, providers: readonly ProviderOptions[]): Meaning {
  const file = map(source.data);
  const grants = Object.entries(map(file.grants)).map(([id, grant]) => ({ path: ['grants', id], grant: map(grant) }));
  const guardrails = list(file.guardrails).map(map);
  const expressions: readonly (readonly [Path, unknown])[] = [
    ...guardrails.map((guardrail, index) => [['guardrails', index, 'deny-when'], guardrail['deny-when']] as const),
    ...grants.map(({ path, grant }) => [[...path, 'when'], grant.when] as const),
  ];
  const compile = conditionCompiler(expressions.map(([, text]) => String(text)));
  const conditions = new Map<string, Condition>();
  const inherited = soundTtl(map(file.defaults).ttl, BUILT_IN_TTL) ?? BUILT_IN_TTL;
  const problems = [
    ...duplicateGuardrails(guardrails, source),
    ...expressions.flatMap(([path, text]) => checkExpression(path, text, compile, conditions, source)),
    ...checkTtl(['defaults', 'ttl'], map(file.defaults).ttl, BUILT_IN_TTL, source),
    ...grants.flatMap(({ path, grant }) => [
      ...checkTtl([...path, 'ttl'], grant.ttl, inherited, source),
      ...checkDate([...path, 'reviewed'], grant.reviewed, source),
      ...checkProvider(path, grant, providers, source),
      ...list(grant.subjects).flatMap((subject, index) => checkSubject([...path, 'subjects', index], subject, source)),
    ]),
  ];
  return { problems, conditions };
}

function duplicateGuardrails(guardrails: readonly Raw[], source: PolicySource): readonly Problem[] {
  const seen = new Set<unknown>();
  return guardrails.flatMap(({ id }, index) => {
    const first = !seen.has(id);
    seen.add(id);
    if (typeof id !== 'string' || first) return [];
    const help = 'keep one of them, or give one another name';
    return [
      source.problem(['guardrails', index, 'id'], {
        code: 'ERR_POLICY_DUPLICATE',
        message: `guardrail \`${id}\` stands twice`,
        help,
      }),
    ];
  });
}

function checkExpression(
  path: Path,
  text: unknown,
  compile: Compile,
  conditions: Map<string, Condition>,
  source: PolicySource,
): readonly Problem[] {
  // Blank and overlong ones are the schema's to refuse; they must not reach the parser.
  if (typeof text !== 'string' || text.trim() === '' || text.length > MAX_CONDITION_LENGTH || conditions.has(text)) return [];
  const compiled = compile(text);
  if ('evaluate' in compiled) {
    conditions.set(text, compiled);
    return [];
  }
  const { code, message, help, offset } = compiled;
  return [source.problem(path, { code, message: `\`${pathText(path)}\`: ${message}`, help }, offset)];
}

/** The TTL, or undefined when it cannot be read, which the schema says. */
function soundTtl(raw: unknown, inherited: Ttl): Ttl | undefined {
  try {
    return readTtl(raw as TtlFile | undefined, inherited);
  } catch {
    return undefined;
  }
}

function checkTtl(path: Path, raw: unknown, inherited: Ttl, source: PolicySource): readonly Problem[] {
  if (raw === undefined) return [];
  const ttl = soundTtl(raw, inherited);
  const name = pathText(path);
  const say = (message: string, help: string): readonly Problem[] => [
    source.problem(path, { code: 'ERR_POLICY_TTL', message, help }),
  ];
  if (ttl === undefined) return [];
  if (ttl.default < MIN_TTL || ttl.max < MIN_TTL) return say(`\`${name}\` is below 60s`, 'write `60s` or more');
  if (ttl.max > MAX_TTL) return say(`\`${name}\` is above 1d`, 'write `1d` or less: what lives longer is a standing credential');
  if (ttl.default > ttl.max) return say(`the default of \`${name}\` is above its maximum`, 'lower `default` or raise `max`');
  return [];
}

function checkDate(path: Path, raw: unknown, source: PolicySource): readonly Problem[] {
  if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(raw)) return [];
  const date = new Date(`${raw}T00:00:00Z`);
  // The engine rolls 30 February over into March rather than refuse it.
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(raw)) return [];
  return [
    source.problem(path, { code: 'ERR_POLICY_DATE', message: `\`${pathText(path)}\` is \`${raw}\`, a day that does not exist` }),
  ];
}

function checkProvider(path: Path, grant: Raw, providers: readonly ProviderOptions[], source: PolicySource): readonly Problem[] {
  if (typeof grant.provider !== 'string') return [];
  const provider = providers.find(({ id }) => id === grant.provider);
  if (provider === undefined) {
    const known = providers.map(({ id }) => id);
    const help = didYouMean(suggest(grant.provider, known), known);
    return [
      source.problem([...path, 'provider'], {
        code: 'ERR_POLICY_PROVIDER',
        message: `unknown provider \`${grant.provider}\``,
        help,
      }),
    ];
  }
  const names = provider.options.map(({ name }) => name);
  const given = map(grant.with);
  const unknown = Object.keys(given).filter((key) => !names.includes(key));
  const missing = provider.options.filter(({ name, required }) => required && !Object.hasOwn(given, name));
  const option = (message: string, help: string): Fault => ({ code: 'ERR_POLICY_OPTION', message, help });
  return [
    ...unknown.map((key) =>
      source.problemAtKey(
        [...path, 'with', key],
        option(`provider \`${provider.id}\` has no option \`${key}\``, didYouMean(suggest(key, names), names)),
      ),
    ),
    ...missing.map(({ name, description }) =>
      source.problemAtKey(
        [...path, 'with'],
        option(`\`${pathText([...path, 'with'])}\` has no \`${name}\`, which provider \`${provider.id}\` needs`, description),
      ),
    ),
  ];
}

function checkSubject(path: Path, raw: unknown, source: PolicySource): readonly Problem[] {
  const subject = map(raw);
  const unknown = Object.keys(subject).filter((key) => claimOfKey(key) === undefined);
  if (unknown.length > 0) {
    return unknown.map((key) => {
      const help = didYouMean(
        suggestClaim(key, 'key'),
        CLAIMS.map((claim) => claim.key),
      );
      return source.problemAtKey([...path, key], {
        code: 'ERR_POLICY_CLAIM',
        message: `unknown claim \`${key}\` in \`${pathText(path)}\``,
        help,
      });
    });
  }
  if (raw !== subject || isPinned(readSubject(subject))) return [];
  const message = `\`${pathText(path)}\` lets in jobs of any repository of the issuer`;
  const help =
    'pin whose jobs may ask: `repository-id` or `repository-owner-id` without wildcard, or `repository` with its owner spelt out, such as `acme/*`';
  return [source.problem(path, { code: 'ERR_POLICY_OPEN', message, help })];
}

function map(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
