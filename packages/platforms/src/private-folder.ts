/** A folder that only this user can enter, for the files of one lease. */

import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { InternalError, type PrivateFolder } from '@leasehold/core';

/** What a lease and a file of it may be called: nothing that leads elsewhere. */
const NAME = /^[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/;

/** `leasehold` below the job's temporary folder; holds one folder a lease. */
function leaseRoot(temp: string): string {
  return join(temp, 'leasehold');
}

/** Ids of the leases that have a private folder; whatever else lies beside them is none. */
export function leaseFolders(temp: string): readonly string[] {
  const root = leaseRoot(temp);
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && NAME.test(entry.name) ? [entry.name] : [],
  );
}

/**
 * Opens the private folder of a lease; it is made at the first write.
 *
 * @param temp - the job's temporary folder
 * @param leaseId - names the folder
 * @throws InternalError `ERR_PRIVATE_FOLDER` when the id, or later the name of a file, would lead out of it, or when the folder is somebody else's
 */
export function privateFolder(temp: string, leaseId: string): PrivateFolder {
  const root = leaseRoot(temp);
  const path = join(root, named(leaseId));
  // Synchronous inside: these are a few small files, and loading `node:fs/promises` costs more than all of them.
  return {
    path,
    write: async (name, content) => {
      // Written beside and renamed: whoever is killed in between leaves the old file or the new one, never half of one.
      const partial = join(path, `.${named(name)}.partial`);
      makePrivate(root);
      makePrivate(path);
      rmSync(partial, { force: true });
      const file = openSync(partial, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
      try {
        writeFileSync(file, content);
      } finally {
        closeSync(file);
      }
      renameSync(partial, join(path, name));
    },
    read: async (name) => {
      try {
        return readFileSync(join(path, named(name)), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: async () => rmSync(path, { recursive: true, force: true }),
  };
}

function named(name: string): string {
  if (NAME.test(name)) return name;
  throw new InternalError('a lease or a file of it has a name that leads out of its private folder', {
    code: 'ERR_PRIVATE_FOLDER',
  });
}

/** Makes a folder 0700, and refuses one that somebody else put there first. */
function makePrivate(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const foreign = process.getuid !== undefined && found.uid !== process.getuid();
  if (!found.isDirectory() || foreign) {
    throw new InternalError(`\`${path}\` is not a folder of this user`, {
      code: 'ERR_PRIVATE_FOLDER',
      help: 'another user or program made it; remove it, or give the job a temporary folder of its own',
    });
  }
  if ((found.mode & 0o077) !== 0) chmodSync(path, 0o700);
}
