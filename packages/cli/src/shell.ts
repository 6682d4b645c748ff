/** What a command needs of the process it runs in: the environment, and two streams that know whether they may use colour. */

import * as util from 'node:util';

/** Styles that the commands use. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** One stream of lines. */
export interface Output {
  line(text?: string): void;
  /** Shows a text that the next one, or the next line, replaces; on a terminal only. */
  passing(text: string): void;
  /** The text in a style, or as it is where colour does not belong. */
  paint(style: Style, text: string): string;
}

/** The process as a command sees it. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Answers; loadable by whatever reads them. */
  readonly out: Output;
  /** Everything else that is said to a person. */
  readonly err: Output;
}

/** The part of a process that a shell is made from. */
export interface ProcessLike {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: StreamLike;
  readonly stderr: StreamLike;
}

/** The part of a stream that an output is made from. */
export interface StreamLike {
  readonly isTTY?: boolean;
  /** Only terminals have it; honours NO_COLOR and TERM=dumb. */
  hasColors?(): boolean;
  write(text: string): unknown;
  on(event: 'error', listener: (error: Error & { code?: string }) => void): unknown;
}

/** Makes an output of a stream. */
export function openOutput(stream: StreamLike): Output {
  // A reader that went away, such as `head` or a closed terminal, must not end us before a lease has ended.
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
  // Node 20 before 20.12 has no styleText; it prints without colour.
  const coloured = stream.isTTY === true && stream.hasColors?.() === true && typeof util.styleText === 'function';
  return {
    line: (text = '') => void stream.write(`${text}\n`),
    passing: (text) => {
      if (stream.isTTY === true) stream.write(`\r\u001b[2K${text}`);
    },
    paint: (style, text) => (coloured ? util.styleText(style, text, { validateStream: false }) : text),
  };
}

/** Makes a shell of a process. */
export function openShell(from: ProcessLike): Shell {
  return { env: from.env, out: openOutput(from.stdout), err: openOutput(from.stderr) };
}
