#!/usr/bin/env node
// The launcher: builds dist/command/tokimori.mjs when it is missing or older than its sources, then becomes it.
// Without the build tools (an installed product) what is there is run as it is.
import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist/command/tokimori.mjs');
const lock = join(root, 'dist/.building');
const ABANDONED_MS = 180_000;

/** One build at a time: a second launcher waits for the first, and a lock left by a killed one is taken over. */
async function whileLocked(deed) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = existsSync(lock) ? Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs : 0;
      if (age > ABANDONED_MS) rmdirSync(lock);
      await pause(100);
    }
  }
  try {
    await deed();
  } finally {
    rmdirSync(lock);
  }
}

if (existsSync(join(root, 'tools/build.mjs')) && existsSync(join(root, 'command/main.ts'))) {
  const { build, isFresh } = await import(pathToFileURL(join(root, 'tools/build.mjs')).href);
  try {
    if (!isFresh({ page: false })) await whileLocked(() => build({ page: false }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(
      '事象: プログラムを組み立てられませんでした。\n対処: npm install と npm run build を実行してください。',
    );
    process.exit(1);
  }
}
await import(pathToFileURL(program).href);
