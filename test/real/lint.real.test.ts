/** The built command and the built action on repositories of others, as they stand: what fails must be provably a secret, in time and memory that are told. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runAction } from '@leasehold/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../repository.ts';

/** Folders that hold working trees, one behind the other as in `PATH`. */
const CHECKOUTS = (process.env.LEASEHOLD_CHECKOUTS ?? '').split(delimiter).filter((folder) => folder !== '');
const CLI = join(ROOT, 'packages/cli/dist/leasehold.js');
const ACTION = join(ROOT, 'actions/secret-lint/dist/main.js');
/** Findings in a million lines that fail though no checksum, structure or key mathematics proves them. */
const MOST_FAILING = 0.5;
const MOST_MEMORY_KB = 150 * 1024;

interface Found {
  readonly ruleId: string;
  readonly path: string;
  readonly line: number;
  readonly tier: string;
  readonly fails: boolean;
  readonly fingerprint: string;
}

interface Usage {
  readonly maxRSS: number;
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'leasehold-real-lint-'));
afterAll(() => rmSync(scratch, { recursive: true }));
/** Loaded into the command before it starts, since only the process itself knows what it used. */
const WITNESS = join(scratch, 'witness.cjs');
writeFileSync(
  WITNESS,
  "process.on('exit', () => require('fs').writeFileSync(process.env.USAGE_FILE, JSON.stringify(process.resourceUsage())));\n",
);

/** Runs the built command in a folder. */
function lint(
  folder: string,
  ...words: readonly string[]
): { readonly status: number | null; readonly out: string; readonly usage: Usage } {
  const usage = join(scratch, 'usage.json');
  const { status, stdout } = spawnSync(process.execPath, ['--require', WITNESS, CLI, 'lint', ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, USAGE_FILE: usage },
  });
  return { status, out: stdout, usage: JSON.parse(readFileSync(usage, 'utf8')) as Usage };
}

function linesIn(folder: string): number {
  const command = "find . -name .git -prune -o -type f -print0 | xargs -0 cat | tr -cd '\\n' | wc -c";
  return Number(spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).stdout);
}

/** Without a name there is one that does not exist: skipped and counted, or failing where it is required. */
const NAMED = CHECKOUTS.length > 0 ? CHECKOUTS : ['LEASEHOLD_CHECKOUTS'];

describe.skipIf(CHECKOUTS.length === 0 && process.env.LEASEHOLD_REAL !== 'required')('lint on a repository of others', () => {
  it.each(NAMED)('%s fails for nothing that is not proven, and keeps to its memory', (folder) => {
    const { out, usage } = lint(folder, '--format', 'json');
    const { findings } = JSON.parse(out) as { readonly findings: readonly Found[] };
    const lines = linesIn(folder);
    const failing = findings.filter(({ fails }) => fails);
    const unproven = failing.filter(({ tier }) => tier !== 'proven');
    const rate = (unproven.length / lines) * 1e6;
    const cpu = ((usage.userCPUTime + usage.systemCPUTime) / 1e6).toFixed(2);
    const figures = `${failing.length} fail, ${unproven.length} of them unproven, in ${lines} lines; ${cpu} s of processor, ${usage.maxRSS} KB`;
    const places = unproven.map(({ ruleId, path, line }) => `${ruleId} ${path}:${line}`);
    expect(rate, [figures, ...places].join('\n')).toBeLessThanOrEqual(MOST_FAILING);
    expect(usage.maxRSS, figures).toBeLessThan(MOST_MEMORY_KB);
  });

  it.each(NAMED)('%s gives the same report twice', (folder) => {
    const marks = (): string => {
      const { findings } = JSON.parse(lint(folder, '--format', 'json').out) as { readonly findings: readonly Found[] };
      return createHash('sha256').update(JSON.stringify(findings)).digest('hex');
    };
    expect(marks()).toBe(marks());
  });

  it.each(NAMED)('%s gives the step what it gives the command', async (folder) => {
    const { out } = lint(folder, '--format', 'json');
    const { findings } = JSON.parse(out) as { readonly findings: readonly Found[] };
    const failing = findings.filter(({ fails }) => fails).length;
    const sarif = join(scratch, 'report.sarif');
    const { main, outputs } = await runAction({
      entry: { main: ACTION },
      workspace: folder,
      inputs: { paths: '.', mode: 'tree', 'sarif-file': sarif },
    });
    expect([outputs.findings, outputs.failing]).toEqual([String(findings.length), String(failing)]);
    expect(main.code).toBe(failing > 0 ? 1 : 0);
    expect((main.stdout.match(/^::error/gm) ?? []).length).toBeLessThanOrEqual(10);
    const { results } = JSON.parse(readFileSync(sarif, 'utf8')).runs[0];
    expect(results).toHaveLength(findings.length);
  });
});
