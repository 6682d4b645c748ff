/** The licences of the packages that really are in a bundle, as the text file that stands beside it. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const RULE = '-'.repeat(80);

/**
 * Writes the notices of third parties.
 *
 * @param root - the folder that the inputs are relative to
 * @param inputs - files that the bundle holds code of, as esbuild's metafile names them
 * @returns one section a package, sorted by name and version
 */
export async function thirdPartyLicenses(root: string, inputs: Iterable<string>): Promise<string> {
  const folders = new Set([...inputs].map(packageFolder).filter((folder) => folder !== undefined));
  const notices = await Promise.all([...folders].map((folder) => notice(join(root, folder))));
  return ['This bundle holds code of the following packages.', ...notices.sort()].join(`\n\n${RULE}\n`).concat('\n');
}

/** `node_modules/a/node_modules/@b/c/lib/x.js` lies in `node_modules/a/node_modules/@b/c`. */
function packageFolder(input: string): string | undefined {
  return /^(?:[^:]*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** The parts of a manifest that a notice is made of. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

async function notice(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = (await readdir(folder)).sort().find((name) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(name));
  const text = file
    ? await readFile(join(folder, file), 'utf8')
    : `Copyright ${authorOf(manifest)}; the package has no file with its licence.`;
  return `${manifest.name} ${manifest.version} (${manifest.license ?? 'unknown'})\n\n${text.replaceAll('\r\n', '\n').trim()}`;
}

function authorOf({ author }: Manifest): string {
  return (typeof author === 'string' ? author : author?.name) ?? 'its authors';
}
