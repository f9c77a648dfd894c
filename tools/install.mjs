// Installs the packages, only when node_modules is missing or older than what package-lock.json asks for.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

const stampFile = join(root, 'node_modules', '.tokimori-installed');
const wanted = () => {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)));
  return `${hash.digest('hex')} ${process.platform} ${process.arch} ${process.versions.modules}\n`;
};

/** Every package of the lock file that this platform needs is in its place (a copied or half-made folder is not trusted). */
function isComplete() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(
    ([path, { optional }]) => !path.startsWith('node_modules/') || optional || existsSync(join(root, path)),
  );
}

export function install() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted()) return;
  if (!existsSync(join(root, 'node_modules', '.package-lock.json')) || !isComplete()) {
    console.log('必要なパッケージを入れています(npm install)…');
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) {
      console.error(
        'パッケージを入れられませんでした。ネットワークと npm の設定を確かめて、もう一度実行してください。',
      );
      process.exit(1);
    }
  }
  writeFileSync(stampFile, wanted());
}
