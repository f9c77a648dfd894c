import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The command as people call it: the launcher, the bundle behind it, a process of its own. */
export const launcher = fileURLToPath(new URL('../bin/tokimori.mjs', import.meta.url));

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the command to its end. */
export function tokimori(args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [launcher, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    // A character may come in two pieces.
    child.stdout.setEncoding('utf8');
    child.stderr.setEncoding('utf8');
    child.stdout.on('data', (piece) => {
      out += piece;
    });
    child.stderr.on('data', (piece) => {
      err += piece;
    });
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.end(input);
  });
}
