// `npm test`: installs what the tests need, then every check and every suite; nothing is left out silently.
// A failing step does not keep the later ones from being run; the exit code tells.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.mjs';
import { install } from './install.mjs';
import { bin, demandNode, root, runStep } from './steps.mjs';

/** Programs of the operating system, with the Debian package that brings each. */
const PROGRAMS = [
  { name: 'chromium', there: () => ['/usr/bin/chromium', '/usr/bin/chromium-browser'].some(existsSync) },
  {
    name: 'postgresql-15',
    there: () => process.env.DATABASE_URL_TEST !== undefined || existsSync('/usr/lib/postgresql/15/bin/postgres'),
  },
];

function installPrograms() {
  const missing = PROGRAMS.filter(({ there }) => !there()).map(({ name }) => name);
  if (missing.length === 0) return;
  const words = `apt-get install -y ${missing.join(' ')}`;
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  if (process.getuid?.() === 0) {
    console.log(`installing ${missing.join(', ')} …`);
    if (!apt('install', '-y', '--no-install-recommends', ...missing)) {
      apt('update');
      apt('install', '-y', '--no-install-recommends', ...missing);
    }
  }
  const still = PROGRAMS.filter(({ there }) => !there()).map(({ name }) => name);
  if (still.length === 0) return;
  console.error(`The tests need ${still.join(' and ')}, which could not be installed here. As root: ${words}`);
  process.exit(1);
}

demandNode();
install();
installPrograms();

const failed = await check();
const suite = async (name, ...projects) => {
  const args = ['run', '--no-color', ...projects.flatMap((project) => ['--project', project])];
  if (!(await runStep(name, bin('vitest'), args, { closing: 5, env: { CI: 'true' } }))) failed.push(name);
};
await suite('law and unit', 'law', 'unit');
await suite('store', 'store');
if (await runStep('build', process.execPath, ['tools/build.mjs'])) {
  if (existsSync(join(root, 'journeys'))) await suite('journeys', 'journeys');
} else {
  failed.push('build', 'journeys (not run: nothing was built)');
}

if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
console.log('\nAll checks and tests passed.');
