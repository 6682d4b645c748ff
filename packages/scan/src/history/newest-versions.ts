/** What stands under a path in the newest versions that refs lead to. */

import { type ObjectStore, parseTag, type Ref } from '@leasehold/git';
import type { PathLookup } from '../changes/path-lookup.ts';

/** A content and a ref in whose newest version it stands. */
export interface Standing {
  readonly ref: string;
  readonly content: string;
}

/** Refs whose newest versions are looked into. */
const REFS = 512;
/** A tag may stand for a tag. */
const TAGS = 5;

/** The first newest version in which a path (latin1, from the top) has a content that fits, that of `HEAD` before all others. */
export type Standings = (path: string, fits: (content: string) => boolean) => Standing | undefined;

/** Opens the newest versions; each path is looked up in each once, and only as far as it is needed. */
export function newestVersions(refs: readonly Ref[], store: ObjectStore, lookup: PathLookup): Standings {
  const known = new Map<string, { readonly different: Standing[]; looked: number }>();
  let tips: readonly Ref[] | undefined;
  return (path, fits) => {
    tips ??= tipsOf(refs, store);
    const standing = known.get(path) ?? { different: [], looked: 0 };
    known.set(path, standing);
    const found = standing.different.find(({ content }) => fits(content));
    if (found !== undefined) return found;
    while (standing.looked < tips.length) {
      const { name, id } = tips[standing.looked++] as (typeof tips)[number];
      const content = lookup(id, path);
      if (content === undefined || standing.different.some((other) => other.content === content)) continue;
      const next = { ref: name, content };
      standing.different.push(next);
      if (fits(content)) return next;
    }
    return undefined;
  };
}

/** Newest commits, `HEAD` first, then branches, each once. */
function tipsOf(refs: readonly Ref[], store: ObjectStore): readonly Ref[] {
  const order = ({ name }: Ref): number => (name === 'HEAD' ? 0 : name.startsWith('refs/heads/') ? 1 : 2);
  const seen = new Set<string>();
  return refs
    .toSorted((a, b) => order(a) - order(b))
    .slice(0, REFS)
    .flatMap(({ name, id }) => {
      const commit = commitOf(id, store);
      if (commit === undefined || seen.has(commit)) return [];
      seen.add(commit);
      return [{ name, id: commit }];
    });
}

/** The commit that a ref stands for, behind an annotated tag. */
function commitOf(id: string, store: ObjectStore): string | undefined {
  let at = id;
  for (let step = 0; step < TAGS; step++) {
    const read = store.read(at);
    if (read === undefined || read.type === 'commit') return read && at;
    const object = read.type === 'tag' ? parseTag(read.bytes)?.object : undefined;
    if (object === undefined) return undefined;
    at = object;
  }
  return undefined;
}
