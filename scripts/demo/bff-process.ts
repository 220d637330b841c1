import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { API_BASE_PATH, endpoints } from '@acceptance/shared';
import { buildBff } from '../build/build-bff';

const root = resolve(__dirname, '../..');
const READY_WITHIN_MS = 60_000;

/** Of the sources that there are now; once in a process. */
let built: ReturnType<typeof buildBff> | undefined;

/** Starts the BFF as production does, bundled, in a process of its own; `environment` is all that it gets. */
export async function spawnBff(environment: Record<string, string>): Promise<ChildProcess> {
  built ??= buildBff(root);
  const { bundle } = await built;
  return spawn(process.execPath, ['--enable-source-maps', bundle], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Resolves when the BFF answers that it is ready. @throws Error when it has ended or does not become ready in a minute */
export async function waitUntilReady(bff: ChildProcess, origin: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && bff.exitCode === null && bff.signalCode === null) {
    const answer = await fetch(`${origin}${API_BASE_PATH}${endpoints.system.readReadiness.path}`).catch(() => null);
    if (answer?.ok) {
      return;
    }
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error('The BFF did not become ready.');
}

/** Ends the process by `signal` and resolves when it is gone. */
export function endBff(bff: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (bff.exitCode !== null || bff.signalCode !== null) {
    return Promise.resolve();
  }
  const gone = new Promise<void>((done) => bff.once('exit', () => done()));
  bff.kill(signal);
  return gone;
}
