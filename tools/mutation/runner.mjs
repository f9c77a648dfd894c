// A test runner for Stryker: bundles each test file of the folder once and evaluates it anew, in this process, for every mutant.
// A run costs milliseconds, where a whole vitest costs half a second; what a test finds is the same (the same matchers).
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { runTest, vitestFor } from './harness.mjs';

globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;
const SEPARATOR = ' | ';

/** Every file keeps its own address inside the bundle: cases are read from beside the test. */
const ownAddress = {
  name: 'own-address',
  setup(builder) {
    builder.onLoad({ filter: /\/law\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

class LawTestRunner {
  #files = new Map();
  #require = createRequire(join(process.cwd(), 'package.json'));

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.PROPERTY_SAMPLES = '40';
    const folder = resolve('law', process.env.MUTATED_FOLDER ?? '');
    const found = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.test.ts'));
    for (const file of found.toSorted().map((name) => join(folder, name))) {
      const bundled = await build({
        entryPoints: [file],
        bundle: true,
        write: false,
        format: 'cjs',
        platform: 'node',
        packages: 'external',
        plugins: [ownAddress],
        logLevel: 'silent',
      });
      const [{ text }] = bundled.outputFiles;
      const script = new Script(`(function (require, module, exports) {${text}\n})`, { filename: file });
      this.#files.set(relative(process.cwd(), file), { file, script, snapshots: null });
    }
  }

  async dryRun() {
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const tests = [];
    for (const name of this.#files.keys()) tests.push(...(await this.#learn(name)));
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ testFilter, hitLimit, activeMutant, mutantActivation }) {
    const wanted = testFilter ?? this.#allIds();
    const tests = [];
    for (const name of this.#files.keys()) {
      const ids = wanted.filter((id) => id.startsWith(name + SEPARATOR));
      if (ids.length === 0) continue;
      stryker.activeMutant = undefined;
      stryker.hitCount = undefined;
      if (this.#files.get(name).snapshots === null) await this.#learn(name);
      Object.assign(stryker, { hitCount: 0, hitLimit });
      if (mutantActivation === 'static') stryker.activeMutant = activeMutant.id;
      const result = await this.#tryFile(name, ids, activeMutant.id);
      tests.push(...result);
      const endless = determineHitLimitReached(stryker.hitCount, hitLimit);
      stryker.activeMutant = undefined;
      if (endless) return endless;
      if (result.some(({ status }) => status === 1)) break;
    }
    return toMutantRunResult({ status: 'complete', tests });
  }

  /** The tests of a file with a mutant, to the first that notices it. */
  async #tryFile(name, ids, mutant) {
    let loaded;
    try {
      loaded = this.#load(name);
    } catch (error) {
      return [failed(ids[0], error)];
    }
    stryker.activeMutant = mutant;
    const results = [];
    for (const id of ids) {
      const test = loaded.get(id.slice(name.length + SEPARATOR.length));
      const result =
        test === undefined ? failed(id, new Error('the test is gone')) : await this.#run(name, id, test, false);
      results.push(result);
      if (result.status === 1) break;
    }
    return results;
  }

  /** The tests of a file without any mutant: what covers what, and what the snapshots are. */
  async #learn(name) {
    const known = this.#files.get(name);
    known.snapshots = new Map();
    const results = [];
    for (const [own, test] of this.#load(name)) {
      const id = `${name}${SEPARATOR}${own}`;
      stryker.currentTestId = id;
      results.push(await this.#run(name, id, test, true));
      stryker.currentTestId = undefined;
    }
    return results;
  }

  async #run(name, id, test, learning) {
    const { snapshots } = this.#files.get(name);
    if (learning) snapshots.set(id, []);
    const started = performance.now();
    try {
      await runTest(test, snapshots.get(id), learning);
      return { id, name: id, status: 0, timeSpentMs: performance.now() - started };
    } catch (error) {
      return { ...failed(id, error), timeSpentMs: performance.now() - started };
    }
  }

  #allIds() {
    return [...this.#files.keys()].flatMap((name) =>
      [...this.#load(name).keys()].map((own) => `${name}${SEPARATOR}${own}`),
    );
  }

  /** Evaluates a test file and all it imports of the law anew. */
  #load(name) {
    const { file, script } = this.#files.get(name);
    const tests = new Map();
    const vitest = vitestFor(file, tests);
    const module = { exports: {} };
    script.runInThisContext()(
      (wanted) => (wanted === 'vitest' ? vitest : this.#require(wanted)),
      module,
      module.exports,
    );
    return tests;
  }
}

const failed = (id, error) => ({
  id,
  name: id,
  status: 1,
  timeSpentMs: 0,
  failureMessage: error instanceof Error ? error.message : String(error),
});

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'law', LawTestRunner)];
