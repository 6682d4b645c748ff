/** A private folder that is no folder: one process acquires and releases, so nothing of a lease has to touch the disk. */

import type { PrivateFolder } from '@leasehold/core';

/** Makes a store of private folders that lives as long as the process. */
export function memoryFolders(): (leaseId: string) => PrivateFolder {
  const folders = new Map<string, Map<string, string>>();
  return (leaseId) => ({
    path: `memory:${leaseId}`,
    write: async (name, content) => {
      const files = folders.get(leaseId) ?? new Map<string, string>();
      folders.set(leaseId, files.set(name, content));
    },
    read: async (name) => folders.get(leaseId)?.get(name),
    remove: async () => void folders.delete(leaseId),
  });
}
