import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** The program as it is started at a desk. */
export class StartedAgent {
  output = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private readonly listeners = new Set<() => void>();

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    const tsx = join(ROOT, 'node_modules/tsx/dist/loader.mjs');
    const main = join(ROOT, 'scripts/ukey-agent/main.ts');
    this.child = spawn(process.execPath, ['--import', tsx, main, ...args], { cwd: ROOT, env });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString('utf8');
        for (const listener of this.listeners) listener();
      });
    }
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** The first match of what it prints, now or later. */
  prints(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(this.output);
        if (match) {
          this.listeners.delete(look);
          resolve(match);
        }
      };
      this.listeners.add(look);
      look();
      void this.ended.then(() => reject(new Error(`it ended: ${this.output}`)));
    });
  }

  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}
