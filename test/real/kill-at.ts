/**
 * Loaded into the action before its own code: kills main with SIGKILL right before the n-th thing that anybody else can see.
 *
 * A thing is a line on stdout, a change of a file, a request that leaves, an answer that comes. `LEASEHOLD_KILL_AT` is n; all things so far are listed in the file `LEASEHOLD_KILL_LOG`.
 */

import fs from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

// biome-ignore lint/suspicious/noExplicitAny: functions of any shape, called through as they are.
type Any = (...args: any[]) => any;

const at = Number(process.env.LEASEHOLD_KILL_AT);
const write = fs.writeSync;
let log = -1;
let count = 0;
/** One method of Node's may be built on another; the outer one is the thing. */
let inside = false;

function thing(what: string): void {
  count += 1;
  write(log, `${what}\n`);
  if (count !== at) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal is delivered between two instructions of this thread: none of ours may come first.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Announces each call of a method; the label says what it is called with. */
function announce(owner: object, name: string, label: (args: readonly unknown[]) => string): void {
  const original = Reflect.get(owner, name) as Any;
  Reflect.set(owner, name, function announced(this: unknown, ...args: unknown[]) {
    if (inside) return original.apply(this, args);
    thing(`${name} ${label(args)}`);
    inside = true;
    try {
      return original.apply(this, args);
    } finally {
      inside = false;
    }
  });
}

/** Names that belong to one run only are left out, so that two runs list the same things. */
function file([path]: readonly unknown[]): string {
  if (typeof path === 'number') return 'an open file';
  return basename(String(path)).replace(/[0-9a-f]{8}(-[0-9a-f]+){4}|[0-9a-z]{14}/, 'ID');
}

function install(): void {
  const calls = ['appendFile', 'writeFile', 'mkdir', 'rename', 'rm', 'unlink'];
  for (const name of [...calls, 'write', 'ftruncate']) announce(fs, `${name}Sync`, file);
  for (const name of calls) announce(fs.promises, name, file);

  const open = fs.promises.open;
  fs.promises.open = async (path, flags, mode) => {
    if (flags !== undefined && flags !== 'r') thing(`open ${file([path])}`);
    const handle = await open(path, flags, mode);
    announce(handle, 'writeFile', () => file([path]));
    return handle;
  };

  announce(
    process.stdout,
    'write',
    ([text]) =>
      String(text)
        .split(/[ :]+/)
        .find((word) => word !== '') ?? '',
  );

  const emit = http.ClientRequest.prototype.emit as Any;
  Reflect.set(http.ClientRequest.prototype, 'emit', function emitted(this: unknown, event: unknown, ...args: unknown[]) {
    if (event === 'response') thing('answer');
    return emit.call(this, event, ...args);
  });
  announce(http.ClientRequest.prototype, 'end', () => 'of a request');
  syncBuiltinESMExports();
}

// The variables of a step reach its post too, which lives.
if (basename(process.argv[1] ?? '') === 'main.js') {
  log = fs.openSync(process.env.LEASEHOLD_KILL_LOG ?? '', 'a');
  install();
}
