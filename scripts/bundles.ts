/** The list of what is bundled, and how one bundle is built in memory. */

import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { type Joint, joinChunks } from './join-chunks.ts';
import { lazyRuntime } from './lazy-runtime.ts';
import { thirdPartyLicenses } from './third-party.ts';

/** The repository's folder. */
export const ROOT: string = join(import.meta.dirname, '..');

/** One program that is handed out as plain JavaScript. */
export interface Bundle {
  /** Folder of the package; the result stands in its `dist`. */
  readonly folder: string;
  /** Name in `dist` without extension, to source. */
  readonly entries: Readonly<Record<string, string>>;
  /** Threads that the entries begin, by their names in `dist`: files of their own, which are looked for beside the code that begins them. */
  readonly workers?: Readonly<Record<string, string>>;
  /** Chunks of the entries that are joined. */
  readonly joints?: readonly Joint[];
  /** What must run it: the runner's Node for actions, the user's own for the command line. */
  readonly target: string;
  /** Whether the entries are commands, with an executable bit. */
  readonly command: boolean;
  /** Packages that are not packed but imported where they are installed. */
  readonly external: readonly string[];
}

/** The policy evaluator of `leasehold try`: its licence, the AGPL, does not go with ours, so it is never handed out with it (docs/decisions/0009-evaluator-not-bundled.md). */
const EVALUATOR: readonly string[] = ['@cloud-copilot/iam-simulate', '@cloud-copilot/iam-policy'];

/** As packages/scan/src/history/crew.ts calls it. */
const HISTORY_WORKER = { 'history-worker': '../../packages/scan/src/history/worker.ts' };

/** Everything that is bundled. */
export const BUNDLES: readonly Bundle[] = [
  {
    folder: 'actions/lease',
    entries: { main: 'src/main.ts', post: 'src/post.ts' },
    target: 'esnext',
    command: false,
    external: [],
  },
  {
    folder: 'actions/secret-lint',
    entries: { main: 'src/main.ts' },
    workers: HISTORY_WORKER,
    target: 'esnext',
    command: false,
    external: [],
  },
  {
    folder: 'packages/cli',
    entries: { leasehold: 'src/main.ts' },
    workers: HISTORY_WORKER,
    joints: [
      { name: 'start', source: 'packages/cli/src/run.ts' },
      { name: 'lint', source: 'packages/cli/src/lint/run-lint.ts' },
      // Without the listing of a range, which is small enough for the start, and has to be there before the rest.
      { name: 'changes', source: 'packages/scan/src/changes/index.ts' },
    ],
    target: 'node20',
    command: true,
    external: EVALUATOR,
  },
];

/** A bundle in memory. */
export interface Built {
  /** Path relative to the repository, to content; sorted. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metafile: Metafile;
}

/**
 * Builds one bundle without writing it: the same sources give the same bytes.
 *
 * Every entry is built by itself: a chunk that two entries share is one more module to find and to compile at the start of each, which costs more than the bytes that it spares.
 *
 * Not minified, so that a reviewer can read what runs. `await using` is kept by `esnext` and lowered for `node20`.
 */
export async function buildBundle(bundle: Bundle): Promise<Built> {
  const dist = join(bundle.folder, 'dist');
  const files = new Map<string, Uint8Array>();
  const metafile: Metafile = { inputs: {}, outputs: {} };
  for (const [name, source] of Object.entries({ ...bundle.entries, ...bundle.workers })) {
    const built = await build({
      absWorkingDir: ROOT,
      entryPoints: { [name]: join(bundle.folder, source) },
      outdir: dist,
      bundle: true,
      splitting: true,
      chunkNames: 'chunk-[hash]',
      format: 'esm',
      platform: 'node',
      target: bundle.target,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'warning',
      external: [...bundle.external],
      plugins: [lazyRuntime],
      metafile: true,
      write: false,
    });
    const split = {
      texts: new Map(built.outputFiles.map((file) => [file.path.slice(ROOT.length + 1), file.text])),
      outputs: built.metafile.outputs,
    };
    const { texts, outputs } = name in bundle.entries && bundle.joints ? await joinChunks(split, bundle.joints) : split;
    for (const [path, text] of texts) files.set(path, new TextEncoder().encode(text));
    Object.assign(metafile.inputs, built.metafile.inputs);
    Object.assign(metafile.outputs, outputs);
  }
  files.set(join(dist, 'THIRD_PARTY_LICENSES'), new TextEncoder().encode(await thirdPartyLicenses(ROOT, inputsOf(metafile))));
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), metafile };
}

/** The files that the outputs hold code of. */
function inputsOf(metafile: Metafile): Set<string> {
  return new Set(
    Object.values(metafile.outputs).flatMap((output) =>
      Object.entries(output.inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([path]) => path),
    ),
  );
}
