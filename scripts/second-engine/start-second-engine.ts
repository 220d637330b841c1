import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { engineJars } from './engine-files';

export interface SecondEngine {
  readonly uri: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** mongo-java-server, in a process that ends with this one. @throws Error when something has to be installed first */
export async function startSecondEngine(root: string): Promise<SecondEngine> {
  const args = ['-cp', engineJars(root), join(root, 'scripts/second-engine/SecondEngine.java')];
  const engine = spawn('java', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(engine, 'exit');
  const said = once(createInterface(engine.stdout), 'line');
  const [port] = await Promise.race([
    said,
    exited.then(([code]) => {
      throw new Error(`the second engine ended before it served (code ${code})`);
    }),
  ]);
  return {
    uri: `mongodb://127.0.0.1:${Number(port)}/`,
    pid: engine.pid ?? 0,
    async stop() {
      engine.stdin.end();
      await exited;
    },
  };
}
