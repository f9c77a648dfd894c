// What the law's tests import as `vitest` while mutants are tried: collects the tests of a file instead of running them, and
// judges with vitest's own matchers. Snapshots are held against what the unchanged law answers.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import * as chai from 'chai';

/** The test that runs, with what its snapshots are: recorded when `learning`, compared otherwise. */
const running = { test: undefined, learning: false, taken: 0 };

function snapshot(chaiNow, { flag }) {
  chaiNow.Assertion.addMethod('toMatchSnapshot', function () {
    const told = JSON.stringify(flag(this, 'object'));
    const { test, learning } = running;
    const at = running.taken++;
    if (learning) test.snapshots[at] = told;
    else if (test.snapshots[at] !== told) throw new Error(`snapshot ${at}: ${told}, not ${test.snapshots[at]}`);
  });
  chaiNow.Assertion.addMethod('toMatchFileSnapshot', function (path) {
    const kept = readFileSync(join(dirname(running.test.file), path), 'utf8');
    if (kept !== flag(this, 'object')) throw new Error(`${path} differs`);
  });
}
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers, snapshot]) chai.use(plugin);

const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
setState({ assertionCalls: 0 }, expect);
globalThis[GLOBAL_EXPECT] = expect;

/** The module `vitest` for one evaluation of a test file; its tests are added to `tests` by name. */
export function vitestFor(file, tests) {
  const path = [];
  const it = (name, run) => {
    const full = [...path, name].join(' > ');
    let id = full;
    for (let again = 2; tests.has(id); again += 1) id = `${full} (${again})`;
    tests.set(id, { run, file });
  };
  it.each = (rows) => (name, run) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      it(format(name, ...values.slice(0, name.split(/%[a-z]/).length - 1)), () => run(...values));
    }
  };
  const describe = (name, inside) => {
    path.push(name);
    inside();
    path.pop();
  };
  return { describe, expect, it, test: it };
}

/** Runs one test; `known` keeps its snapshots from the unchanged law. @throws what the test throws */
export async function runTest(test, known, learning) {
  Object.assign(running, { test: { ...test, snapshots: known }, learning, taken: 0 });
  await test.run();
  if (!learning && running.taken !== known.length) throw new Error('not all snapshots were taken');
}
