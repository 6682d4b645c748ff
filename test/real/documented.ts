/** The workflows of README and docs, as a reader would copy them. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';

const CHECKOUT: string = join(import.meta.dirname, '../..');

/** A workflow that stands in the documentation. */
export interface DocumentedWorkflow {
  /** File and line, for the title of a test. */
  readonly place: string;
  readonly text: string;
}

/** Every fenced YAML block with `jobs:` that uses this action; a block for something else is not ours to run. */
export function documentedWorkflows(): readonly DocumentedWorkflow[] {
  return blocks().filter(({ text }) => isRecord(parse(text)?.jobs) && /uses: leasehold\/leasehold@/.test(text));
}

/** The documented policy file whose grants the workflow names; undefined when it names none. */
export function documentedPolicy(workflow: string): string | undefined {
  const grant = /^\s+lease: (\S+)$/m.exec(workflow)?.[1];
  return grant && blocks().find(({ text }) => isRecord(parse(text)?.grants) && grant in parse(text).grants)?.text;
}

/** What the documented workflows find in their repository: the examples that the pages point to. */
export function documentedFiles(): Readonly<Record<string, string>> {
  const folder = join(CHECKOUT, 'docs/examples');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [`docs/examples/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
}

function blocks(): DocumentedWorkflow[] {
  return pages().flatMap((page) => {
    const content = readFileSync(page, 'utf8');
    return [...content.matchAll(/^```ya?ml\n(.*?)^```$/gms)].map((match) => ({
      place: `${relative(CHECKOUT, page)}:${content.slice(0, match.index).split('\n').length + 1}`,
      text: match[1] ?? '',
    }));
  });
}

function pages(): string[] {
  const docs = readdirSync(join(CHECKOUT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return [join(CHECKOUT, 'README.md'), ...docs.sort().map((name) => join(CHECKOUT, 'docs', name))];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
