import { describe, expect, test } from 'vitest';
import type { CommandSpec } from './command.ts';
import { splitCommandLine } from './command-line.ts';

const spec: CommandSpec = {
  name: 'exec',
  summary: '',
  description: '',
  arguments: [{ name: '[grant]', description: '' }],
  options: [
    { flags: '-t, --ttl <duration>', description: '' },
    { flags: '--role <role>', description: '' },
    { flags: '--quiet', description: '' },
  ],
  commandAfter: ['--role'],
  examples: [],
  exits: {},
  run: async () => 0,
};

describe('splitting the words of exec', () => {
  test.each([
    ['deploy -- aws s3 ls', 'deploy', 'aws s3 ls'],
    ['deploy --ttl 5m -- aws s3 ls --recursive', 'deploy --ttl 5m', 'aws s3 ls --recursive'],
    ['deploy --ttl 5m aws --ttl 9m', 'deploy --ttl 5m', 'aws --ttl 9m'],
    ['deploy --ttl=5m aws --help', 'deploy --ttl=5m', 'aws --help'],
    ['deploy -t 5m --quiet aws', 'deploy -t 5m --quiet', 'aws'],
    ['--role r aws s3 ls', '--role r', 'aws s3 ls'],
    ['--role=r --ttl 5m -- aws -- x', '--role=r --ttl 5m', 'aws -- x'],
    ['deploy', 'deploy', ''],
    ['deploy --', 'deploy', ''],
    ['--help', '--help', ''],
    ['-- aws', '', 'aws'],
  ])('`%s` is `%s` and the command `%s`', (line, head, tail) => {
    const split = splitCommandLine(spec, line.split(' '));
    expect(split.head.join(' ')).toBe(head);
    expect(split.tail.join(' ')).toBe(tail);
  });
});
