/** Says of what was seen in objects where it stands: which file, which commit brought it, and what became of it. */

import { wordOfTests } from '@leasehold/checks';
import type { Finding, Provenance } from '@leasehold/core';
import { type ObjectStore, parseCommit, parseTag, type Ref } from '@leasehold/git';
import type { Objects } from '../changes/objects.ts';
import { newPathLookup } from '../changes/path-lookup.ts';
import { authorship } from '../changes/provenance.ts';
import { type Contents, keyOf } from './contents.ts';
import { endOf, firstOf, type Has } from './lifetime.ts';
import { newestVersions } from './newest-versions.ts';
import type { MainlineCommit, ObjectHistory, Version } from './object-history.ts';
import { removalOn } from './removal.ts';
import type { Sighting } from './sightings.ts';

/** What attribution needs of the repository. */
export interface AttributionPorts {
  readonly store: ObjectStore;
  readonly objects: Objects;
  readonly contents: Contents;
  /** Undefined where git could not tell it: then only the newest version of `HEAD` is known. */
  readonly history: ObjectHistory | undefined;
  /** As `readRefs` gives them. */
  readonly refs: readonly Ref[];
  /** Where contents stand in the newest version of `HEAD`. */
  readonly inHead: ReadonlyMap<string, readonly string[]>;
  /** Ids of commits and tags among the objects that were seen. */
  readonly messages: ReadonlySet<string>;
}

/** Paths of one value that are followed. */
const PATHS = 4;

/**
 * Makes findings of sightings: one a secret, where it stood first. What under its path is none is left out, as in a working tree.
 */
export function attribute(strong: readonly Sighting[], ports: AttributionPorts): readonly Finding[] {
  const { store, objects, contents, history, refs, inHead, messages } = ports;
  const head = refs.find(({ name }) => name === 'HEAD')?.id;
  const trace = history?.trace(new Set(strong.flatMap((sighting) => sighting.objects)));
  const origins = trace?.origins;
  const versions = trace?.versions(new Set(strong.flatMap(pathsOf))) ?? new Map<string, readonly Version[]>();
  const lookup = trace?.lookup ?? newPathLookup(objects);
  const standing = newestVersions(refs, store, lookup);

  let line: readonly MainlineCommit[] | undefined;

  return strong.flatMap(tell);

  function pathsOf({ objects: ids }: Sighting): readonly string[] {
    const paths = [...new Set(ids.flatMap((id) => [...(inHead.get(id) ?? []), ...filePath(id)]))];
    // Among tests a key is worth less than elsewhere.
    const rank = (path: string): number => (wordOfTests(path) === undefined ? 0 : 1);
    return paths.sort((a, b) => rank(a) - rank(b)).slice(0, PATHS);
  }

  /** A tag has a name where a file has its path. */
  function filePath(id: string): readonly string[] {
    const path = origins?.get(id) ?? '';
    return path === '' || messages.has(id) ? [] : [path];
  }

  function tell(sighting: Sighting): readonly Finding[] {
    const paths = pathsOf(sighting);
    if (paths.length > 0) {
      const found = paths.flatMap((path) => inFile(sighting, path));
      return found.length === 0 ? [] : [found.reduce(worse)];
    }
    for (const id of sighting.objects) {
      const found = withoutPath(sighting, id);
      if (found !== undefined) return [found];
    }
    return [];
  }

  function inFile(sighting: Sighting, path: string): readonly Finding[] {
    const key = keyOf(sighting);
    const seen = new Set(sighting.objects);
    const sample = sighting.objects.find((id) => inHead.get(id)?.includes(path) || origins?.get(id) === path) as string;
    const has: Has = (content) => seen.has(content) || contents.has(content, path, key, sample);
    const first = firstOf(versions.get(path) ?? [], seen, has);
    const object = first?.content ?? sample;
    const found = contents.findings(object, path).find((finding) => keyOf(finding) === key);
    if (found === undefined) return [];
    const commit = first === undefined ? {} : { commit: first.commit };
    const provenance: Provenance = {
      object,
      ...(first === undefined ? {} : authorship(first.commit, objects)),
      ...ending(path, seen, has, first?.commit),
    };
    return [{ ...found, ...commit, provenance }];
  }

  function ending(
    path: string,
    seen: ReadonlySet<string>,
    has: Has,
    brought: string | undefined,
  ): Pick<Provenance, 'standsIn' | 'removed'> {
    const standsIn = standing(path, has)?.ref;
    if (standsIn !== undefined) return { standsIn };
    const commit = endOf(versions.get(path) ?? [], seen, has)?.removed?.commit ?? goneBy(path, has, brought);
    const date = commit === undefined ? undefined : authorship(commit, objects).date;
    return commit === undefined || date === undefined ? {} : { removed: { commit, date } };
  }

  function goneBy(path: string, has: Has, brought: string | undefined): string | undefined {
    if (history === undefined || head === undefined || brought === undefined) return undefined;
    line ??= history.mainline(head);
    return removalOn(line, path, committed(brought), has, lookup)?.id;
  }

  /** When, in seconds since the epoch. */
  function committed(commit: string): number {
    const bytes = objects.read(commit);
    return (bytes && parseCommit(bytes)?.committer.time) ?? 0;
  }

  /** Of a message, or of a content that no ref leads to. */
  function withoutPath(sighting: Sighting, id: string): Finding | undefined {
    const read = store.read(id);
    if (read === undefined) return undefined;
    const found = contents.findings(id, nameOf(id, read)).find((finding) => keyOf(finding) === keyOf(sighting));
    if (found === undefined) return undefined;
    const ref = read.type === 'tag' ? refs.find((candidate) => candidate.id === id)?.name : undefined;
    const about: Provenance = {
      object: id,
      ...(ref === undefined ? {} : { standsIn: ref }),
      ...(origins === undefined || origins.has(id) ? {} : { unreachable: true }),
    };
    if (read.type !== 'commit') return { ...found, provenance: about };
    return { ...found, commit: id, provenance: { ...about, ...authorship(id, objects) } };
  }
}

/** How a report calls what has no path. */
function nameOf(id: string, { type, bytes }: { readonly type: string; readonly bytes: Uint8Array }): string {
  const name = type === 'tag' ? parseTag(bytes)?.name : undefined;
  return `${type === 'blob' ? 'object' : type} ${name ?? id.slice(0, 12)}`;
}

/** The one that fails where the other does not, else the one that was brought earlier; one that nobody knows when, last. */
function worse(a: Finding, b: Finding): Finding {
  if (a.fails !== b.fails) return a.fails ? a : b;
  return (b.provenance?.date ?? Infinity) < (a.provenance?.date ?? Infinity) ? b : a;
}
