import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntilReady } from '../demo/bff-process';
import type { Release } from './releases';
import { readServiceUnit } from './service-unit';
import { readSettingsFile } from './settings-file';

/** Debian's places of programs that may lie elsewhere here. */
const PROGRAMS: Readonly<Record<string, string>> = { '/usr/bin/node': process.execPath, '/usr/bin/npm': 'npm' };

export const BFF_UNIT = 'acceptance-bff@.service';

/** The folder of the rehearsal, which plays the machine: settings in acceptance.env, a log for each unit. */
export class Machine {
  constructor(
    readonly folder: string,
    readonly tlsRoot: string,
    /** Those that are installed: an earlier release runs by them, too. */
    readonly unitsFolder: string,
  ) {}

  get settingsFile(): string {
    return join(this.folder, 'acceptance.env');
  }

  private logOf(unit: string): string {
    return join(this.folder, `${unit}.log`);
  }

  /** What a process gets whose unit names the file of settings. */
  settings(): Record<string, string> {
    const { PATH = '', HOME = '' } = process.env;
    return {
      PATH,
      HOME,
      ...readSettingsFile(readFileSync(this.settingsFile, 'utf8')),
      NODE_EXTRA_CA_CERTS: this.tlsRoot,
    };
  }

  /** The last that processes of the BFF have complained of. */
  complaints(): string {
    const log = this.logOf(BFF_UNIT);
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    return lines
      .filter((line) => !line.startsWith('{"level":30'))
      .slice(-20)
      .join('\n');
  }

  /** Starts a unit of a release, as systemd would. */
  startUnit(
    { folder }: Release,
    unit: string,
    instance = '',
    changes: Readonly<Record<string, string>> = {},
  ): ChildProcess {
    const text = readFileSync(join(this.unitsFolder, unit), 'utf8');
    const { environment, command } = readServiceUnit(text, instance);
    const [program = '', ...args] = command.map((word) => PROGRAMS[word] ?? word);
    const log = createWriteStream(this.logOf(unit), { flags: 'a' });
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...environment, ...this.settings(), ...changes },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    return child;
  }

  /** Starts a process of the BFF and resolves when it is ready. */
  async startBff(release: Release, port: number, changes?: Readonly<Record<string, string>>): Promise<ChildProcess> {
    const bff = this.startUnit(release, BFF_UNIT, String(port), changes);
    await waitUntilReady(bff, `http://127.0.0.1:${port}`);
    return bff;
  }

  /**
   * Runs `npm run <command>` as the operator of the machine does, and answers what it said; of a refusal, which `expects` names by its
   * exit code, also what it complained of. @throws Error with both when it ends by another code
   */
  operate(
    { folder }: Release,
    command: string,
    args: readonly string[] = [],
    { changes = {}, expects = 0 }: { changes?: Readonly<Record<string, string>>; expects?: number } = {},
  ): Promise<string> {
    const env = { ...this.settings(), NODE_ENV: 'production', OPERATOR_NAME: 'rehearsal', ...changes };
    return new Promise((resolve, reject) => {
      const words = ['run', '--silent', command, '--', ...args];
      execFile('npm', words, { cwd: folder, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code ?? 1);
        if (code === expects) {
          resolve(expects === 0 ? stdout : `${stdout}${stderr}`);
        } else {
          reject(new Error(`npm run ${command} ended with ${code}:\n${stdout}${stderr}`));
        }
      });
    });
  }
}
