import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const nowhere = [...configDefaults.exclude, '.next/**', '.data/**', 'e2e/journeys/**']

// `*.db.test.ts` runs against a real Postgres, with a database of its own per file (host/test/database-setup.ts).
export default defineConfig({
  resolve: {
    alias: [{ find: /^@\//, replacement: root }],
  },
  test: {
    // Left to itself vitest keeps a core for its watcher: on two cores that is one file at a time, and a database test
    // mostly waits. Not more than six: each opens a pool of up to twenty connections.
    maxWorkers: Math.min(availableParallelism() + 1, 6),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...nowhere, '**/*.db.test.ts'],
          setupFiles: ['host/test/test-env.ts'],
          // A property is tried hundreds of times, on whatever machine: slow is not wrong.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: nowhere,
          globalSetup: ['host/test/database-setup.ts'],
          setupFiles: ['host/test/test-env.ts', 'host/test/database-per-file.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
