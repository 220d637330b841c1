import type { ChildProcess } from 'node:child_process';
import { endBff, spawnBff, waitUntilReady } from '../../scripts/demo/bff-process';
import { freePort } from '../../scripts/demo/free-port';

export interface Processes {
  readonly origins: readonly string[];
  /** Where WeChat Pay sends its notifications: always to the first one, dead or alive. */
  readonly notifyUrl: string;
  /** Ends one by SIGKILL in the middle of whatever it does, and starts it again. */
  kill(index: number): Promise<void>;
  stop(): Promise<void>;
}

/** Several BFFs as production runs them, each in a process of its own, on one database. */
export async function startProcesses(environment: Readonly<Record<string, string>>, count: number): Promise<Processes> {
  const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
  const origins = ports.map((port) => `http://127.0.0.1:${port}`);
  const notifyUrl = `${origins[0]}/api/callbacks/wechat-pay`;
  const running: (ChildProcess | undefined)[] = [];
  const boot = async (index: number): Promise<void> => {
    const port = String(ports[index]);
    const bff = await spawnBff({ ...environment, PORT: port, LOG_LEVEL: 'fatal', WECHAT_PAY_NOTIFY_URL: notifyUrl });
    running[index] = bff;
    await waitUntilReady(bff, origins[index] ?? '');
  };
  await Promise.all(ports.map((_, index) => boot(index)));
  return {
    origins,
    notifyUrl,
    async kill(index) {
      const bff = running[index];
      if (bff) {
        await endBff(bff, 'SIGKILL');
      }
      await boot(index);
    },
    async stop() {
      await Promise.all(running.map((bff) => bff && endBff(bff, 'SIGKILL')));
    },
  };
}
