/** What the reader of a history's report should know besides what was found. */

/** What is told. */
export interface HistoryFacts {
  /** Findings with a form of their own that do not fail and were not listed. */
  readonly left: number;
  /** Why commits are not known, where git did not answer. */
  readonly without: string | undefined;
  /** Whether paths and commits were left out, since they take too much memory. */
  readonly curtailed: boolean;
  /** Objects that belong to the history and are not here, where they were counted. */
  readonly missing: number | undefined;
  /** Objects that could not be read, beside those that are named. */
  readonly unnamed: number;
  /** Whether the clone has only the newest commits. */
  readonly shallow: boolean;
  /** Whether the clone leaves objects to be fetched when they are needed. */
  readonly partial: boolean;
}

/** One sentence each, without a full stop. */
export function historyNotes({ left, without, curtailed, missing, unnamed, shallow, partial }: HistoryFacts): readonly string[] {
  const notes: string[] = [];
  if (shallow) notes.push('this is a shallow clone: the commits before its oldest ones are not here, so they were not scanned');
  if (missing !== undefined && missing > 0) {
    notes.push(
      `${missing} ${missing === 1 ? 'object of the history is' : 'objects of the history are'} not here, so ${missing === 1 ? 'it was' : 'they were'} not scanned`,
    );
  } else if (partial && missing === undefined) {
    notes.push('this is a partial clone: objects that were not fetched were not scanned');
  }
  if (unnamed > 0) notes.push(`${unnamed} more objects could not be read`);
  if (without !== undefined) notes.push(`commits and old paths are not known: ${without}`);
  if (curtailed)
    notes.push('commits and old paths are not all known: this history leads to its files in more ways than there is memory for');
  if (left > 0) {
    notes.push(
      `${left} weaker ${left === 1 ? 'finding stands' : 'findings stand'} in old versions only and ${left === 1 ? 'is' : 'are'} not listed; a weaker tier to fail on lists them`,
    );
  }
  return notes;
}
