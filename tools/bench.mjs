// `npm run bench`: builds the product and the measurements, and runs them; what follows `--` is passed on.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install } from './install.mjs';
import { demandNode, root } from './steps.mjs';

demandNode();
install();
const { build, bundle } = await import('./build.mjs');
await build();
await bundle({
  'bench/main': join(root, 'bench/main.ts'),
  'bench/derive-again.worker': join(root, 'bench/derive-again.worker.ts'),
});
const { status } = spawnSync(process.execPath, [join(root, 'dist/bench/main.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
