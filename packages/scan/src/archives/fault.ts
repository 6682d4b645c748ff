/** Why something in an archive was not scanned, or not to its end; in the words of the report. */

export const FAULTS = {
  damaged: 'archive: damaged',
  deep: 'archive: nested too deep',
  encrypted: 'archive: encrypted',
  entries: 'archive: too many entries',
  entry: 'archive: entry too large',
  held: 'archive: too large to be read within another',
  ratio: 'archive: expands too much',
  unknown: 'archive: packed in a way that is not read',
  whole: 'archive: too large',
} as const;

/** One of those reasons. */
export type Fault = (typeof FAULTS)[keyof typeof FAULTS];
