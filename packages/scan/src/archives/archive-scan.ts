/** Scans what is in an archive, and in those within it. */

import type { Finding, SkippedFile, Tier } from '@leasehold/core';
import { readable } from '../byte-path.ts';
import type { RoomyScanner } from '../open-scanner.ts';
import { type ByteSource, memorySource } from './byte-source.ts';
import { type ByteStream, cutAfter, stretchOf, withHead } from './byte-stream.ts';
import { FAULTS, type Fault } from './fault.ts';
import { archiveFormat, MAGIC } from './format.ts';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './limits.ts';
import { newMeter } from './meter.ts';
import { scanStream } from './scan-stream.ts';
import { readTar } from './tar.ts';
import { unpacked } from './unpacked.ts';
import { readZip } from './zip.ts';

const PART = 1 << 16;

/** What an archive gave. */
export interface ScannedArchive {
  /** Paths are those of the archives, outermost first, then that within, with `!/` between them: `outer.zip!/inner/file.env`. */
  readonly findings: readonly Finding[];
  /** Bytes that were scanned. */
  readonly bytes: number;
  /** What was not scanned, or not to its end. */
  readonly skipped: readonly SkippedFile[];
}

/**
 * Scans an archive that `archiveFormat` knows: zip with stored and deflated entries, tar, gzip.
 *
 * Names within are text and nothing more; nothing is written anywhere. Whatever the archive says of itself, time and memory are bounded by the limits; what they leave out is told. What is no archive after all is scanned as the bytes that it is.
 *
 * @param path - as the report shows it
 * @throws what the system says when the source cannot be read
 */
export function scanArchive(
  source: ByteSource,
  path: string,
  scanner: RoomyScanner,
  failOn: Tier,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): ScannedArchive {
  const findings: Finding[] = [];
  const skipped: SkippedFile[] = [];
  const meter = newMeter(limits);
  let bytes = 0;

  const skip = (at: string, reason: Fault | undefined): void => {
    if (reason !== undefined) skipped.push({ path: at, reason });
  };

  /** False when nothing more is to be read of the outermost archive. */
  const goesOn = (at: string): boolean => {
    const enough = meter.spent();
    if (!enough && meter.entry()) return true;
    skip(at, enough ? FAULTS.whole : FAULTS.entries);
    return false;
  };

  function zip(from: ByteSource, at: string, depth: number): void {
    let more = true;
    const fault = readZip(from, meter, ({ name, content, fault: own }) => {
      more = goesOn(at);
      if (!more) return false;
      const inner = within(at, name);
      if (content === undefined) skip(inner, own);
      else any(content, inner, depth);
      return true;
    });
    if (fault === 'absent') {
      skip(at, FAULTS.damaged);
      plain(stretchOf(from, 0, from.size, meter), at);
    } else {
      skip(at, fault);
    }
  }

  function tar(stream: ByteStream, at: string, depth: number): void {
    const fault = readTar(stream, ({ name, content }) => {
      if (!goesOn(at)) return false;
      any(content, within(at, name), depth);
      return true;
    });
    skip(at, fault);
  }

  function gzip(stream: ByteStream, at: string, depth: number): void {
    const content = unpacked('gzip', stream, meter);
    const head = new Uint8Array(MAGIC);
    const known = head.subarray(0, content.fill(head));
    const whole = withHead(known, content);
    // A tar that is packed is one archive to whoever made it.
    if (archiveFormat(known) === 'tar') tar(whole, at, depth);
    else if (goesOn(at)) any(whole, within(at, unpackedName(at)), depth);
  }

  /** A file within an archive, that may be one itself. */
  function any(stream: ByteStream, at: string, depth: number): void {
    const head = new Uint8Array(MAGIC);
    const known = head.subarray(0, stream.fill(head));
    const whole = withHead(known, stream);
    const format = archiveFormat(known);
    if (format === undefined || format === 'other') {
      if (format === 'other') skip(at, FAULTS.unknown);
      plain(whole, at);
    } else if (depth >= limits.depth) skip(at, FAULTS.deep);
    else if (format === 'gzip') gzip(whole, at, depth + 1);
    else if (format === 'tar') tar(whole, at, depth + 1);
    else held(whole, at, depth + 1);
  }

  /** A zip is read from its end, so that one within another archive is held in memory meanwhile. */
  function held(stream: ByteStream, at: string, depth: number): void {
    const bytes = collected(stream, meter.room());
    if (bytes === undefined) {
      skip(at, FAULTS.held);
      return;
    }
    skip(at, stream.fault());
    meter.hold(bytes.length);
    zip(memorySource(bytes), at, depth);
    meter.hold(-bytes.length);
  }

  function plain(stream: ByteStream, at: string): void {
    const cut = cutAfter(limits.entryBytes, stream, FAULTS.entry);
    const scanned = scanStream(cut, at, scanner, failOn);
    for (const finding of scanned.findings) findings.push(finding);
    bytes += scanned.bytes;
    skip(at, cut.fault());
  }

  const head = new Uint8Array(MAGIC);
  const format = archiveFormat(head.subarray(0, source.read(head, 0)));
  const all = (): ByteStream => stretchOf(source, 0, source.size, meter);
  if (format === 'zip') zip(source, path, 1);
  else if (format === 'tar') tar(all(), path, 1);
  else if (format === 'gzip') gzip(all(), path, 1);
  else {
    if (format === 'other') skip(path, FAULTS.unknown);
    plain(all(), path);
  }
  return { findings, bytes, skipped };
}

/** All that a stream gives; undefined when it is more than so many bytes. */
function collected(stream: ByteStream, most: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  for (let length = 0; ; ) {
    const part = new Uint8Array(PART);
    const read = stream.fill(part);
    parts.push(part.subarray(0, read));
    length += read;
    if (length > most) return undefined;
    if (read < part.length) return Buffer.concat(parts);
  }
}

function within(archive: string, name: string): string {
  return `${archive}!/${readable(name)}`;
}

/** The name without what says that it is packed. */
function unpackedName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.(?:gz|gzip|z)$/i, '');
}
