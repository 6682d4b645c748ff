/** The rules of `.gitignore` and `.gitattributes` that hold in a folder, its own and those of the folders above. */

import { lstatSync, readFileSync } from 'node:fs';
import { type AttributeLists, readAttributesFile, SKIPPING, type SkippingAttribute } from './attributes-file.ts';
import { openable } from './byte-path.ts';
import { excludesFile } from './excludes-file.ts';
import { type IgnoreList, readIgnoreFile } from './ignore-file.ts';
import { lookUp } from './pattern-list.ts';
import type { Repository } from './repository.ts';

/** The rules of one folder. */
export interface FolderRules {
  /** Length of the folder's path from the top of the repository: patterns are matched against what follows. */
  readonly from: number;
  readonly ignore: IgnoreList | undefined;
  readonly attributes: AttributeLists | undefined;
  /** The rules of a folder further up, which decide where these match nothing. */
  readonly above: FolderRules | undefined;
  readonly clone: CloneRules;
}

/** Rules of this clone alone. */
export interface CloneRules {
  /** `info/exclude`, asked behind all folders. */
  readonly ignore: IgnoreList | undefined;
  /** The `core.excludesFile` of its own configuration, asked last. */
  readonly excluded: IgnoreList | undefined;
  /** `info/attributes`, asked before all folders. */
  readonly attributes: AttributeLists | undefined;
}

/**
 * Reads the rules that hold in a repository before any of its folders is read.
 *
 * The user's own configuration, such as `~/.config/git/ignore`, does not count: the same tree has the same findings for everybody and in every job. At most more is scanned, and only of what is not tracked.
 */
export function rulesOfRepository({ top, commonFolder }: Repository): FolderRules {
  const excludes = read(`${commonFolder}/config`, excludesFile);
  const clone: CloneRules = {
    ignore: read(`${commonFolder}/info/exclude`, readIgnoreFile),
    // A relative path counts from the top, where git goes first.
    excluded:
      excludes === undefined ? undefined : read(excludes.startsWith('/') ? excludes : `${top}/${excludes}`, readIgnoreFile),
    attributes: read(`${commonFolder}/info/attributes`, readAttributesFile),
  };
  return { from: 0, ignore: undefined, attributes: undefined, above: undefined, clone };
}

/**
 * Reads the rules of a folder.
 *
 * @param above - the rules of the folder that it lies in
 * @param folder - absolute, latin1
 * @param path - from the top of the repository, latin1, with a slash at the end unless it is empty
 * @param has - whether the folder has a `.gitignore` and a `.gitattributes`
 * @returns `above` when the folder adds nothing
 */
export function rulesOfFolder(
  above: FolderRules,
  folder: string,
  path: string,
  has: { readonly ignore: boolean; readonly attributes: boolean },
): FolderRules {
  const ignore = has.ignore ? read(`${folder}/.gitignore`, readIgnoreFile) : undefined;
  const attributes = has.attributes ? read(`${folder}/.gitattributes`, readAttributesFile) : undefined;
  return ignore || attributes ? { from: path.length, ignore, attributes, above, clone: above.clone } : above;
}

/**
 * Tells whether an entry of a folder is ignored by a pattern that matches the entry itself; that a folder above is ignored is for the caller to know.
 *
 * @param path - from the top of the repository, latin1
 * @param name - its last segment
 */
export function isIgnored(rules: FolderRules, path: string, name: string, isFolder: boolean): boolean {
  for (let at: FolderRules | undefined = rules; at; at = at.above) {
    const says = at.ignore && lookUp(at.ignore, path, at.from, name, isFolder);
    if (says !== undefined) return says;
  }
  const { ignore, excluded } = rules.clone;
  return (ignore && lookUp(ignore, path, 0, name, isFolder)) ?? (excluded && lookUp(excluded, path, 0, name, isFolder)) ?? false;
}

/** Finds the attribute that keeps a file from being scanned, if it has one; parameters as for {@link isIgnored}. */
export function skippingAttribute(rules: FolderRules, path: string, name: string): SkippingAttribute | undefined {
  return SKIPPING.find((attribute) => {
    const own = rules.clone.attributes?.[attribute];
    const first = own && lookUp(own, path, 0, name, false);
    if (first !== undefined) return first;
    for (let at: FolderRules | undefined = rules; at; at = at.above) {
      const list = at.attributes?.[attribute];
      const says = list && lookUp(list, path, at.from, name, false);
      if (says !== undefined) return says;
    }
    return false;
  });
}

/** Reads a file of rules; like git, follows no symbolic link, which could lead anywhere. */
function read<T>(path: string, parse: (text: string) => T | undefined): T | undefined {
  const file = openable(path);
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() ? parse(readFileSync(file, 'latin1')) : undefined;
  } catch {
    // Rules that cannot be read keep nothing from being scanned.
    return undefined;
  }
}
