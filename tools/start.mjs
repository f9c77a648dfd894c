// `npm start`: installs and builds what is missing, then starts the server with the example city.
// What follows `--` is passed on: `npm start -- --port 3100 --data DIR --empty`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { demandNode, root } from './steps.mjs';

demandNode();
install();
const { build } = await import('./build.mjs');
try {
  await build();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('プログラムを組み立てられませんでした。上の表示を確かめて、もう一度 npm start を実行してください。');
  process.exit(1);
}
const program = join(root, 'dist/command/tokimori.mjs');
if (!existsSync(program)) {
  console.error(`${program} がありません。npm run build -- --force を実行してください。`);
  process.exit(1);
}
const given = process.argv.slice(2);
const city = given.includes('--empty') || given.includes('--demo') ? [] : ['--demo'];
// The same process goes on as the server, so that Ctrl-C and signals reach it directly.
endWithNpm();
process.argv = [process.argv[0], program, 'start', ...city, ...given];
await import(pathToFileURL(program).href);

/** npm may be ended so hard that it passes nothing on: the server then ends in order by itself. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
