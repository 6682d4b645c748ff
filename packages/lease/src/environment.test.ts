import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EnvironmentLayer, parseLayer, printLayer, unlayer } from './environment.ts';

/** A job's variables and the leases that are laid over them, as main and post steps would do it. */
class Job {
  readonly env: Map<string, string>;
  readonly layers = new Map<string, EnvironmentLayer>();
  #clock = 0;

  constructor(env: Record<string, string>) {
    this.env = new Map(Object.entries(env));
  }

  lease(id: string, set: Record<string, string>): void {
    const previous = Object.fromEntries(Object.keys(set).map((name) => [name, this.env.get(name) ?? null]));
    this.layers.set(id, { at: ++this.#clock, set, previous });
    for (const [name, value] of Object.entries(set)) this.env.set(name, value);
  }

  end(id: string): readonly string[] {
    const layer = this.layers.get(id);
    if (!layer) throw new Error(`no lease ${id}`);
    this.layers.delete(id);
    const { restore, rebased, foreign } = unlayer(layer, (name) => this.env.get(name), this.layers);
    for (const [other, changed] of rebased) this.layers.set(other, changed);
    for (const [name, value] of Object.entries(restore)) {
      if (value === undefined) this.env.delete(name);
      else this.env.set(name, value);
    }
    return foreign;
  }
}

test('what was there before a lease is there again after it', () => {
  const job = new Job({ AWS_REGION: 'us-east-1' });
  job.lease('a', { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'a' });
  job.end('a');
  expect(Object.fromEntries(job.env)).toEqual({ AWS_REGION: 'us-east-1' });
});

test('a variable that a later step changed is left alone, and said', () => {
  const job = new Job({});
  job.lease('a', { KEY: 'a' });
  job.env.set('KEY', 'a step set this');
  expect(job.end('a')).toEqual(['KEY']);
  expect(job.env.get('KEY')).toBe('a step set this');
});

test('when the lower lease ends first, the upper one still works and never brings the dead one back', () => {
  const job = new Job({ KEY: 'before' });
  job.lease('a', { KEY: 'a' });
  job.lease('b', { KEY: 'b' });
  job.end('a');
  expect(job.env.get('KEY')).toBe('b');
  job.end('b');
  expect(job.env.get('KEY')).toBe('before');
});

test('two leases with the same value for a variable do not take it from each other', () => {
  const job = new Job({});
  job.lease('a', { AWS_REGION: 'eu-west-1' });
  job.lease('b', { AWS_REGION: 'eu-west-1' });
  job.end('a');
  expect(job.env.get('AWS_REGION')).toBe('eu-west-1');
  job.end('b');
  expect(job.env.has('AWS_REGION')).toBe(false);
});

const names = fc.constantFrom('A', 'B', 'C');
const values = fc.constantFrom('1', '2', '3');
const variables = fc.dictionary(names, values, { maxKeys: 3, noNullPrototype: true });

test('leases that end in any order leave the environment as it was before the first', () => {
  fc.assert(
    fc.property(
      variables,
      fc.array(variables, { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      (before, sets, choose) => {
        const job = new Job(before);
        sets.forEach((set, index) => {
          job.lease(String(index), set);
        });
        while (job.layers.size > 0) {
          const ids = [...job.layers.keys()];
          const id = ids[choose.next().value % ids.length];
          if (id === undefined) break;
          const live = [...job.layers].filter(([other]) => other !== id);
          job.end(id);
          // Every variable has the value of the topmost lease that is still alive and set it, or its first value.
          for (const name of ['A', 'B', 'C']) {
            const top = live.filter(([, layer]) => Object.hasOwn(layer.set, name)).sort(([, a], [, b]) => b.at - a.at)[0];
            expect(job.env.get(name)).toBe(top ? top[1].set[name] : before[name]);
          }
        }
      },
    ),
  );
});

test('a layer is read as it was printed, and anything else is no layer', () => {
  const layer = { at: 5, set: { A: '1' }, previous: { A: null } };
  expect(parseLayer(printLayer(layer))).toEqual(layer);
  expect([parseLayer(undefined), parseLayer('{'), parseLayer('null'), parseLayer('{"at":1}')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
