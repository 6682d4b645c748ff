/** Fits the contextual scorer to labelled lines, says how well it does on repositories that it has not seen, and writes its weights: `node scripts/fit-scorer.ts LINES.jsonl FOLDER...`; of the folders, source trees, it learns how words are spelt. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from './scorer/evaluate.ts';
import { readLabelledLines } from './scorer/labelled-lines.ts';
import { countLetters } from './scorer/letter-counts.ts';
import { fitModel } from './scorer/model.ts';
import { seeLines } from './scorer/seen-line.ts';
import { weightsModule } from './scorer/weights-module.ts';
import { readWords } from './scorer/words.ts';

const WEIGHTS = join(import.meta.dirname, '../packages/checks/src/secrets/context/weights.ts');

const [file, ...folders] = process.argv.slice(2);
if (file === undefined || folders.length === 0) {
  console.error('usage: node scripts/fit-scorer.ts LINES.jsonl FOLDER...');
  process.exitCode = 2;
} else {
  const lines = seeLines(readLabelledLines(file));
  const tables = countLetters(readWords(folders));
  console.log(evaluate(lines, tables));
  writeFileSync(WEIGHTS, weightsModule(fitModel(lines, tables)));
}
