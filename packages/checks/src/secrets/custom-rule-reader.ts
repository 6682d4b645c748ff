/** A place in the pattern of a custom rule while it is read, and what is wrong there. */

/** What is wrong with a pattern; the offset counts its characters. */
export interface PatternFault {
  readonly offset: number;
  readonly message: string;
  readonly help: string;
}

/** The pattern, and how far it is read. */
export interface PatternReader {
  readonly source: string;
  /** Offset of the next character. */
  at: number;
  /** Whether the group `secret` was met. */
  narrows: boolean;
}

/** Ends the reading with a fault; {@link faultOf} gets it back. */
export function refuse(offset: number, message: string, help: string): never {
  throw new Refusal({ offset, message, help });
}

/**
 * The fault with which a reading ended.
 *
 * @throws the error itself when it is no fault of the pattern
 */
export function faultOf(error: unknown): PatternFault {
  if (error instanceof Refusal) return error.fault;
  throw error;
}

class Refusal extends Error {
  readonly fault: PatternFault;

  constructor(fault: PatternFault) {
    super(fault.message);
    this.fault = fault;
  }
}
