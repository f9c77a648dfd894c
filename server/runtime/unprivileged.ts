import { spawnSync } from 'node:child_process';

/**
 * How a database program is started. PostgreSQL refuses to run as root, and it should end when this process dies
 * without a word: `setpriv --pdeathsig` asks Linux to tell it.
 */
export type Launcher = {
  readonly name: 'self' | 'namespace' | 'nobody';
  /** Program and arguments that run `program`. */
  readonly wrap: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
  /** The user to become, where no name space is to be had. */
  readonly identity?: { readonly uid: number; readonly gid: number };
};

const NOBODY = { uid: 65534, gid: 65534 };
const PARENT_DEATH = ['--pdeathsig', 'INT', '--'];
/** Root maps itself to an ordinary number: no account is made, files stay root's, /root stays reachable. */
const NAMESPACE = ['-U', '--map-user=1000', '--map-group=1000', '--'];

/** Finds the way that works on this machine. */
export function findLauncher(): Launcher {
  const watched = runs('setpriv', [...PARENT_DEATH, 'true']);
  const direct: Launcher['wrap'] = (program, args) =>
    watched ? ['setpriv', [...PARENT_DEATH, program, ...args]] : [program, args];
  if (process.getuid?.() !== 0) return { name: 'self', wrap: direct };
  if (watched && runs('unshare', [...NAMESPACE, 'setpriv', ...PARENT_DEATH, 'true'])) {
    return {
      name: 'namespace',
      wrap: (program, args) => ['unshare', [...NAMESPACE, 'setpriv', ...PARENT_DEATH, program, ...args]],
    };
  }
  return { name: 'nobody', wrap: direct, identity: NOBODY };
}

function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
