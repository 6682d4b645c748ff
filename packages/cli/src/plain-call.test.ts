import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS, GROUPS } from './commands/index.ts';
import { LINT_COMMANDS } from './commands/lint-commands.ts';
import { type PlainCall, plainCall } from './plain-call.ts';
import { program } from './program.ts';

/** What commander makes of the words; undefined when it refuses them or shows help. */
async function byCommander(words: readonly string[]): Promise<PlainCall | undefined> {
  let call: PlainCall | undefined;
  const root = program({ commands: COMMANDS, groups: GROUPS }, async (spec, input) => {
    call = { spec, input: { ...input, tail: [] } };
  });
  try {
    await root.parseAsync([...words], { from: 'user' });
    return call;
  } catch {
    return undefined;
  }
}

describe('a plain call', () => {
  test.each([
    'lint',
    'lint src .env --fail-on proven',
    'lint --fail-on=proven --no-allow-list',
    'lint --history',
    'lint --history --archives',
    'lint --history ../other',
    'lint --staged --format sarif --output report.sarif',
    'lint rules',
    'lint rules github-token --format json',
    'policy check',
    'hook install',
  ])('`%s` is read as commander reads it', async (line) => {
    const words = line.split(' ');
    const call = plainCall(words, COMMANDS);
    expect(call).toBeDefined();
    expect(call).toEqual(await byCommander(words));
  });

  test.each([
    'lint --help',
    'lint -h',
    'lint -- src',
    'lint --frobnicate',
    'lint --fail-on',
    'lint --fail-on --staged',
    'lint --fail-on nonsense',
    'lint --staged=yes',
    'lint --staged rules',
    'lint rules one two',
    'lint allow',
    'exec deploy -- true',
    'frobnicate',
    'help lint',
    '--version',
  ])('`%s` is left to commander', (line) => {
    expect(plainCall(line.split(' '), COMMANDS)).toBeUndefined();
  });

  test('is never read otherwise than by commander', async () => {
    const words = COMMANDS.flatMap(({ name, options }) => [
      ...name.split(' '),
      ...options.flatMap(({ flags }) => flags.split(/[ ,=]+/)),
    ]);
    const word = fc.oneof(
      fc.constantFrom(...new Set(words)),
      fc.constantFrom('src', 'json', 'text', 'proven', '--', '-', '', '-h', '-1', '--format=json', '--fail-on=', '--history=x'),
    );
    const call = fc.tuple(fc.constantFrom(...COMMANDS), fc.array(word, { maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(call, async ([{ name }, rest]) => {
        const line = [...name.split(' '), ...rest];
        const plain = plainCall(line, COMMANDS);
        if (plain !== undefined) expect(plain).toEqual(await byCommander(line));
      }),
      { numRuns: 400 },
    );
  });

  test('of lint needs the commands of lint alone', () => {
    expect(plainCall(['lint', 'allow', 'x', '--rule', 'y', '--reason', 'z'], LINT_COMMANDS)?.spec.name).toBe('lint allow');
  });
});
