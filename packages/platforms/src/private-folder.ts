/** A folder that only this user can enter, for the files of one lease. */

import { constants } from 'node:fs';
import { chmod, lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InternalError, type PrivateFolder } from '@leasehold/core';

/** `leasehold` below the job's temporary folder; holds one folder a lease. */
export function leaseRoot(temp: string): string {
  return join(temp, 'leasehold');
}

/**
 * Opens the private folder of a lease; it is made at the first write.
 *
 * @param temp - the job's temporary folder
 * @param leaseId - names the folder
 */
export function privateFolder(temp: string, leaseId: string): PrivateFolder {
  const root = leaseRoot(temp);
  const path = join(root, leaseId);
  return {
    path,
    write: async (name, content) => {
      await makePrivate(root);
      await makePrivate(path);
      // Written beside and renamed: whoever is killed in between leaves the old file or the new one, never half of one.
      const partial = join(path, `.${name}.partial`);
      await rm(partial, { force: true });
      const file = await open(partial, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
      try {
        await file.writeFile(content);
      } finally {
        await file.close();
      }
      await rename(partial, join(path, name));
    },
    read: async (name) => {
      try {
        return await readFile(join(path, name), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** Makes a folder 0700, and refuses one that somebody else put there first. */
async function makePrivate(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const found = await lstat(path);
  const foreign = process.getuid !== undefined && found.uid !== process.getuid();
  if (!found.isDirectory() || foreign) {
    throw new InternalError(`\`${path}\` is not a folder of this user`, {
      code: 'ERR_PRIVATE_FOLDER',
      help: 'another user or program made it; remove it, or give the job a temporary folder of its own',
    });
  }
  if ((found.mode & 0o077) !== 0) await chmod(path, 0o700);
}
