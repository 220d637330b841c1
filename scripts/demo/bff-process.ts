import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { API_BASE_PATH, endpoints } from '@acceptance/shared';

const root = resolve(__dirname, '../..');
const READY_WITHIN_MS = 60_000;

/** Starts the BFF as production does, in a process of its own; `environment` is all that it gets. */
export function spawnBff(environment: Record<string, string>): ChildProcess {
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  return spawn(process.execPath, ['--import', tsx, join(root, 'bff/src/main.ts')], {
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
