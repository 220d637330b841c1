import { parentPort, workerData } from 'node:worker_threads';
import type { FromServiceThread, ToServiceThread } from './service-thread-messages';

export interface ThreadService {
  readonly methods: Readonly<Record<string, (input: never) => Promise<unknown>>>;
  close(): Promise<void>;
}

/**
 * The other side of `createServiceThread`. `open` runs once, calls wait for it. A service that cannot be opened ends the thread with the
 * reason. Messages of errors go to whoever called: nothing secret belongs into them.
 */
export function serveThread<Data>(open: (data: Data) => Promise<ThreadService>): void {
  const port = parentPort;
  if (!port) {
    throw new Error('serveThread runs in worker threads only');
  }
  const send = (message: FromServiceThread): void => port.postMessage(message);
  const opening = open(workerData as Data);

  async function answer(id: number, method: string, input: unknown): Promise<void> {
    const { methods } = await opening;
    try {
      const work = methods[method];
      if (!work) {
        throw new Error(`there is no ${method}`);
      }
      send({ kind: 'answer', id, result: await work(input as never) });
    } catch (error) {
      send({ kind: 'error', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  async function end(): Promise<void> {
    const service = await opening;
    await service.close();
    port?.close();
  }

  port.on('message', (message: ToServiceThread) => {
    void (message.kind === 'end' ? end() : answer(message.id, message.method, message.input));
  });
  // Of an opening that fails nobody takes care here: the thread ends by it, with the reason.
  void opening.then(() => send({ kind: 'opened' }));
}
