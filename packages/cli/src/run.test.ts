import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { COMMANDS } from './commands/index.ts';
import { called, leasehold } from './spawned.ts';

describe('leasehold', () => {
  test.each(['--version', '-V'])('prints its version with %s', async (flag) => {
    expect(await leasehold([flag])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  test('lists every command in its help, on stdout', async () => {
    const { code, out, err } = await leasehold(['--help']);
    for (const word of new Set(COMMANDS.map(({ name }) => name.split(' ')[0])))
      expect(out).toMatch(new RegExp(`^  ${word}\\b`, 'm'));
    expect(out).toContain('Exit codes:');
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  test('shows the help of a command with `help`', async () => {
    const { code, out } = await called(['help', 'doctor']);
    expect(out).toContain('Usage: leasehold doctor');
    expect(code).toBe(0);
  });

  test.each([[], ['policy'], ['trust']])(
    'shows help on stderr and exits with 2 when the command is left out',
    async (...words) => {
      const { code, out, err } = await called(words);
      expect(out).toBe('');
      expect(err).toContain('Usage: leasehold');
      expect(code).toBe(2);
    },
  );

  test.each(COMMANDS.map((spec) => [spec.name, spec] as const))(
    '%s --help has a description, examples and exit codes',
    async (name, spec) => {
      const { code, out, err } = await called([...name.split(' '), '--help']);
      expect(out).toContain(`Usage: leasehold ${name}`);
      expect(out.replace(/\s+/g, ' ')).toContain(spec.description);
      for (const example of spec.examples) expect(out).toContain(`$ ${example.command}`);
      for (const meaning of Object.values(spec.exits)) expect(out).toContain(meaning);
      expect(err).toBe('');
      expect(code).toBe(0);
    },
  );
});

describe('bad usage', () => {
  test.each([
    ['polcy', 'error: unknown command `polcy` [ERR_USAGE]\n  help: did you mean `policy`?\n'],
    ['policy chek', 'error: unknown command `chek` [ERR_USAGE]\n  help: did you mean `check`?\n'],
    ['frobnicate', 'error: unknown command `frobnicate` [ERR_USAGE]\n  help: see `leasehold --help`\n'],
    ['--versoin', 'error: unknown option `--versoin` [ERR_USAGE]\n  help: did you mean `--version`?\n'],
    ['doctor --audiense x', 'error: unknown option `--audiense` [ERR_USAGE]\n  help: did you mean `--audience`?\n'],
    [
      'policy check a.yml b.yml',
      'error: too many arguments for `check`. Expected 1 argument but got 2: a.yml, b.yml [ERR_USAGE]\n  help: see `leasehold policy check --help`\n',
    ],
    ['policy explain', 'error: missing required argument `grant` [ERR_USAGE]\n  help: see `leasehold policy explain --help`\n'],
    [
      'policy check --format xml',
      'error: option `--format <format>` argument `xml` is invalid. Allowed choices are text, json [ERR_USAGE]\n  help: see `leasehold policy check --help`\n',
    ],
    [
      'exec',
      'error: there is nothing to lease [ERR_USAGE]\n  help: name a grant, or give `--role` and what else the provider needs\n',
    ],
    [
      'exec deploy',
      'error: there is no command to run [ERR_USAGE]\n  help: write it after `--`, such as `leasehold exec deploy-site -- ./deploy.sh`\n',
    ],
    [
      'exec deploy --role r -- true',
      'error: the grant `deploy` cannot be combined with `--role` [ERR_USAGE]\n  help: put it under `with` of the grant in the policy file, or leave the grant out\n',
    ],
    [
      'exec deploy --ttl soon -- true',
      'error: `soon` is not a duration [ERR_DURATION]\n  help: write a number and a unit, largest first: `90s`, `15m`, `1h30m`, `90d`\n',
    ],
  ])('`leasehold %s` is refused with exit code 2', async (line, message) => {
    expect(await called(line.split(' '))).toEqual({ code: 2, out: '', err: message });
  });
});
