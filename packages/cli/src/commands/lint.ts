/** `leasehold lint`: does a static secret stand in these files, in what is to be committed, or in what was? */

import { TIERS } from '@leasehold/core';
import { beginListing } from '@leasehold/scan/listing';
import type { CommandSpec } from '../command.ts';
import { here } from '../lint/current-folder.ts';
import { LINT_FORMATS } from '../lint/format-names.ts';
import { type LintMode, lintMode } from '../lint/lint-mode.ts';
import type { Shell } from '../shell.ts';

/** Looks for static secrets; sends nothing. */
export const lint: CommandSpec = {
  name: 'lint',
  summary: 'find static secrets in files, and fail when there is one',
  description:
    'Reads files and folders and tells every static secret in them: where it stands, how strong the evidence is, why it was taken for one, and what to do. Within a repository it reads what git tracks or would track, or what a commit, a range of commits or the whole history brings. The secret itself is never shown, and nothing is sent anywhere.',
  arguments: [
    {
      name: '[paths...]',
      description: 'files and folders; the current folder when none is given. They limit --staged, --range and --pr as well',
    },
  ],
  options: [
    { flags: '--stdin', description: 'read standard input instead of files' },
    { flags: '--stdin-path <path>', description: 'what to call standard input in the report', default: 'stdin' },
    { flags: '--staged', description: 'what is staged, as far as it is new: for a pre-commit hook' },
    {
      flags: '--range <range>',
      description: 'all that the commits of a range bring, such as main..HEAD, and their messages; also what they took out again',
    },
    { flags: '--pr', description: 'all that the pull request, merge group or push of this GitHub job brings, on any checkout' },
    { flags: '--history [repo]', description: 'all that was ever committed to this or another repository, and all messages' },
    { flags: '--rules <path>', description: 'file or folder of rules of your own; else `.leasehold/rules` of the repository' },
    { flags: '--archives', description: 'look into zip, tar and gzip files, within bounds' },
    {
      flags: '--fail-on <tier>',
      description: 'the weakest evidence that fails; what is weaker is told and does not fail',
      default: 'prefixed',
      choices: TIERS,
    },
    { flags: '--format <format>', description: 'how to write the report', default: 'text', choices: LINT_FORMATS },
    { flags: '--output <file>', description: 'write the report to this file, and the text to stdout' },
    { flags: '--no-allow-list', description: 'report what `.leasehold/allow.jsonl` allows, too' },
  ],
  examples: [
    { command: 'leasehold lint', what: 'all that git tracks or would track in the current folder' },
    { command: 'leasehold lint src .env --fail-on proven', what: 'these paths, and fail only on what is proven' },
    { command: 'leasehold lint --staged', what: 'what is about to be committed' },
    { command: 'leasehold lint --range origin/main..HEAD', what: 'what is about to be pushed, messages included' },
    { command: 'leasehold lint --history', what: 'all that was ever committed' },
    {
      command: 'kubectl get secret -o yaml | leasehold lint --stdin --stdin-path secret.yaml',
      what: 'what another program prints',
    },
    { command: 'leasehold lint --format sarif --output secrets.sarif', what: 'a report for code scanning, and text to read' },
  ],
  exits: {
    0: 'nothing was found that fails',
    1: 'something was found that fails',
    2: 'the command line, the allow list or a rule is wrong',
    3: 'something could not be read, so that it is not known to be clean, or git failed',
  },
  run: async (input, shell) => {
    const mode = begun(lintMode(input), shell);
    const { runLint } = await import('../lint/run-lint.ts');
    return runLint(mode, input, shell);
  },
};

/** Git needs as long to list a range as what scans it needs to be loaded: it begins with it first. */
function begun(mode: LintMode, { env }: Shell): LintMode {
  if (mode.kind !== 'range') return mode;
  return { ...mode, listing: beginListing(mode.range, here(), env) };
}
