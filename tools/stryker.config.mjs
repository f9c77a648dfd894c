// Mutation testing of the law. `npm run test:mutation`, or some files: `npm run test:mutation -- --mutate law/time/*.ts`.
/** @type {import('@stryker-mutator/core').PartialStrykerOptions} */
export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'tools/vitest.mutation.config.ts' },
  mutate: ['law/**/*.ts', '!law/**/*.test.ts', '!law/**/types.ts', '!law/testing/**', '!law/instruments/**'],
  // Only law/ is needed to test the law; node_modules is linked.
  ignorePatterns: ['*', '!law', '!law/**', '!tools', '!tools/vitest.mutation.config.ts', '!package.json'],
  // There is nothing to rewrite for the sandbox: vitest strips types by itself.
  tsconfigFile: 'tools/no-tsconfig.json',
  disableTypeChecks: false,
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  concurrency: 2,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  thresholds: { high: 95, low: 85, break: 85 },
  tempDirName: '.stryker-tmp',
  allowEmpty: false,
};
