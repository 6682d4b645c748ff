/** What the documentation shows is so: every block is read or run, every command and every link exists. */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { type LeaseOrder, newLeaseId } from '@leasehold/core';
import { prepare } from '@leasehold/lease';
import { readPolicy } from '@leasehold/policy';
import { PROVIDERS } from '@leasehold/providers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUTS, OUTPUTS } from '../actions/lease/src/catalogue.ts';
import { readInputs } from '../actions/lease/src/inputs.ts';
import { INPUTS as LINT_INPUTS, OUTPUTS as LINT_OUTPUTS } from '../actions/secret-lint/src/catalogue.ts';
import { readInputs as readLintInputs } from '../actions/secret-lint/src/inputs.ts';
import { COMMANDS } from '../packages/cli/src/commands/index.ts';
import { called } from '../packages/cli/src/spawned.ts';
import { anchorsOf, type Block, blocksOf, codeSpansOf, linksOf, PAGES, type Place } from './documentation.ts';
import { FILES, ROOT, read } from './repository.ts';

const LANGUAGES = ['console', 'json', 'text', 'yaml'];
const ACTION = 'leasehold/leasehold@v1';
const LINT_ACTION = 'leasehold/leasehold/actions/secret-lint@v1';
/** This repository, as npm installs it: its manifest names the command. */
const PACKAGE = 'github:leasehold/leasehold#v1';
const POLICY_FILE = '.github/leasehold.yml';
const EXAMPLE = 'docs/examples/leasehold.yml';

const BLOCKS: readonly Block[] = PAGES.flatMap(blocksOf);
const at = ({ page, line }: Omit<Place, 'text'>): string => `${page}:${line}`;
const written = (language: string): readonly (readonly [string, string, Block])[] =>
  BLOCKS.filter((block) => block.language === language).map((block) => [at(block), block.text, block] as const);

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on?: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: Readonly<Record<string, string>>; readonly steps?: readonly Step[] } & Pick<Step, 'uses' | 'with'>
    >
  >;
}
interface PolicyFile {
  readonly version: unknown;
  readonly guardrails?: readonly unknown[];
  readonly grants: Readonly<Record<string, unknown>>;
}

/** A configuration of pre-commit. */
interface HookFile {
  readonly repos: readonly { readonly repo: string; readonly hooks: readonly { readonly id: string }[] }[];
}
/** Jobs of GitLab. */
type GitlabFile = Readonly<Record<string, { readonly script: readonly string[] }>>;

/** Rules of lint. */
type RuleFile = readonly { readonly id: string; readonly pattern: string }[];

const isRuleFile = (value: object): value is RuleFile => Array.isArray(value) && value.every((rule) => 'pattern' in Object(rule));
const isWorkflow = (value: object): value is Workflow => 'jobs' in value;
const isPolicy = (value: object): value is PolicyFile => 'version' in value && 'grants' in value;
const isHookFile = (value: object): value is HookFile => 'repos' in value;
const isGitlabFile = (value: object): value is GitlabFile =>
  !Array.isArray(value) && Object.values(value).every((job) => 'script' in Object(job));

const YAML = written('yaml').map(
  ([place, text, block]) => [place, text, block, parse(text, { strict: true, uniqueKeys: true }) as object] as const,
);
const POLICIES = YAML.filter(([, , , value]) => isPolicy(value));
const WORKFLOWS = YAML.flatMap(([place, text, , value]) => (isWorkflow(value) ? [[place, text, value] as const] : []));
const RULES = YAML.filter(([, , , value]) => isRuleFile(value));
/** The policy file of README, which the workflows and the commands find in their repository. */
const README_POLICY: string = POLICIES.find(([, , { page }]) => page === 'README.md')?.[1] ?? '';

it('the documentation has blocks of every kind', () => {
  for (const language of LANGUAGES) expect(written(language).length, language).toBeGreaterThan(0);
  expect([POLICIES.length, WORKFLOWS.length].every((count) => count > 1)).toBe(true);
});

describe('every block', () => {
  it('is of a language that is checked, or is text', () => {
    expect(
      BLOCKS.filter(({ language }) => !LANGUAGES.includes(language)).map((block) => `${at(block)} ${block.language}`),
    ).toEqual([]);
  });

  it.each(YAML.map(([place, , , value]) => [place, value] as const))(
    '%s, YAML, is a workflow, a policy file, a list of hooks, a list of rules or a job of GitLab',
    (_place, value) => {
      expect([isWorkflow, isPolicy, isHookFile, isRuleFile, isGitlabFile].filter((is) => is(value))).toHaveLength(1);
    },
  );

  it.each(written('json'))('%s, JSON, can be read, and a policy of IAM has its form', (_place, text) => {
    const value = JSON.parse(text) as Record<string, unknown>;
    if (!('Statement' in value)) return;
    expect(value.Version).toBe('2012-10-17');
    for (const statement of [value.Statement].flat()) {
      expect(statement).toMatchObject({ Effect: expect.stringMatching(/^(?:Allow|Deny)$/), Action: expect.anything() });
    }
  });
});

describe('every policy file', () => {
  it.each(POLICIES)('of %s is right, for the providers too', async (_place, text) => {
    const policy = readPolicy(text, POLICY_FILE, PROVIDERS);
    for (const grant of policy.grants.values()) await planned({ lease: grant.id, reason: 'a test' }, text);
  });

  it('of docs/policy.md is the example that is there to be copied', () => {
    expect(POLICIES.find(([, , { page }]) => page === 'docs/policy.md')?.[1]).toBe(read(EXAMPLE));
  });

  it('of README is an excerpt of the example', () => {
    const [part, whole] = [parse(README_POLICY), parse(read(EXAMPLE))] as [PolicyFile, PolicyFile];
    expect(whole).toMatchObject({ ...part, guardrails: expect.arrayContaining([...(part.guardrails ?? [])]) });
    for (const [id, grant] of Object.entries(part.grants)) expect(whole.grants[id]).toEqual(grant);
  });
});

/** Every use of the action in the documentation. */
const USES = WORKFLOWS.flatMap(([place, , workflow]) =>
  Object.entries(workflow.jobs).flatMap(([job, { steps = [] }]) =>
    steps.flatMap((step, index) => (step.uses === ACTION ? [[`${place} jobs.${job}.steps[${index}]`, step] as const] : [])),
  ),
);

describe('every workflow', () => {
  it.each(WORKFLOWS)('of %s can be started, and may ask for an ID token', (_place, _text, { on, permissions, jobs }) => {
    expect(on).toBeTruthy();
    for (const job of Object.values(jobs)) {
      if (job.steps?.some(({ uses }) => uses === ACTION))
        expect(job.permissions ?? permissions).toMatchObject({ 'id-token': 'write' });
    }
  });

  it.each(USES)('at %s gives inputs that there are, and that are accepted', async (_place, step) => {
    const given = Object.fromEntries(Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)]));
    const known = INPUTS.map(({ name }) => name);
    expect(Object.keys(given).filter((name) => !known.includes(name))).toEqual([]);
    await planned(given, README_POLICY);
    if (given['trust-policy-file']) expect(existsSync(join(ROOT, given['trust-policy-file']))).toBe(true);
  });

  it.each(WORKFLOWS)('of %s reads outputs that there are', (_place, text, { jobs }) => {
    const steps = new Map(Object.values(jobs).flatMap((job) => (job.steps ?? []).map(({ id, uses }) => [id, uses] as const)));
    for (const [, id = '', name] of text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      const outputs = { [ACTION]: OUTPUTS, [LINT_ACTION]: LINT_OUTPUTS }[steps.get(id) ?? ''] ?? [];
      expect(outputs.map((output) => output.name)).toContain(name);
    }
  });

  it('uses the action at all', () => {
    expect(USES.length).toBeGreaterThan(3);
  });
});

describe('every use of secret-lint', () => {
  const jobs = WORKFLOWS.flatMap(([, , workflow]) => Object.values(workflow.jobs));
  const steps = jobs.flatMap((job) => job.steps ?? []).filter(({ uses }) => uses === LINT_ACTION);

  it('as an action gives inputs that there are, and that are accepted', () => {
    expect(steps.length).toBeGreaterThan(1);
    for (const { with: given = {} } of steps) {
      expect(LINT_INPUTS.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(() => readLintInputs((name) => String(given[name] ?? ''))).not.toThrow();
    }
  });

  it('as a workflow names the file that there is, and gives inputs that it takes', () => {
    const calls = jobs.filter(({ uses }) => uses !== undefined);
    expect(calls.length).toBeGreaterThan(0);
    for (const { uses, with: given = {} } of calls) {
      const path = /^leasehold\/leasehold\/(\.github\/workflows\/[\w-]+\.yml)@v1$/.exec(uses ?? '')?.[1] as string;
      const { on } = parse(read(path)) as { on: { workflow_call: { inputs: object } } };
      expect(Object.keys(on.workflow_call.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
    }
  });

  it('as a hook names one that there is', () => {
    const declared = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string }[];
    for (const { entry } of declared)
      expect(isOurs(entry.replace(/^packages\/cli\/dist\/leasehold\.js /, 'leasehold ')), entry).toBe(true);
    const hooks = declared.map(({ id }) => id);
    const files = YAML.flatMap(([, , , value]) => (isHookFile(value) ? [value] : []));
    expect(files.length).toBeGreaterThan(0);
    for (const { id } of files.flatMap(({ repos }) => repos.flatMap((repo) => repo.hooks))) expect(hooks).toContain(id);
  });

  it('in a job of GitLab is a command that there is', () => {
    const files = YAML.flatMap(([, , , value]) => (isGitlabFile(value) ? [value] : []));
    expect(files.length).toBeGreaterThan(0);
    for (const line of files.flatMap((file) => Object.values(file).flatMap(({ script }) => script))) {
      if (line === 'git clone --quiet --depth 1 --branch v1 https://github.com/leasehold/leasehold /tmp/leasehold') continue;
      const [, path = '', words = ''] = /^node \/tmp\/leasehold\/(\S+) (.*)$/.exec(line) ?? [];
      expect(FILES, line).toContain(path);
      expect(isOurs(`leasehold ${words}`), line).toBe(true);
    }
  });
});

/** Goes as far as the lease step goes before it sends anything. */
async function planned(given: Readonly<Record<string, string>>, policy: string): Promise<void> {
  const defaults = Object.fromEntries(INPUTS.map((input) => [input.name, input.default ?? '']));
  const names = PROVIDERS.flatMap(({ options }) => options.map(({ name }) => name));
  const inputs = readInputs((name) => given[name] ?? defaults[name] ?? '', names);
  const { ask } = await prepare(inputs, {
    providers: PROVIDERS,
    policy: () => import('@leasehold/policy'),
    readText: async (path) => (path === POLICY_FILE ? policy : undefined),
    env: {},
  });
  const from = Date.UTC(2026, 10, 24) / 1000;
  const leaseId = newLeaseId((from + ask.ttl) * 1000, (length) => new Uint8Array(length));
  const order: LeaseOrder = { leaseId, run: { platform: 'gh', run: '7812345678', attempt: '1' }, ttl: ask.ttl, from };
  expect(ask.provider.plan(ask.options, order).name).toContain(leaseId);
}

interface CommandLine extends Place {
  readonly words: readonly string[];
  /** What the page says about the exit code, else 0. */
  readonly code: number;
}

const LINES: readonly CommandLine[] = BLOCKS.filter(({ language }) => language === 'console').flatMap((block) =>
  block.text.split('\n').flatMap((line, index) => {
    const { command, code } = commented(line);
    return command.split(' && ').flatMap((text) => {
      const words = wordsOf(text);
      return words.length === 0 ? [] : [{ page: block.page, line: block.line + 1 + index, text, words, code }];
    });
  }),
);

/** Takes the comment off a line, and the exit code out of the comment. */
function commented(line: string): { readonly command: string; readonly code: number } {
  const [, command = '', comment = ''] = /^(.*?)(?:(?:^|\s)#(.*))?$/.exec(line) ?? [];
  return { command: command.trim(), code: Number(/\bexits with (\d+)/.exec(comment)?.[1] ?? 0) };
}

/** The words of a command as a shell cuts them; whatever needs more of a shell than quotes is refused. */
function wordsOf(command: string): readonly string[] {
  if (/[$|<>;&\\*?]/.test(command.replace(/'[^']*'/g, ''))) throw new Error(`\`${command}\` needs a shell`);
  return [...command.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) => word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}

describe('every command', () => {
  const home = process.cwd();
  let workspace = '';
  beforeAll(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'leasehold-docs-'));
    await mkdir(join(workspace, dirname(POLICY_FILE)), { recursive: true });
    await writeFile(join(workspace, POLICY_FILE), README_POLICY);
    await cp(join(ROOT, 'docs/examples'), join(workspace, 'docs/examples'), { recursive: true });
    // A repository, with the rules that are shown and with what another scanner left.
    execFileSync('git', ['init', '-q', workspace]);
    await mkdir(join(workspace, '.leasehold/rules'), { recursive: true });
    for (const [index, [, text]] of RULES.entries()) await writeFile(join(workspace, `.leasehold/rules/${index}.yml`), text);
    await writeFile(join(workspace, '.gitleaksignore'), 'src/a.ts:github-pat:1\n');
    process.chdir(workspace);
  });
  afterAll(async () => {
    process.chdir(home);
    await rm(workspace, { recursive: true, force: true });
  });

  const ours = LINES.flatMap(({ words, ...line }) => {
    const own = words[0] === 'npx' ? words.slice(1) : words;
    return own[0] === 'leasehold' ? [[at(line), line.text, own.slice(1), line.code] as const] : [];
  });

  it.each(ours)('of %s runs: %s', async (_place, _text, words, code) => {
    const ran = await called(words);
    expect(ran.code, ran.err).toBe(code);
    expect(ran.out).not.toBe('');
  });

  it('is ours, or one of npm that there is', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
    const others = LINES.filter(({ words }) => words[0] !== 'leasehold' && !(words[0] === 'npx' && words[1] === 'leasehold'));
    expect(others.filter(({ words }) => !isNpm(words, Object.keys(scripts))).map((line) => `${at(line)} ${line.text}`)).toEqual(
      [],
    );
  });

  it('in the text names commands and flags that there are', () => {
    const named = PAGES.flatMap(codeSpansOf).filter(({ text }) => text.startsWith('leasehold '));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ text }) => !isOurs(text)).map((place) => `${at(place)} ${place.text}`)).toEqual([]);
  });

  it('of npm in the text is a script that there is', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
    const named = PAGES.flatMap(codeSpansOf).flatMap((place) => place.text.split(' && ').map((text) => ({ ...place, text })));
    const wrong = named.filter(({ text }) => text.startsWith('npm ') && !isNpm(text.split(' '), Object.keys(scripts)));
    expect(wrong.map((place) => `${at(place)} ${place.text}`)).toEqual([]);
  });
});

/** `npm ci`, `npm run check`, `npm test`, or an installation of a package that we name. */
function isNpm(words: readonly string[], scripts: readonly string[]): boolean {
  const [npm, verb = '', ...rest] = words;
  if (npm !== 'npm') return false;
  if (verb === 'ci') return rest.length === 0;
  if (verb === 'run') return scripts.includes(rest[0] ?? '');
  if (verb === 'i')
    return rest
      .filter((word) => !word.startsWith('-'))
      .every(
        (name) =>
          name === PACKAGE ||
          read('packages/cli/package.json').includes(`"${name}"`) ||
          read('packages/testkit/package.json').includes(`"${name}"`),
      );
  return ['start', 'test'].includes(verb) && scripts.includes(verb);
}

/** Whether a code span such as `leasehold trust aws <grant>` begins with a command, and names no other flags than it has. */
function isOurs(span: string): boolean {
  const [words = ''] = span.slice('leasehold '.length).split(' -- ');
  const meant = COMMANDS.filter(({ name }) => `${words} `.startsWith(`${name} `) || name.startsWith(`${words.split(' ')[0]} `));
  const flags = [...words.matchAll(/(?<=^| )--([a-z-]+)/g)].map(([flag]) => flag);
  const known = meant.flatMap(({ options }) => options.map((option) => option.flags.split(' ')[0] as string));
  return meant.length > 0 && flags.every((flag) => [...known, '--help'].includes(flag));
}

describe('every link', () => {
  const links = PAGES.flatMap(linksOf).filter(({ text }) => !/^[a-z]+:/.test(text));

  it('leads to a file of the repository, and to a heading of it', () => {
    expect(links.length).toBeGreaterThan(10);
    const dead = links.filter(({ page, text }) => {
      const [path = '', anchor] = text.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), path));
      return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
    expect(dead.map((place) => `${at(place)} ${place.text}`)).toEqual([]);
  });

  it('is not the only way in: paths in code spans exist too', () => {
    const paths = PAGES.flatMap(codeSpansOf).filter(({ text }) =>
      /^(?:\.ci|\.github|actions|bench|docs|packages|scripts|test)\/[\w./-]*$/.test(text),
    );
    expect(paths.length).toBeGreaterThan(10);
    const dead = paths.filter(({ text }) => text !== POLICY_FILE && !existsSync(join(ROOT, text)));
    expect(dead.map((place) => `${at(place)} ${place.text}`)).toEqual([]);
  });
});
