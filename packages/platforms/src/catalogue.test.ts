import { describe, expect, it } from 'vitest';
import { detectPlatform, PLATFORMS } from './catalogue.ts';
import { nodeHttp } from './node-http.ts';
import { systemClock } from './node-ports.ts';

const ports = { http: nodeHttp({}), clock: systemClock };
const JOBS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  github: { GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '7812345678' },
};

describe('the catalogue of platforms', () => {
  it('has each once', () => {
    const ids = PLATFORMS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(PLATFORMS.map((entry) => [entry.id, entry] as const))(
    '%s recognises its own job and makes its platform',
    (id, entry) => {
      const env = JOBS[id] ?? {};
      expect([entry.detect(env), entry.make(env, ports).id, detectPlatform(env, ports)?.id]).toEqual([true, id, id]);
    },
  );

  it('finds nothing at a terminal', () => {
    expect(detectPlatform({}, ports)).toBeUndefined();
    expect(PLATFORMS.filter((entry) => entry.detect({}))).toEqual([]);
  });
});
