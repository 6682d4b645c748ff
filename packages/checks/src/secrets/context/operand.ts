/** What is assigned, handed over or sent where a name speaks of a credential: the value, its name, and what stands around them. */

/** One candidate of the contextual rules; all text is latin1, one character a byte. */
export interface Operand {
  /** Where the value stands in the file, in bytes. */
  readonly start: number;
  readonly end: number;
  /** At most 512 characters. */
  readonly value: string;
  /** The name on the left as it is spelt, such as `db.password` or `X-Api-Key`; at most 64 characters. */
  readonly name: string;
  /** What ties the two: an operator such as `=` or `: `, `(` of a call, a blank behind a flag or a scheme. */
  readonly tie: string;
  /** The value stands in quotes. */
  readonly quoted: boolean;
  /** The value is an argument of the call that is assigned. */
  readonly called: boolean;
  /** The scheme that introduces it, such as `bearer`; `''` without one. */
  readonly scheme: string;
  /** What stands around it; read from the file when it is first asked for, as most candidates are turned down before. */
  readonly around: () => Surroundings;
}

/** The rest of a line. */
export interface Surroundings {
  /** Before the name, up to 120 characters. */
  readonly before: string;
  /** Behind the value, up to 40 characters. */
  readonly after: string;
}

/** What a file is to the scorer, by the end of its name. */
export type FileKind = 'code' | 'config' | 'data' | 'doc' | 'shell' | 'other';

const KINDS: Readonly<Record<Exclude<FileKind, 'other'>, string>> = {
  code: 'c cc cpp cs cxx dart ex exs go groovy h hpp hs java js jsx kt kts lua m mjs cjs mm nim php pl pm py r rb rs scala sol swift tf ts tsx vb vue zig gradle html htm xhtml erb jsp svelte css scss less',
  config: 'cfg conf config env ini properties toml yaml yml netrc npmrc plist xml example sample test dist template tmpl',
  data: 'csv json jsonl lock tsv ipynb har',
  doc: 'adoc asciidoc md markdown mdx rst txt tex rsp',
  shell: 'bash bat cmd fish ps1 psm1 sh zsh sql',
};
const byEnd: ReadonlyMap<string, FileKind> = new Map(
  Object.entries(KINDS).flatMap(([kind, ends]) => ends.split(' ').map((end) => [end, kind as FileKind])),
);

/** The kind of a file. */
export function fileKind(path: string): FileKind {
  const dot = path.lastIndexOf('.');
  if (dot < 0 || path.length - dot > 12) return 'other';
  return byEnd.get(path.slice(dot + 1).toLowerCase()) ?? 'other';
}
