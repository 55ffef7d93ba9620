import { defineConfig } from 'vitest/config'

// Three kinds of test, told apart by file name:
//   *.test.ts        unit: no server, no model, milliseconds; what `npm run verify` runs
//   *.model.test.ts  loads the embedding model
//   *.system.test.ts starts servers, databases, browsers or child processes
const common = { exclude: ['**/node_modules/**', '**/dist/**'] }
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...common.exclude, '**/*.model.test.ts', '**/*.system.test.ts'],
        },
      },
      { test: { ...common, name: 'model', include: ['**/*.model.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          ...common,
          name: 'system',
          include: ['**/*.system.test.ts'],
          globalSetup: ['server/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
