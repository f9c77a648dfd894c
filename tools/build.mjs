// Builds what runs: dist/command/tokimori.mjs (our rooms in one file, npm packages beside it), dist/web, and the files
// that rooms read at run time (migrations, parameters, forms, fonts) at the same place below dist as below the checkout.
// Nothing is done when no source is newer; `--force` builds all the same.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bin, root } from './steps.mjs';

const ROOMS = ['law', 'ordinances', 'records', 'wording', 'contract', 'forms', 'server', 'command', 'web'];
const CODE = /\.(ts|tsx|mts|cts)$/;
const IGNORED = /(^|\/)(node_modules|dist|testing|bin)(\/|$)|\.test\.tsx?$|\.golden\./;
const stampFile = join(root, 'dist', 'built.json');

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (IGNORED.test(relative(root, path))) return [];
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

/** One hash over names, sizes and times (times alone miss a file that was moved here). */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const shared = [join(root, 'package-lock.json'), join(root, 'tools', 'build.mjs')];

/** What is older than its sources. `page: false` leaves the page out of account (the command line needs none). */
function judgeAge({ force = false, page: wantsPage = true }) {
  const before = !force && existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const sources = ROOMS.filter((room) => existsSync(join(root, room))).map((room) => [room, filesOf(join(root, room))]);
  const of = (...rooms) => sources.filter(([room]) => rooms.includes(room)).flatMap(([, files]) => files);
  const server = fingerprint([
    ...of('law', 'ordinances', 'records', 'wording', 'contract', 'forms', 'server', 'command'),
    ...shared,
  ]);
  const page = wantsPage ? fingerprint([...of('law', 'wording', 'contract', 'web'), ...shared]) : before.page;
  const todo = [
    before.server !== server || !existsSync(join(root, 'dist/command/tokimori.mjs')) ? 'server' : '',
    wantsPage && (before.page !== page || !existsSync(join(root, 'dist/web/index.html'))) ? 'page' : '',
  ].filter(Boolean);
  return { before, of, stamp: { server, page }, todo };
}

/** Whether there is nothing to build. */
export const isFresh = (options = {}) => judgeAge(options).todo.length === 0;

/** Builds what is out of date. @returns whether all is well. */
export async function build({ force = false, quiet = true, page = true } = {}) {
  const { before, of, stamp, todo } = judgeAge({ force, page });
  if (todo.length === 0) return true;
  if (!quiet || before.server === undefined) console.error('プログラムを組み立てています…');
  if (todo.includes('server')) {
    await buildServer();
    const rooms = ['ordinances', 'forms', 'server', 'command', 'contract', 'law', 'records'];
    copyAssets(rooms, of(...rooms));
    writeFileSync(stampFile, JSON.stringify({ ...before, server: stamp.server }));
  }
  if (todo.includes('page')) buildPage();
  writeFileSync(stampFile, JSON.stringify(stamp));
  return true;
}

async function buildServer() {
  const children = [
    ...filesOf(join(root, 'server')),
    ...filesOf(join(root, 'forms')),
    ...filesOf(join(root, 'command')),
  ];
  const entries = { 'command/tokimori': join(root, 'command/main.ts') };
  for (const file of children.filter((path) => /\.(child|worker)\.ts$/.test(path))) {
    entries[relative(root, file).replace(/\.ts$/, '')] = file;
  }
  await bundle(entries);
}

/** Bundles entry points (place below dist → source) with what they share. */
export async function bundle(entryPoints, plugins = []) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints,
    outdir: join(root, 'dist'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
    absWorkingDir: root,
    plugins: [...plugins, ourRoomsOnly, placesOfSources],
  });
}

/** Our rooms go into the bundle; packages from npm stay outside. */
const ourRoomsOnly = {
  name: 'our-rooms-only',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@tokimori/') || path.startsWith('#')) return undefined;
      return { path, external: true };
    });
  },
};

/**
 * In a bundle `import.meta.url` would name the bundle. It is made to name the place below dist that answers to the
 * source file, so that files beside a source are found beside its place; a child's `x.child.ts` is its built `.mjs`.
 */
const placesOfSources = {
  name: 'places-of-sources',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta')) return undefined;
      const place = JSON.stringify(relative(root, path));
      const contents = text
        .replaceAll('import.meta.url', `new URL(${place}, __tokimoriDist).href`)
        .replaceAll(/(\.(?:child|worker))\.ts(?=['"`])/g, '$1.mjs');
      return { contents: `${contents}\n${locateDist}`, loader: 'ts' };
    });
  },
};
/** Walks up from the chunk to the folder called dist. */
const locateDist = 'const __tokimoriDist = import.meta.url.replace(/\\/dist\\/(?!.*\\/dist\\/).*$/, "/dist/");';

/** Puts what is read at run time in its place, and takes away there what has no source any more. */
function copyAssets(rooms, files) {
  const assets = files.filter((file) => !CODE.test(file) && !/(^|\/)(package|tsconfig)\.json$|vite\.config/.test(file));
  const targets = new Map(assets.map((file) => [join(root, 'dist', relative(root, file)), file]));
  for (const room of rooms.map((name) => join(root, 'dist', name)).filter(existsSync)) {
    for (const found of readdirSync(room, { recursive: true, withFileTypes: true })) {
      const path = join(found.parentPath, found.name);
      if (found.isFile() && !targets.has(path) && !/\.mjs(\.map)?$/.test(found.name)) rmSync(path);
    }
  }
  for (const [target, file] of targets) {
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}

/** Beside the old one, then in its place: a page that cannot be built leaves the old one whole. */
function buildPage() {
  if (!existsSync(join(root, 'web/index.html'))) return;
  const [place, fresh] = [join(root, 'dist/web'), join(root, 'dist/web.fresh')];
  const args = ['build', '--logLevel', 'warn', '--config', 'web/vite.config.ts', '--outDir', '../dist/web.fresh'];
  const { status } = spawnSync(bin('vite'), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (status !== 0) throw new Error('the page could not be built');
  rmSync(place, { recursive: true, force: true });
  renameSync(fresh, place);
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  try {
    await build({ force: process.argv.includes('--force'), quiet: false });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
