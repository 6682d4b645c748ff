/** The formats of lint's report, by the names that `--format` takes. */

import type { LintReport } from '@leasehold/core';
import {
  annotationLines,
  type LintRun,
  lintAnnotations,
  lintCodeQuality,
  lintGitlab,
  lintJson,
  lintJsonLines,
  lintJunit,
  lintSarif,
  lintText,
} from '@leasehold/report/lint';
import type { LintFormat } from './format-names.ts';

/** How each is made. */
export const RENDERERS: Readonly<Record<LintFormat, (report: LintReport, run: LintRun) => string>> = Object.freeze({
  text: (report) => lintText(report),
  json: lintJson,
  jsonl: lintJsonLines,
  sarif: lintSarif,
  github: (report) => annotationLines(lintAnnotations(report)),
  junit: lintJunit,
  gitlab: lintGitlab,
  'gitlab-codequality': lintCodeQuality,
});
