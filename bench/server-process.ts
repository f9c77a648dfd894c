import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from './memory.ts';

export type Server = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> };

/** Starts the built product on a data directory, as its users do, and waits until it answers. */
export async function startProduct(data: string, port: number): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['dist/command/tokimori.mjs', 'start', '--empty', '--data', data, '--port', String(port)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (
      await fetch(`${url}/readyz`).then(
        (r) => r.ok,
        () => false,
      )
    )
      break;
    await pause(100);
  }
  return { url, pid: child.pid ?? 0, stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

export type ChildRun = { readonly seconds: number; readonly peak: number };

/** Runs a command of the product to its end; wall seconds and the peak of its resident memory in MB. */
export async function runCommand(words: readonly string[]): Promise<ChildRun> {
  const start = performance.now();
  const child = spawn(process.execPath, ['dist/command/tokimori.mjs', ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const mark = memoryOf(child.pid ?? 0).peak;
      if (mark > peak) peak = mark;
    } catch {
      // It has just ended; the last mark stands.
    }
  }, 20);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`tokimori ${words.join(' ')} ended with ${String(code)}`);
  return { seconds: (performance.now() - start) / 1000, peak };
}
