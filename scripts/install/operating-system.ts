import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What installing needs to know and do outside this process. */
export interface OperatingSystem {
  readonly isRoot: boolean;
  hasExecutable(name: string): boolean;
  hasFile(path: string): boolean;
  /** Whether some installed font covers a language (fontconfig's name, e.g. `zh-cn`). */
  hasFontFor(language: string): boolean;
  /** Runs a command with its output shown; true when it succeeded. */
  run(command: string, args: readonly string[]): boolean;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where Debian puts servers; not on the PATH of everybody. */
const SERVERS_FOLDER = '/usr/sbin';

/** The machine this runs on. */
export const thisOperatingSystem: OperatingSystem = {
  isRoot: process.getuid?.() === 0,
  hasExecutable: (name) =>
    [...(process.env.PATH ?? '').split(delimiter), SERVERS_FOLDER].some(
      (folder) => folder !== '' && isExecutable(join(folder, name)),
    ),
  hasFile: existsSync,
  hasFontFor(language) {
    const { status, stdout } = spawnSync('fc-list', [`:lang=${language}`, 'family'], { encoding: 'utf8' });
    return status === 0 && stdout.trim() !== '';
  },
  run(command, args) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
  },
};
