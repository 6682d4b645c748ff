/** Finds the vendor whose name stands to the left of a value. */

import type { Operand } from './operand.ts';
import { type Vendor, vendorList } from './vendor-rules.ts';
import { shapePattern } from './vendor-shape.ts';

/** How far to the left of the name it may stand, on the same line. */
const NEAR = 60;
/** Names spelt in several words, such as `Open Weather Map`. */
const MOST_WORDS = 3;
/** A shorter name is a word of its own too often: it must be in the name of the value. */
const TELLING = 6;
const WORDS = /[A-Z]?[a-z0-9]+|[A-Z0-9]+(?![a-z])/g;

/** Made when they are first asked for. */
const patterns = new Map<string, RegExp>();
let vendors: ReadonlyMap<string, readonly Vendor[]> | undefined;

function byWord(): ReadonlyMap<string, readonly Vendor[]> {
  if (vendors !== undefined) return vendors;
  const map = new Map<string, Vendor[]>();
  for (const vendor of vendorList()) {
    for (const word of vendor.words) {
      const sharing = map.get(word);
      if (sharing === undefined) map.set(word, [vendor]);
      else if (word === vendor.words[0]) sharing.unshift(vendor);
      else sharing.push(vendor);
    }
  }
  vendors = map;
  return map;
}

/** The vendor that is named, if the value has a shape of its; what stands in the name itself comes first. */
export function vendorNear({ name, around, value }: Operand): Vendor | undefined {
  return vendorIn(name, value, 1) ?? vendorIn(around().before.slice(-NEAR), value, TELLING);
}

function vendorIn(text: string, value: string, least: number): Vendor | undefined {
  const map = byWord();
  const words = (text.match(WORDS) ?? []).map((word) => word.toLowerCase());
  for (let first = 0; first < words.length; first++) {
    let joined = '';
    for (let next = first; next < Math.min(words.length, first + MOST_WORDS); next++) {
      joined += words[next];
      if (joined.length < least) continue;
      const vendor = map.get(joined)?.find((candidate) => fits(candidate, value));
      if (vendor !== undefined) return vendor;
    }
  }
  return undefined;
}

function fits({ shapes }: Vendor, value: string): boolean {
  let pattern = patterns.get(shapes);
  if (pattern === undefined) {
    pattern = shapePattern(shapes.split('|'));
    patterns.set(shapes, pattern);
  }
  return pattern.test(value);
}
