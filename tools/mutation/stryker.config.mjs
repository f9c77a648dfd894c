// Mutation testing of one folder of the law (MUTATED_FOLDER) by that folder's own tests; tools/mutation/run.mjs runs them all.
const folder = process.env.MUTATED_FOLDER ?? '*';
const report = `reports/mutation/${folder === '*' ? 'law' : folder}`;

/** @type {import('@stryker-mutator/core').PartialStrykerOptions} */
export default {
  plugins: ['./tools/mutation/runner.mjs'],
  testRunner: 'law',
  mutate: [`law/${folder}/**/*.ts`, '!law/**/*.test.ts', '!law/**/types.ts', '!law/testing/**', '!law/instruments/**'],
  // Only law/ is needed to test the law; node_modules is linked.
  ignorePatterns: ['*', '!law', '!law/**', '!package.json'],
  // There is nothing to rewrite for the sandbox: the runner strips types by itself.
  tsconfigFile: 'tools/no-tsconfig.json',
  disableTypeChecks: false,
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: `${report}.incremental.json`,
  concurrency: 2,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  htmlReporter: { fileName: `${report}.html` },
  jsonReporter: { fileName: `${report}.json` },
  thresholds: { high: 95, low: 85, break: null },
  tempDirName: `.stryker-tmp/${folder === '*' ? 'law' : folder}`,
  allowEmpty: false,
};
