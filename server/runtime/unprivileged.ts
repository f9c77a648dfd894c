import { spawnSync } from 'node:child_process';

/**
 * How a database program is started. PostgreSQL refuses to run as root, and it should end when this process dies
 * without a word: `setpriv --pdeathsig` asks Linux to tell it.
 */
export type Launcher = {
  readonly name: 'self' | 'namespace' | 'reader' | 'nobody';
  /** The user who owns the cluster's files, where we are root and can see to it. */
  readonly owner?: number;
  /** Program and arguments that run `program`. */
  readonly wrap: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
  /** The user to become by ourselves, where nothing better works. */
  readonly identity?: { readonly uid: number; readonly gid: number };
};

const NOBODY = { uid: 65534, gid: 65534 };
const PARENT_DEATH = ['--pdeathsig', 'INT', '--'];
/** Root maps itself to an ordinary number: no account is made, files stay root's, /root stays reachable. */
const NAMESPACE = ['-U', '--map-user=1000', '--map-group=1000', '--'];
/** Containers often forbid name spaces: nobody, with root's one right to pass folders closed to others. */
const READER = [
  ...[`--reuid=${NOBODY.uid}`, `--regid=${NOBODY.gid}`, '--clear-groups'],
  ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override'],
];

/** Finds the way that works on this machine. */
export function findLauncher(): Launcher {
  const watched = runs('setpriv', [...PARENT_DEATH, 'true']);
  const direct: Launcher['wrap'] = (program, args) =>
    watched ? ['setpriv', [...PARENT_DEATH, program, ...args]] : [program, args];
  if (process.getuid?.() !== 0) return { name: 'self', wrap: direct };
  if (watched && runs('unshare', [...NAMESPACE, 'setpriv', ...PARENT_DEATH, 'true'])) {
    return {
      name: 'namespace',
      owner: 0,
      wrap: (program, args) => ['unshare', [...NAMESPACE, 'setpriv', ...PARENT_DEATH, program, ...args]],
    };
  }
  if (watched && runs('setpriv', [...READER, ...PARENT_DEATH, 'true'])) {
    return {
      name: 'reader',
      owner: NOBODY.uid,
      wrap: (program, args) => ['setpriv', [...READER, ...PARENT_DEATH, program, ...args]],
    };
  }
  return { name: 'nobody', owner: NOBODY.uid, wrap: direct, identity: NOBODY };
}

function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
