/** What looks into archives, loaded only where it is asked for: it would cost each start some milliseconds. */

import { InternalError } from '@leasehold/core';

/** The module, once somebody needed it. */
let loaded: typeof import('./archive-file.ts') | undefined;

/**
 * Loads what looks into archives, when the request wants it; to be awaited before a scan of that request, in each thread.
 *
 * @example
 * await readyArchives(request);
 * const report = scanTree(request, ports);
 */
export async function readyArchives({ archives }: { readonly archives?: boolean | undefined }): Promise<void> {
  if (archives) loaded ??= await import('./archive-file.ts');
}

/**
 * What looks into archives.
 *
 * @throws InternalError (`ERR_ARCHIVES_UNREADY`) when {@link readyArchives} was not awaited
 */
export function archiveScans(): typeof import('./archive-file.ts') {
  if (loaded !== undefined) return loaded;
  throw new InternalError('archives were to be looked into before what does so was loaded', { code: 'ERR_ARCHIVES_UNREADY' });
}
