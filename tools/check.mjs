// The checks that run nothing of the product: types, lint, boundaries, unused code, habits.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { bin, demandNode, runStep } from './steps.mjs';

const ROOMS = [
  'law',
  'ordinances',
  'records',
  'wording',
  'contract',
  'server',
  'command',
  'web/src',
  'forms',
  'journeys',
  'bench',
];

/** @returns names of the checks that failed. */
export async function check() {
  const steps = [
    ['types', bin('tsc'), ['-p', 'tsconfig.json']],
    ['types of the page', bin('tsc'), ['-p', 'web/tsconfig.json']],
    ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
    ['boundaries', bin('depcruise'), ['--config', 'tools/dependency-cruiser.cjs', ...ROOMS]],
    ['unused', bin('knip'), []],
    ['habits', process.execPath, ['tools/check-habits.mjs']],
  ];
  const failed = [];
  for (const [name, command, args] of steps) {
    if (!(await runStep(name, command, args, { closing: 1 }))) failed.push(name);
  }
  return failed;
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  demandNode();
  install();
  process.exitCode = (await check()).length > 0 ? 1 : 0;
}
