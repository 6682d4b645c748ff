/** What lint found as annotations of a GitHub step, within the limits of the runner. Reference: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */

import type { Finding, LintReport } from '@leasehold/core';
import { oneLine } from '../plain.ts';
import { bySecret, type SameSecret } from './order.ts';
import { paragraph } from './phrases.ts';
import { count, grouped } from './tally.ts';

/** The runner keeps ten errors, ten warnings and ten notices of a step, and drops the rest silently. */
const ROOM_EACH = 10;

/** A message may have 64 KiB, and nobody reads more lines of one secret. */
const LINES = 10;

/** One annotation as data. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Where it is shown; absent when it is about the whole run. */
  readonly at?: {
    readonly file: string;
    readonly line: number;
    readonly endLine: number;
    /** Columns make sense within one line only. */
    readonly column?: number;
    readonly endColumn?: number;
  };
}

/**
 * Errors for findings that fail, warnings for the rest, worst first, one per secret and file; those beyond the limits are counted in one notice.
 *
 * @param errors - most errors; a step that also fails with a message of its own leaves room for one
 */
export function lintAnnotations(report: LintReport, errors: number = ROOM_EACH): readonly Annotation[] {
  const groups = bySecret(report.findings).flatMap(byFile);
  const failing = groups.filter(([{ fails }]) => fails);
  const rest = groups.filter(([{ fails }]) => !fails);
  const shown = [...failing.slice(0, errors), ...rest.slice(0, ROOM_EACH)];
  const hidden = report.findings.length - shown.reduce((sum, group) => sum + group.length, 0);
  return [...shown.map(annotationOf), ...(hidden > 0 ? [hiddenNotice(hidden)] : [])];
}

/**
 * Writes annotations as commands that the runner reads from a step's output.
 *
 * @returns one line each
 */
export function annotationLines(annotations: readonly Annotation[]): string {
  return annotations
    .map(({ level, title, message, at }) => {
      const place = at && {
        file: at.file,
        line: at.line,
        endLine: at.endLine,
        ...(at.column === undefined ? {} : { col: at.column, endColumn: at.endColumn }),
      };
      const properties = Object.entries({ ...place, title }).map(([name, value]) => `${name}=${propertyText(String(value))}`);
      return `::${level} ${properties.join(',')}::${dataText(message)}`;
    })
    .join('\n');
}

/** One annotation per file: further occurrences of the secret in it are named by their lines. */
function byFile(group: SameSecret): readonly SameSecret[] {
  const files = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of group) {
    const known = files.get(finding.at.path);
    if (known) known.push(finding);
    else files.set(finding.at.path, [finding]);
  }
  return [...files.values()];
}

function annotationOf([first, ...more]: SameSecret): Annotation {
  const { at, fails, title, tier } = first;
  return {
    level: fails ? 'error' : 'warning',
    title: oneLine(`${title} (${tier})`),
    message: oneLine(paragraph(first) + alsoOn(more)),
    at: {
      file: at.path,
      line: at.line,
      endLine: at.endLine,
      ...(at.line === at.endLine ? { column: at.column, endColumn: at.endColumn } : {}),
    },
  };
}

function alsoOn(more: readonly Finding[]): string {
  if (more.length === 0) return '';
  const lines = more.slice(0, LINES).map((other) => other.at.line);
  const rest = more.length - lines.length;
  return ` Also on ${more.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${rest > 0 ? ` and ${grouped(rest)} more` : ''}.`;
}

function hiddenNotice(hidden: number): Annotation {
  return {
    level: 'notice',
    title: `${count(hidden, 'more finding')}`,
    message: `${count(hidden, 'finding')} found no room among the annotations of this step; the summary and the reports list ${hidden === 1 ? 'it' : 'them'}.`,
  };
}

/** Escapes what stands behind the second `::`, as the toolkit does. */
function dataText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function propertyText(text: string): string {
  return dataText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
