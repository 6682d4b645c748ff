/** The layers of the leases that a job holds, as their private folders keep them. */

import type { Platform } from '@leasehold/core';
import { type EnvironmentLayer, LAYER_FILE, parseLayer } from './environment.ts';

/** Reads the layers of all leases but one, by lease id; a folder without a readable layer has none, and keeps no other lease from being restored. */
export async function otherLayers(
  leaseId: string,
  platform: Pick<Platform, 'folder' | 'folders'>,
): Promise<ReadonlyMap<string, EnvironmentLayer>> {
  const layers = new Map<string, EnvironmentLayer>();
  for (const id of await platform.folders()) {
    const layer =
      id === leaseId
        ? undefined
        : parseLayer(
            await platform
              .folder(id)
              .read(LAYER_FILE)
              .catch(() => undefined),
          );
    if (layer) layers.set(id, layer);
  }
  return layers;
}
