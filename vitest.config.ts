import { defineConfig } from 'vitest/config';

/** Generous, so that a busy machine fails nothing: properties run hundreds of cases, and journeys wait for pages. */
const patient = { testTimeout: 120_000, hookTimeout: 120_000 };
const unit = [
  'law',
  'ordinances',
  'records',
  'wording',
  'contract',
  'server',
  'command',
  'forms',
  'web',
  'tools',
  'bench',
];

export default defineConfig({
  test: {
    projects: [
      {
        // Pure functions leave nothing behind: the files share their workers, and what they import is read once.
        test: {
          name: 'law',
          include: ['law/**/*.test.ts'],
          environment: 'node',
          pool: 'threads',
          isolate: false,
          ...patient,
        },
      },
      {
        test: {
          name: 'unit',
          include: unit.filter((room) => room !== 'law').map((room) => `${room}/**/*.test.{ts,tsx}`),
          exclude: ['**/*.store.test.ts', '**/node_modules/**', '**/dist/**'],
          environment: 'node',
          ...patient,
        },
      },
      {
        test: {
          name: 'store',
          include: ['server/**/*.store.test.ts', 'command/**/*.store.test.ts', 'bench/**/*.store.test.ts'],
          environment: 'node',
          globalSetup: ['server/store/testing/global-setup.ts'],
          ...patient,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.journey.ts'],
          environment: 'node',
          globalSetup: ['journeys/global-setup.ts'],
          // A month of a municipality takes some minutes on a busy machine.
          testTimeout: 600_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
