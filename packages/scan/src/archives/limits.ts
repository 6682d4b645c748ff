/** How far archives are followed: bounds that hold whatever an archive says of itself. */

/** Bounds of one archive and all that is nested in it. */
export interface ArchiveLimits {
  /** Archives within archives, the outermost counted. */
  readonly depth: number;
  /** Entries, nested ones counted. */
  readonly entries: number;
  /** Bytes of one file that are scanned. */
  readonly entryBytes: number;
  /** Bytes that are unpacked in all, and bytes that are read for it. */
  readonly wholeBytes: number;
  /** Bytes that a stream may give for each byte of its own, once it gave {@link grace} bytes. */
  readonly ratio: number;
  readonly grace: number;
  /** Bytes of nested archives that are held in memory at once, since zip is read from its end. */
  readonly heldBytes: number;
  /** Bytes of a zip's directory. */
  readonly directoryBytes: number;
}

const MIB = 1 << 20;

/** Text shrinks to a twentieth, a long log to a hundredth; deflate itself ends at 1,032 to one. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  depth: 3,
  entries: 20_000,
  entryBytes: 128 * MIB,
  wholeBytes: 512 * MIB,
  ratio: 200,
  grace: MIB,
  heldBytes: 32 * MIB,
  directoryBytes: 16 * MIB,
};
