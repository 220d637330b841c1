import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** One command of the check. */
export interface Part {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

export interface PartResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** Everything it wrote, standard output and error in the order of arrival. */
  readonly output: string;
}

/** Runs a part in `cwd` to its end. A command that cannot be started is a failed part, with the reason as output. */
export function runPart({ name, command, args }: Part, cwd: string): Promise<PartResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const finish = (ok: boolean) =>
      resolve({
        name,
        ok,
        seconds: (performance.now() - started) / 1000,
        output: Buffer.concat(chunks).toString('utf8'),
      });
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** Lanes run side by side, the parts of a lane one after another. `onResult` hears of each part as it ends. */
export async function runLanes(
  lanes: readonly (readonly Part[])[],
  cwd: string,
  onResult: (result: PartResult) => void,
): Promise<PartResult[]> {
  const results = await Promise.all(
    lanes.map(async (lane) => {
      const done: PartResult[] = [];
      for (const part of lane) {
        const result = await runPart(part, cwd);
        onResult(result);
        done.push(result);
      }
      return done;
    }),
  );
  return results.flat();
}
