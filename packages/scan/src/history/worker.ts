/** A thread that scans its share of a history and ends. */

import { parentPort, workerData } from 'node:worker_threads';
import { readyRules } from '../custom/rule-loader.ts';
import type { Report } from './crew.ts';
import { type PartRequest, scanPart } from './part.ts';

const request = workerData as PartRequest;

function tell(report: Report): void {
  parentPort?.postMessage(report);
}

await readyRules(request.source);
const result = scanPart(request, {
  progress: (objects) => tell({ kind: 'progress', objects }),
  strong: () => tell({ kind: 'strong' }),
});
tell({ kind: 'result', result });
