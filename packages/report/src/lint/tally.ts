/** The numbers of a run, each set in one sentence. */

import { type Finding, type LintReport, type SkippedFile, TIERS } from '@leasehold/core';

const MEGABYTE = 1_000_000;

/** A whole number with commas between its thousands; by hand, since the tables behind `toLocaleString` take 12 ms to load. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A number with its noun, in the singular or plural. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** Such as `3 findings: 2 fail (2 proven), 1 does not (1 contextual)`, or that nothing was found. */
export function verdictLine({ findings }: LintReport): string {
  if (findings.length === 0) return 'no static secret found';
  const failing = findings.filter(({ fails }) => fails);
  const rest = findings.filter(({ fails }) => !fails);
  const noun = count(findings.length, 'finding');
  const one = findings.length === 1;
  if (rest.length === 0) return `${noun}, ${one ? 'which fails' : 'all of which fail'}: ${tiersOf(failing)}`;
  if (failing.length === 0) return `${noun}, ${one ? 'which does not fail' : 'none of which fails'}: ${tiersOf(rest)}`;
  return `${noun}: ${grouped(failing.length)} ${failing.length === 1 ? 'fails' : 'fail'} (${tiersOf(failing)}), ${grouped(rest.length)} ${rest.length === 1 ? 'does' : 'do'} not (${tiersOf(rest)})`;
}

/** Such as `1,204 files, 12.3 MB scanned; 3 files not scanned: 2 too large, 1 unreadable: EACCES`. */
export function scannedLine({ files, bytes, skipped, allowed, versions }: LintReport): string {
  return [
    `${count(files, versions ? 'version' : 'file')}${versions ? ' of files' : ''}, ${megabytes(bytes)} scanned`,
    ...(skipped.length === 0
      ? []
      : [`${count(skipped.length, versions ? 'object' : 'file')} not scanned: ${skippedReasons(skipped)}`]),
    ...(allowed === 0 ? [] : [`${count(allowed, 'finding')} allowed`]),
  ].join('; ');
}

/** How many findings of each tier, strongest first. */
function tiersOf(findings: readonly Finding[]): string {
  return TIERS.flatMap((tier) => {
    const number = findings.filter((finding) => finding.tier === tier).length;
    return number === 0 ? [] : [`${grouped(number)} ${tier}`];
  }).join(', ');
}

/** How many of each reason, the most frequent first. */
function skippedReasons(skipped: readonly SkippedFile[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .map(([reason, number]) => `${grouped(number)} ${reason}`)
    .join(', ');
}

function megabytes(bytes: number): string {
  const mega = bytes / MEGABYTE;
  return mega < 0.1 ? `${(bytes / 1000).toFixed(1)} kB` : `${mega.toFixed(1)} MB`;
}
