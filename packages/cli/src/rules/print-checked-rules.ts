/** What `leasehold rules check` prints: each rule with its examples, or everything that is wrong. */

import { realpathSync } from 'node:fs';
import { problemsText } from '@leasehold/report';
import { type CheckedRule, type CheckedRules, checkRules, RULES_FOLDER, scannerSource } from '@leasehold/scan';
import { EXIT } from '../exit.ts';
import { type Input, textOf } from '../input.ts';
import type { Output, Shell } from '../shell.ts';

/** The code of what an example shows; every other one is a mistake in the file. */
const EXAMPLE = 'ERR_RULES_EXAMPLE';

/**
 * Checks the rules of the paths, or of the repository.
 *
 * @throws ConfigError when a path names nothing, or a file cannot be read
 */
export async function printCheckedRules(input: Input, shell: Shell): Promise<number> {
  const cwd = realpathSync.native(process.cwd());
  const paths = input.positional.filter((path) => path !== undefined);
  const sources = paths.length === 0 ? [scannerSource({ cwd })] : paths.map((rules) => scannerSource({ cwd, rules }));
  const parts = await Promise.all(sources.map(checkRules));
  const checked = { rules: parts.flatMap(({ rules }) => rules), problems: parts.flatMap(({ problems }) => problems) };
  if (textOf(input, 'format') === 'json') {
    shell.out.line(JSON.stringify({ valid: checked.problems.length === 0, ...checked }, null, 2));
  } else print(checked, shell);
  if (checked.problems.length === 0) return EXIT.clean;
  return checked.problems.every(({ code }) => code === EXAMPLE) ? EXIT.denied : EXIT.usage;
}

function print({ rules, problems }: CheckedRules, { out, err }: Shell): void {
  if (problems.length > 0) {
    err.line(problemsText(problems));
    return;
  }
  if (rules.length === 0) out.line(`there are no custom rules in ${RULES_FOLDER}`);
  for (const rule of rules) printRule(rule, out);
}

function printRule({ id, title, file, line, positive, negative }: CheckedRule, out: Output): void {
  const examples = `${positive} ${positive === 1 ? 'example' : 'examples'} found, ${negative} passed over`;
  out.line(`${out.paint('green', 'ok')} ${file}:${line}  ${id}  ${title}: ${examples}`);
}
