// What the tools share: the root of the checkout, and running a step with its closing lines.
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Ends the tool with a sentence when Node.js is too old for the product. */
export function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node.js ${process.versions.node} では動きません。Node.js 20.19 以降を入れてください。`);
  process.exit(1);
}

/**
 * Runs a command; its output is shown whole when it fails (or `show` is set), else its last `closing` lines.
 * @returns whether it succeeded.
 */
export function runStep(name, command, args, { closing = 4, show = false, env = {} } = {}) {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        if (show) process.stdout.write(chunk);
      });
    }
    child.once('error', (error) => {
      said += `${error}\n`;
    });
    child.once('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      const lines = said.trimEnd().split('\n');
      if (!show)
        for (const line of code === 0 ? lines.slice(-closing) : lines)
          if (line.trim() !== '') console.log(`    ${line}`);
      done(code === 0);
    });
  });
}

/** The path of a program installed by a package. */
export const bin = (name) => resolve(root, 'node_modules', '.bin', name);
