/**
 * Joins the chunks of a bundle that a frequent command loads anyway.
 *
 * Code splitting makes a chunk for every set of entries and dynamic imports that share code, so that one command may load twenty and more, most of them smaller than a kilobyte. Each is a file to find, to read and to link: half a millisecond, which for a hook that runs on every commit adds up to half of what Node itself needs to start.
 */

import { basename, dirname } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

/** Chunks that become one. */
export interface Joint {
  /** Name of the file in `dist`, without extension. */
  readonly name: string;
  /** The source of a dynamic import, as the metafile names it: its chunk is joined with what it imports statically, as far as no joint before this one has it. */
  readonly source: string;
}

/** Outputs by their paths, as the metafile has them. */
type Texts = ReadonlyMap<string, string>;

/** The output of code splitting, before and after chunks are joined. */
export interface Split {
  readonly texts: Texts;
  readonly outputs: Metafile['outputs'];
}

/** Chunks up to this size in bytes go into the first joint when a later one needs them, so that others that need them do not load the later one. */
const SMALL = 8192;

/** An import of a chunk with its names, one for its effects, and one on demand. */
const STATIC = /\bimport (?:(\{[^}]*\}) from )?"\.\/([\w-]+\.js)"/g;
const DYNAMIC = /\bimport\("\.\/([\w-]+\.js)"\)/g;
/** The comments by which esbuild says where code is from. */
const ORIGIN = /^\/\/ (?=\S+$)/gm;

/**
 * Joins chunks; a name that two of them export is renamed.
 *
 * @throws Error when a joint names a source that has no chunk
 */
export async function joinChunks(split: Split, joints: readonly Joint[]): Promise<Split> {
  const groups = groupsOf(split.outputs, joints);
  const placeOf = new Map(groups.flatMap(({ path, members }) => members.map((member) => [basename(member), { path, member }])));
  const naming = new Map(groups.flatMap(({ members }) => [...namesOf(members, split.outputs)]));
  const redirected = (text: string): string =>
    text
      .replace(STATIC, (whole, names: string | undefined, file: string) => {
        const place = placeOf.get(file);
        if (place === undefined) return whole;
        const from = `"./${basename(place.path)}"`;
        return names === undefined ? `import ${from}` : `import ${renamed(names, place.member, naming)} from ${from}`;
      })
      .replace(DYNAMIC, (whole, file: string) => {
        const place = placeOf.get(file);
        return place === undefined ? whole : `import("./${basename(place.path)}")`;
      });
  const texts = new Map<string, string>();
  for (const [path, text] of split.texts) if (!placeOf.has(basename(path))) texts.set(path, redirected(text));
  const outputs: Metafile['outputs'] = {};
  const importsOf = (members: readonly string[], self: string): Metafile['outputs'][string]['imports'] => {
    const imports = members.flatMap((member) => split.outputs[member]?.imports ?? []);
    const moved = imports.map((one) => ({ ...one, path: placeOf.get(basename(one.path))?.path ?? one.path }));
    const distinct = new Map(moved.map((one) => [`${one.kind} ${one.path}`, one]));
    return [...distinct.values()].filter(({ path }) => path !== self);
  };
  for (const [path, output] of Object.entries(split.outputs)) {
    if (!placeOf.has(basename(path))) outputs[path] = { ...output, imports: importsOf([path], path) };
  }
  for (const { path, members, source } of groups) {
    const text = redirected(await joined(members, split.texts, naming));
    texts.set(path, text);
    outputs[path] = {
      bytes: Buffer.byteLength(text),
      inputs: Object.assign({}, ...members.map((member) => split.outputs[member]?.inputs)),
      imports: importsOf(members, path),
      exports: members.flatMap((member) => [...(naming.get(member) as ReadonlyMap<string, string>).values()]),
      entryPoint: source,
    };
  }
  return { texts, outputs };
}

/** A joint with its chunks, that of its source first. */
interface Group {
  readonly path: string;
  readonly source: string;
  readonly members: readonly string[];
}

function groupsOf(outputs: Metafile['outputs'], joints: readonly Joint[]): readonly Group[] {
  const roots = joints.map(({ source }) => {
    const root = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === source);
    if (root === undefined) throw new Error(`${source} has no chunk of its own`);
    return root;
  });
  const small = roots
    .flatMap((root) => [...closureOf(outputs, root)])
    .filter((path) => [...closureOf(outputs, path)].every((other) => (outputs[other]?.bytes ?? 0) <= SMALL));
  const taken = new Set<string>();
  return joints.map(({ name, source }, index) => {
    const root = roots[index] as string;
    const wanted = [...closureOf(outputs, root), ...(index === 0 ? small : [])];
    const members = [...new Set(wanted)].filter((path) => !taken.has(path));
    for (const member of members) taken.add(member);
    return { path: `${dirname(root)}/${name}.js`, source, members };
  });
}

/** An output and what it imports statically. */
function closureOf(outputs: Metafile['outputs'], path: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (outputs[path] === undefined || seen.has(path)) return seen;
  seen.add(path);
  for (const { path: to, kind } of outputs[path].imports) if (kind !== 'dynamic-import') closureOf(outputs, to, seen);
  return seen;
}

/** By member, what the joint calls what it exports: that of the source's own chunk, which is imported on demand, keeps its names. */
function namesOf(members: readonly string[], outputs: Metafile['outputs']): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const used = new Set<string>();
  return new Map(
    members.map((member) => {
      const names = (outputs[member]?.exports ?? []).map((name): [string, string] => {
        let free = name;
        for (let count = 2; used.has(free); count++) free = `${name}$${count}`;
        used.add(free);
        return [name, free];
      });
      return [member, new Map(names)];
    }),
  );
}

/** The names of an import, as the joint has them. */
function renamed(names: string, member: string, naming: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  return names.replace(/([\w$]+)(?: as ([\w$]+))?/g, (_, name: string, local: string = name) => {
    const exported = naming.get(member)?.get(name) ?? name;
    return exported === local ? local : `${exported} as ${local}`;
  });
}

async function joined(
  members: readonly string[],
  texts: Texts,
  naming: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<string> {
  const byFile = new Map(members.map((member) => [basename(member), texts.get(member) ?? '']));
  const inMemory: Plugin = {
    name: 'in-memory',
    setup(context): void {
      context.onResolve({ filter: /.*/ }, ({ path, kind }) => {
        const file = basename(path);
        return kind !== 'dynamic-import' && byFile.has(file) ? { path: file, namespace: 'chunk' } : { path, external: true };
      });
      // A comment that looks like a licence is kept, so that the joint still says where its code is from.
      context.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({
        contents: (byFile.get(path) ?? '').replace(ORIGIN, '//! '),
      }));
    },
  };
  const entry = members.map((member) => {
    const names = [...(naming.get(member) as ReadonlyMap<string, string>)].map(([name, free]) => `${name} as ${free}`);
    return names.length === 0
      ? `import './${basename(member)}';`
      : `export { ${names.join(', ')} } from './${basename(member)}';`;
  });
  const built = await build({
    stdin: { contents: entry.join('\n') },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'esnext',
    // A text with a single character beyond ASCII is decoded to twice its size before it is compiled.
    charset: 'ascii',
    legalComments: 'inline',
    logLevel: 'warning',
    plugins: [inMemory],
  });
  const text = built.outputFiles[0]?.text ?? '';
  return text.replace(/^\/\/ chunk:.*\n/gm, '').replace(/^\/\/! /gm, '// ');
}
