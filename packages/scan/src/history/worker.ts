/** A thread that takes turns of a history until there are no more, and ends. */

import { parentPort, workerData } from 'node:worker_threads';
import { readyRules } from '../custom/rule-loader.ts';
import { takeTurn } from './agenda.ts';
import type { Report } from './crew.ts';
import { openPart, type PartRequest } from './part.ts';

const request = workerData as PartRequest;

function tell(report: Report): void {
  parentPort?.postMessage(report);
}

await readyRules(request.source);
const part = openPart(request, {
  progress: (objects) => tell({ kind: 'progress', objects }),
  strong: () => tell({ kind: 'strong' }),
});
for (let turn = takeTurn(request.agenda); turn !== undefined; turn = takeTurn(request.agenda)) part.take(turn);
tell({ kind: 'result', result: part.finish() });
