import { spawn } from 'node:child_process';

export interface OwnNetwork {
  /** What is run in there: program and arguments. */
  readonly command: readonly [string, ...string[]];
  /** Takes the place of /etc/hosts. */
  readonly hostsFile: string;
  readonly environment: Readonly<Record<string, string>>;
  /** After this all of it is ended. */
  readonly limitMs: number;
}

/** What the shell does in there before it becomes the command. */
const PREPARE = 'ip link set lo up && mount --bind "$0" /etc/hosts && exec "$@"';

/**
 * Runs a command in name spaces of its own (unshare of util-linux): a network with nothing but a loopback, so that every port is
 * free and no packet leaves the machine; its own /etc/hosts, so that names of remotes lead to stand-ins; its own processes, of which
 * none outlives the command. Resolves with its exit code; 124 at the limit. @throws Error when the machine does not allow it
 */
export function runInOwnNetwork({ command, hostsFile, environment, limitMs }: OwnNetwork): Promise<number> {
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const spaces = ['--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child=SIGKILL'];
  const child = spawn('unshare', [...asRoot, ...spaces, 'sh', '-c', PREPARE, hostsFile, ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limitMs);
  // Ctrl-C and a supervisor's SIGTERM reach whoever is inside by the end of this child.
  const end = () => void child.kill('SIGKILL');
  process.once('SIGINT', end).once('SIGTERM', end);
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new Error('unshare is needed: apt-get install util-linux') : error),
    );
    child.once('exit', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve(late ? 124 : (code ?? 1));
    });
  });
}
