import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { constants, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = new URL('..', import.meta.url).pathname;
/** The morning on which the journeys take place: Monday 令和8年10月26日 8:29. */
const MORNING = '2026-10-26T08:29:00+09:00';

export type Installation = {
  readonly url: string;
  readonly data: string;
  /** Everything the server said so far, for messages of failure. */
  readonly said: () => string;
  readonly pid: () => number | undefined;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Starts the server again on the same data, after it was killed. */
  readonly restart: () => Promise<void>;
  /** Ends the server, keeps its data, and starts it again with the clock set to another time. */
  readonly moveTo: (clock: string) => Promise<void>;
  /** Ends the server and keeps its data. */
  readonly end: () => Promise<void>;
  /** Ends the server and removes its data. */
  readonly stop: () => Promise<void>;
};

/** A free port of the loopback. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * Starts the product as its users do, on a data directory of its own, with the clock set to a morning.
 * `template` is the data directory of an installation that was stopped; the new one begins with a copy of it.
 */
export async function startInstallation(options: {
  readonly city: 'demo' | 'empty';
  readonly clock?: string;
  readonly template?: string;
  /** Besides the surroundings of the test: mail server, address for links. */
  readonly surroundings?: Readonly<Record<string, string>>;
}): Promise<Installation> {
  const data = mkdtempSync(join(tmpdir(), 'tokimori-journey-'));
  if (options.template !== undefined)
    cpSync(options.template, data, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let said = '';
  let clock = options.clock ?? MORNING;
  const start = async (): Promise<void> => {
    const server = spawn(
      process.execPath,
      ['dist/command/tokimori.mjs', 'start', `--${options.city}`, '--port', String(port), '--data', data],
      {
        cwd: root,
        env: { ...process.env, ...options.surroundings, TOKIMORI_CLOCK: clock },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child = server;
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await answers(
      url,
      () => server.exitCode === null,
      () => said,
    );
  };
  const end = async (): Promise<void> => {
    const server = child;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  };
  await start();
  return {
    url,
    data,
    said: () => said,
    pid: () => child?.pid,
    kill: (signal) => child?.kill(signal),
    restart: start,
    moveTo: async (time) => {
      await end();
      clock = time;
      await start();
    },
    end,
    stop: async () => {
      await end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, alive: () => boolean, said: () => string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (!alive()) throw new Error(`the server ended:\n${said()}`);
    const ready = await fetch(`${url}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) return;
    await pause(100);
  }
  throw new Error(`the server did not become ready:\n${said()}`);
}

/** Runs a command of the product against an installation; answers its standard output, throws with its errors. */
export function tokimori(installation: Pick<Installation, 'data'>, ...words: readonly string[]): string {
  return execFileSync(process.execPath, ['dist/command/tokimori.mjs', ...words, '--data', installation.data], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TOKIMORI_CLOCK: MORNING },
  });
}
