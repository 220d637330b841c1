import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
/** And the exit code of whom it has ended. */
const ENDING = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** A command together with all that it has started: jest's workers outlive it. Windows knows no groups. */
function end({ pid = 0 }: ChildProcess): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It is over.
  }
}

/**
 * Runs a command of the project to its end and answers its exit code. Who ends this process ends the command first, with all that it has
 * started: what went on by itself would hold cores, ports and databases of whoever comes next.
 */
export const runCommand = (
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> =>
  new Promise((finish) => {
    const isWindows = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
      // A group of its own, which Ctrl-C does not reach by itself.
      detached: !isWindows,
      shell: isWindows,
    });
    const listeners = Object.entries(ENDING).map(([signal, code]) => {
      const listener = () => {
        end(child);
        process.exit(code);
      };
      process.once(signal, listener);
      return () => process.off(signal, listener);
    });
    const over = (code: number): void => {
      for (const forget of listeners) forget();
      finish(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      over(1);
    });
    child.on('close', (code) => over(code ?? 1));
  });
