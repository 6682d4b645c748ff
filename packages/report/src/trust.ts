/** Why the other side did not trust the job, and what to change. */

import type { TrustCause, TrustCondition, TrustDiagnosis } from '@leasehold/core';
import { blocks, code, codeBlock, sentence, table } from './markdown.ts';
import { mismatchLines, mismatchTable } from './mismatch.ts';
import { logLines } from './plain.ts';

/**
 * Causes with what to change, the difference, the corrected condition and the job's own claims, for the job's summary.
 *
 * @param correction - the corrected conditions as the provider's own JSON; without it they are told as a table
 * @returns Markdown; words of others are escaped
 */
export function trustSummary(diagnosis: TrustDiagnosis, correction?: string): string {
  const { causes, mismatches, corrected, claims } = diagnosis;
  const claimRows = Object.entries(claims).map(([claim, value]) => [code(claim), code(value)]);
  return blocks(
    '### Trust was refused',
    causes.length === 0 ? 'Nothing in the token shows why.' : causes.map(causeBlock).join('\n\n'),
    mismatches.length === 0 ? '' : `#### What does not match\n\n${mismatchTable(mismatches)}`,
    corrected.length === 0
      ? ''
      : `#### What would admit this job\n\n${correction === undefined ? conditionTable(corrected) : codeBlock('json', correction)}`,
    claimRows.length === 0 ? '' : `#### This job's claims\n\n${table(['Claim', 'Value'], claimRows)}`,
  );
}

/** The same for the log; the claims last, since a long list hides what comes before it. */
export function trustText(diagnosis: TrustDiagnosis, correction?: string): string {
  const { causes, mismatches, corrected, claims } = diagnosis;
  return logLines([
    'trust was refused',
    ...causes.flatMap(causeLines),
    ...(mismatches.length === 0 ? [] : ['what does not match:', ...mismatchLines(mismatches)]),
    ...(corrected.length === 0
      ? []
      : ['what would admit this job:', ...(correction?.split('\n') ?? corrected.map(conditionLine))]),
    ...(Object.keys(claims).length === 0
      ? []
      : ["this job's claims:", ...Object.entries(claims).map(([claim, value]) => `  ${claim}: ${value}`)]),
  ]);
}

function causeBlock({ id, message, help, snippet }: TrustCause, index: number): string {
  const advice = `**${index + 1}. ${id}**: ${sentence(message)}.<br>To change: ${sentence(help)}.`;
  return snippet === undefined ? advice : `${advice}\n\n${codeBlock('yaml', snippet)}`;
}

function causeLines({ id, message, help, snippet }: TrustCause, index: number): readonly string[] {
  return [`${index + 1}. ${id}: ${message}`, `  help: ${help}`, ...(snippet?.split('\n').map((line) => `    ${line}`) ?? [])];
}

function comparison({ operator, negated }: TrustCondition): string {
  return `${negated ? 'not ' : ''}${operator}`;
}

function conditionTable(conditions: readonly TrustCondition[]): string {
  return table(
    ['Claim', 'Compares', 'With'],
    conditions.map((condition) => [code(condition.claim), comparison(condition), condition.values.map(code).join('<br>')]),
  );
}

function conditionLine(condition: TrustCondition): string {
  return `  ${condition.claim} ${comparison(condition)} ${condition.values.map((value) => `\`${value}\``).join(' or ')}`;
}
