/** What `leasehold hook install` does: write the hook where git looks for it, and touch nothing that is somebody else's. */

import { randomUUID } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '@leasehold/core';
import { EXIT } from '../exit.ts';
import { flagOf, type Input } from '../input.ts';
import type { Shell } from '../shell.ts';
import { type HookFramework, hookFramework } from './hook-framework.ts';
import { type HookPlace, hookPlace } from './hook-place.ts';
import { HOOK_SCRIPT, type HookOrigin, hookOrigin, KEPT_SUFFIX } from './hook-script.ts';

/**
 * Installs the hook, or takes it away.
 *
 * @throws ConfigError when there is no working tree, or when the hook that is there is somebody else's and it was not said what to do with it
 */
export function installHook(input: Input, shell: Shell): number {
  const place = hookPlace(process.cwd());
  const force = flagOf(input, 'force');
  if (flagOf(input, 'uninstall')) return uninstall(place, force, shell);
  const framework = force ? undefined : hookFramework(place.top);
  if (framework !== undefined) return explain(framework, shell);
  if (place.everywhere && !force) throw everywhereError(place);
  return install(place, force, shell);
}

function install({ file }: HookPlace, force: boolean, { out }: Shell): number {
  const origin = originOf(file);
  if (origin === 'ours' && readFileSync(file, 'utf8') === HOOK_SCRIPT) {
    out.line(`${out.paint('green', 'there already')}: ${file}`);
    return EXIT.clean;
  }
  if (origin === 'changed' || (origin === 'foreign' && !force)) throw keptError(file, origin);
  mkdirSync(dirname(file), { recursive: true });
  if (origin === 'foreign') keep(file);
  write(file);
  out.line(`${out.paint('green', origin === 'ours' ? 'renewed' : 'installed')}: ${file}`);
  if (origin === 'foreign') out.line(`  the hook that was there runs before it: ${file}${KEPT_SUFFIX}`);
  out.line('  before each commit it runs `leasehold lint --staged`');
  return EXIT.clean;
}

function uninstall({ file }: HookPlace, force: boolean, { out }: Shell): number {
  const origin = originOf(file);
  if (origin === 'changed' && !force) throw keptError(file, origin);
  if (origin === undefined || origin === 'foreign') {
    out.line(`nothing to take away: no hook of leasehold at ${file}`);
    return EXIT.clean;
  }
  const kept = `${file}${KEPT_SUFFIX}`;
  const before = originOf(kept) !== undefined;
  if (before) renameSync(kept, file);
  else rmSync(file);
  out.line(`${out.paint('green', 'taken away')}: ${file}${before ? ', and the hook that was there before is back' : ''}`);
  return EXIT.clean;
}

/** Whose the hook at a place is; undefined when there is none. A link is somebody else's, wherever it leads. */
function originOf(file: string): HookOrigin | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isFile() ? hookOrigin(readFileSync(file, 'utf8')) : 'foreign';
}

function keep(file: string): void {
  const kept = `${file}${KEPT_SUFFIX}`;
  if (originOf(kept) !== undefined) {
    throw new ConfigError(`\`${kept}\` is there already, so that the hook cannot be kept under that name`, {
      code: 'ERR_HOOK_KEPT',
      help: 'look at both, and move one of them away',
    });
  }
  renameSync(file, kept);
}

/** Whoever commits meanwhile runs the old hook or the new one. */
function write(file: string): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, HOOK_SCRIPT, { mode: 0o755 });
    // The mode of a new file is cut by the mask of the process.
    chmodSync(draft, 0o755);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function explain({ name, file, where, lines }: HookFramework, { out, err }: Shell): number {
  err.line(`${err.paint('yellow', 'not installed')}: ${name} is in charge of the hooks here, as \`${file}\` shows`);
  err.line(`add ${where}:`);
  for (const line of lines) out.line(line);
  return EXIT.usage;
}

function keptError(file: string, origin: HookOrigin): ConfigError {
  return origin === 'changed'
    ? new ConfigError(`somebody has changed the hook at \`${file}\` since it was written`, {
        code: 'ERR_HOOK_KEPT',
        help: 'keep it as it is, or remove the file and install the hook anew',
      })
    : new ConfigError(`there is a hook at \`${file}\` already`, {
        code: 'ERR_HOOK_KEPT',
        help: 'add the line `leasehold lint --staged || exit 1` to it, or let it run before ours with `--force`',
      });
}

function everywhereError({ file }: HookPlace): ConfigError {
  return new ConfigError(`\`core.hooksPath\` of your own settings names the folder of \`${file}\`, for every repository`, {
    code: 'ERR_HOOK_EVERYWHERE',
    help: 'set `core.hooksPath` in this repository, or install the hook for every repository with `--force`',
  });
}
