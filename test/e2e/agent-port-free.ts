import { createServer } from 'node:net';
import { UKEY_AGENT_PORT } from '@acceptance/shared';

const LOOK_MS = 500;

const isFree = (): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(UKEY_AGENT_PORT, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The page asks the agent at this port only, and tests that have one run beside each other. */
export async function agentPortFree(): Promise<void> {
  while (!(await isFree())) {
    await new Promise((again) => setTimeout(again, LOOK_MS));
  }
}
