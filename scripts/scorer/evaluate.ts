/** Judges the whole engine on repositories that the scorer has not seen. */

import { HEURISTIC } from '../../packages/checks/src/secrets/context/score.ts';
import { type LabelledLine, standsApart } from './labelled-lines.ts';
import type { LetterTables } from './letter-counts.ts';
import { fitModel, oddsOf } from './model.ts';
import type { SeenLine } from './seen-line.ts';

/** A category with fewer lines says nothing. */
const FEW = 5;

interface Count {
  right: number;
  wrong: number;
  missed: number;
}

/** Leaves out each repository in turn, and tells precision, recall and F1 by category and over all lines that are not unclear. */
export function evaluate(lines: readonly SeenLine[], tables: LetterTables): string {
  const repositories = [...new Set(lines.map(({ labelled }) => labelled.repo))];
  const answers = repositories.flatMap((repository) => {
    const model = fitModel(
      lines.filter(({ labelled }) => labelled.repo !== repository),
      tables,
    );
    return lines
      .filter(({ labelled }) => labelled.repo === repository && labelled.label !== 'X')
      .map((line) => ({ labelled: line.labelled, reported: line.found || oddsOf(line, model) >= HEURISTIC }));
  });
  const categories = new Map<string, Count>();
  for (const { labelled, reported } of answers) note(categories, labelled.category, labelled, reported);
  const [all, others] = [new Map<string, Count>(), new Map<string, Count>()];
  for (const { labelled, reported } of answers) {
    note(all, 'all lines', labelled, reported);
    if (!standsApart(labelled)) note(others, 'without UUID, nonce and salt', labelled, reported);
  }
  const rows = [...categories].filter(([, { right, missed }]) => right + missed >= FEW);
  return [...rows.sort(([a], [b]) => (a < b ? -1 : 1)), ...others, ...all].map(([name, count]) => row(name, count)).join('\n');
}

function note(counts: Map<string, Count>, name: string, { label }: LabelledLine, reported: boolean): void {
  const count = counts.get(name) ?? { right: 0, wrong: 0, missed: 0 };
  counts.set(name, count);
  if (label === 'T' && reported) count.right++;
  else if (label === 'T') count.missed++;
  else if (reported) count.wrong++;
}

function row(name: string, { right, wrong, missed }: Count): string {
  const [precision, recall, both] = [
    right / (right + wrong || 1),
    right / (right + missed || 1),
    (2 * right) / (2 * right + wrong + missed || 1),
  ];
  return `${name.padEnd(50)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${both.toFixed(3)}  (${right} right, ${wrong} wrong, ${missed} missed)`;
}
