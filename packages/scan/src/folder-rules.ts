/** What the files `.gitignore` and `.gitattributes` of a folder and of those above it say of what lies in it. */

import { lstatSync, readFileSync } from 'node:fs';
import { type AttributeLists, readAttributesFile, SKIPPING, type SkippingAttribute } from './attributes-file.ts';
import { openable } from './byte-path.ts';
import { excludesFile } from './excludes-file.ts';
import { type IgnoreList, readIgnoreFile } from './ignore-file.ts';
import { lookUp } from './pattern-list.ts';
import type { Repository } from './repository.ts';

/** The rules of one folder; `from` is where, in a path from the root of the repository, the part below the folder begins. */
export interface FolderRules {
  readonly from: number;
  readonly ignore: IgnoreList | undefined;
  readonly attributes: AttributeLists | undefined;
  /** Those of a folder further up, which count where these say nothing. */
  readonly above: FolderRules | undefined;
  readonly clone: CloneRules;
}

/** What belongs to this clone alone: `info/exclude` and what its configuration names as `core.excludesFile`, which are asked last and in this order, and `info/attributes`, which is asked first. */
export interface CloneRules {
  readonly ignore: IgnoreList | undefined;
  readonly excluded: IgnoreList | undefined;
  readonly attributes: AttributeLists | undefined;
}

/**
 * The rules that hold in a repository before any of its folders is read.
 *
 * What the user's own configuration ignores everywhere, as does `~/.config/git/ignore`, is not left out: the same tree has the same findings for everybody and in every job, whoever's home folder it is scanned from. At most more is scanned, and only of what is not tracked.
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
 * The rules of a folder.
 *
 * @param folder - absolute, latin1
 * @param path - the same from the root of the repository, with a slash at the end unless it is empty
 * @param has - whether the folder has files with these names
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

/** Whether an entry of a folder is ignored; one that lies in an ignored folder is too, which this does not see. */
export function isIgnored(rules: FolderRules, path: string, name: string, isFolder: boolean): boolean {
  for (let at: FolderRules | undefined = rules; at; at = at.above) {
    const says = at.ignore && lookUp(at.ignore, path, at.from, name, isFolder);
    if (says !== undefined) return says;
  }
  const { ignore, excluded } = rules.clone;
  return (ignore && lookUp(ignore, path, 0, name, isFolder)) ?? (excluded && lookUp(excluded, path, 0, name, isFolder)) ?? false;
}

/** Which attribute keeps a file from being scanned, if one does. */
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

/** Like git, follows no link to such a file: it could lie anywhere. */
function read<T>(path: string, parse: (text: string) => T | undefined): T | undefined {
  const file = openable(path);
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() ? parse(readFileSync(file, 'latin1')) : undefined;
  } catch {
    // Rules that cannot be read keep nothing from being scanned.
    return undefined;
  }
}
