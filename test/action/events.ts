/** The ledger of a job, held against the published schema. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { Scene } from './world.ts';

const SCHEMA = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/reference/ledger.schema.json'), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(SCHEMA);

/** Event names of the ledger, after every line has been held against the published schema. */
export function events(scene: Scene): unknown[] {
  for (const line of scene.ledger()) expect(validate(line), JSON.stringify(validate.errors)).toBe(true);
  return scene.ledger().map(({ event }) => event);
}
