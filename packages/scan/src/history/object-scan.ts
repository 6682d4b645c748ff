/** Scans the objects of a store in the order of their delta trees: what is stored whole is scanned whole, of a delta only what it changed. */

import { isHalf, type RawFinding } from '@leasehold/checks';
import type { OpeningScanner } from './opening-scanner.ts';
import { openingsOf, regionsAround } from './regions.ts';
import type { Sightings } from './sightings.ts';
import { layOut } from './stretches.ts';

/** A blob as the walk of a pack hands it over. */
export interface WalkedBlob {
  /** Valid during the call. */
  readonly bytes: Uint8Array;
  /** Pairs of offsets that the delta changed; undefined when the object is stored whole. */
  readonly touched: ArrayLike<number> | undefined;
  /** What {@link ObjectScan.blob} answered for its base; 0 when it has none. */
  readonly base: number;
  readonly id: () => string;
}

/** A scan of many objects. */
export interface ObjectScan {
  /** Looks at a blob; the answer is to be handed over with every blob that has this one for a base. */
  blob(blob: WalkedBlob): number;
  /** Looks at a text that stands for itself, such as the message of a commit. */
  text(bytes: Uint8Array, id: () => string): void;
}

/** UTF-16, or a NUL: what is far away decides how the text is read. */
const ODD = 1;
/** A finding that another, up to 8 KB away, completes or changes. */
const HALF = 2;
/** From this bit on: an opening of values that go over many lines, each a bit. */
const OPENED = 2;

/** Begins a scan; what is found goes to the sightings. */
export function newObjectScan(scanner: OpeningScanner, sightings: Sightings): ObjectScan {
  const { reach } = scanner;

  function blob({ bytes, touched, base, id }: WalkedBlob): number {
    if (touched === undefined || (base & (ODD | HALF)) !== 0 || isMarked(bytes)) return whole(bytes, id);
    if (touched.length === 0) return base;
    const stretches = layOut(regionsAround(bytes, touched, reach, openingsOf(reach, base >> OPENED)), bytes.length);
    if (stretches.length >= bytes.length) return whole(bytes, id);
    const text = scanner.room(stretches.length);
    stretches.copy(bytes, text);
    if (hasNul(text)) return whole(bytes, id);
    const found = scanner.scan(text, '');
    const marks = scanner.opened() << OPENED;
    // An opening that its base did not have is looked at with all that follows it.
    if ((marks & ~base) !== 0) return whole(bytes, id);
    const inside: RawFinding[] = [];
    for (const raw of found) {
      const place = stretches.judge(raw.start, raw.end, reach.near);
      if (place === 'torn' || isHalf(raw)) return whole(bytes, id);
      if (place === 'inside') inside.push(raw);
    }
    for (const raw of inside) sightings.note(raw, id());
    return base;
  }

  function whole(bytes: Uint8Array, id: () => string): number {
    let marks = isMarked(bytes) || hasNul(bytes) ? ODD : 0;
    for (const raw of scanner.scan(bytes, '')) {
      sightings.note(raw, id());
      if (isHalf(raw)) marks |= HALF;
    }
    return marks | (scanner.opened() << OPENED);
  }

  return { blob, text: whole };
}

/** A byte order mark of UTF-16. */
function isMarked(bytes: Uint8Array): boolean {
  return (bytes[0] as number) >= 0xfe && (bytes[1] as number) >= 0xfe;
}

function hasNul(bytes: Uint8Array): boolean {
  return Buffer.prototype.indexOf.call(bytes, 0) >= 0;
}
