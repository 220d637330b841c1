import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntilReady } from '../demo/bff-process';
import type { Release } from './releases';
import { readServiceUnit } from './service-unit';
import { readSettingsFile } from './settings-file';

/** Debian's places of programs that may lie elsewhere here. */
const PROGRAMS: Readonly<Record<string, string>> = { '/usr/bin/node': process.execPath, '/usr/bin/npm': 'npm' };

/** The folder of the rehearsal, which plays the machine: its settings stand in acceptance.env, its log in bff.log. */
export class Machine {
  constructor(
    readonly folder: string,
    readonly tlsRoot: string,
  ) {}

  get settingsFile(): string {
    return join(this.folder, 'acceptance.env');
  }

  /** What a process gets whose unit names the file of settings. */
  settings(): Record<string, string> {
    const { PATH = '', HOME = '' } = process.env;
    return { PATH, HOME, ...readSettingsFile(readFileSync(this.settingsFile, 'utf8')), NODE_EXTRA_CA_CERTS: this.tlsRoot };
  }

  /** Starts a unit of a release, as systemd would. */
  startUnit({ folder }: Release, unit: string, instance = '', changes: Readonly<Record<string, string>> = {}): ChildProcess {
    const text = readFileSync(join(folder, 'scripts/deploy/systemd', unit), 'utf8');
    const { environment, command } = readServiceUnit(text, instance);
    const [program = '', ...args] = command.map((word) => PROGRAMS[word] ?? word);
    const log = createWriteStream(join(this.folder, 'bff.log'), { flags: 'a' });
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
    const bff = this.startUnit(release, 'acceptance-bff@.service', String(port), changes);
    await waitUntilReady(bff, `http://127.0.0.1:${port}`);
    return bff;
  }

  /** Runs `npm run <command>` as the operator of the machine does. @throws Error with what it said when it ends by another code than `expects` */
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
          resolve(`${stdout}${stderr}`);
        } else {
          reject(new Error(`npm run ${command} ended with ${code}:\n${stdout}${stderr}`));
        }
      });
    });
  }
}
