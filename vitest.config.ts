/** Three sets of tests: beside the sources, of the repository as a whole, and against real servers. */

import { defineConfig, type ViteUserConfig } from 'vitest/config';

const setupFiles = ['test/set-up.ts'];

const config: ViteUserConfig = defineConfig({
  test: {
    // Many tests wait for another process, or for a time to pass: half as many workers again keep the processors at work.
    maxWorkers: '150%',
    projects: [
      // Files of one worker share their modules: nothing is mocked and nothing kept, and loading everything anew took a fifth of the time.
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'actions/*/src/**/*.test.ts'],
          setupFiles,
          isolate: false,
        },
      },
      {
        test: {
          name: 'repo',
          include: ['test/**/*.test.ts'],
          exclude: ['test/real/**'],
          setupFiles,
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'real',
          include: ['test/real/**/*.test.ts'],
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 600_000,
          // One cluster a host, so one file at a time.
          fileParallelism: false,
        },
      },
    ],
    coverage: { include: ['packages/{core,lease,oidc,policy}/src/**'], exclude: ['**/index.ts', '**/*.test.ts'] },
  },
});

export default config;
