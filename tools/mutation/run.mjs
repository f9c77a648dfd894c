// `npm run test:mutation`: changes the law in thousands of small ways and asks its tests to notice. Each folder is judged
// by its own tests alone, so the score is what they hold by themselves. Fails below 90 % over all.
// Some folders only: `npm run test:mutation -- time overtime`.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, root } from '../steps.mjs';

const DEMANDED = 90;
/** Texts and helpers of tests are not rules. */
const apart = new Set(['instruments', 'testing', 'node_modules']);
const rooms = readdirSync(join(root, 'law'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !apart.has(entry.name))
  .map(({ name }) => name);
const folders = process.argv.length > 2 ? process.argv.slice(2) : rooms;
const noticed = new Set(['Killed', 'Timeout']);
const missed = new Set(['Survived', 'NoCoverage']);
const percent = (caught, of) => `${((100 * caught) / of).toFixed(1)} %`;

let [caught, all] = [0, 0];
const lines = [];
for (const folder of folders) {
  const { status } = spawnSync(bin('stryker'), ['run', 'tools/mutation/stryker.config.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATED_FOLDER: folder },
  });
  if (status !== 0) process.exit(status ?? 1);
  const { files } = JSON.parse(readFileSync(join(root, `reports/mutation/${folder}.json`), 'utf8'));
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status));
  const own = states.filter((state) => noticed.has(state)).length;
  const of = own + states.filter((state) => missed.has(state)).length;
  lines.push(`law/${folder}: ${own} of ${of} noticed, ${percent(own, of)}`);
  caught += own;
  all += of;
}
for (const line of lines) console.log(line);
console.log(`law: ${caught} of ${all} noticed, ${percent(caught, all)} (demanded: ${DEMANDED} %)`);
process.exit((100 * caught) / all >= DEMANDED ? 0 : 1);
