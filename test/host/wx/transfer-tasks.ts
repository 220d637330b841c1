import { callGuarded } from '../app/life';
import { type Bag, type Callable, isCallable } from '../bag';
import { type Exchange, type ExchangeAnswer, startExchange } from './http-exchange';
import type { WxContext } from './wx-context';
import { WxFailure } from './wx-failure';

/** Documented: ten of each kind run at a time, others wait. */
export const PARALLEL_TRANSFERS = 10;
const DEFAULT_TIMEOUT_MS = 60_000;

export interface TransferTask {
  /** The task object that the app gets. */
  readonly task: Bag;
  readonly answer: Promise<ExchangeAnswer>;
}

/** Runs the transfers of one kind (`request`, `uploadFile`, `downloadFile`). */
export function createTransfers(context: WxContext, kind: 'request' | 'uploadFile' | 'downloadFile') {
  const waiting: (() => void)[] = [];
  let running = 0;

  const enterQueue = async (): Promise<void> => {
    if (running < PARALLEL_TRANSFERS) {
      running += 1;
      return;
    }
    await new Promise<void>((go) => waiting.push(go));
  };
  /** The place is handed to the one that waits longest. */
  const leaveQueue = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return (exchange: Exchange, timeout: unknown): TransferTask => {
    const { phone, transfers, reports } = context;
    const listeners = new Map<string, Set<Callable>>();
    const tell = (event: string, payload: Bag) => {
      for (const listener of listeners.get(event) ?? []) {
        if (context.isAlive()) callGuarded(() => listener(context.running.realm.enter(payload)), reports);
      }
    };
    const percent = (done: number, whole: number) => (whole > 0 ? Math.floor((done / whole) * 100) : 0);
    let cut: (reason: string) => void = () => undefined;
    const cutOff = new Promise<never>((_resolve, reject) => {
      cut = (reason) => reject(new WxFailure(reason));
    });
    transfers.add(cut);

    let slow: NodeJS.Timeout | undefined;
    const slowness = (ms: number): Promise<void> =>
      ms > 0
        ? new Promise((resolve) => {
            slow = setTimeout(resolve, ms);
          })
        : Promise.resolve();

    const run = async (): Promise<ExchangeAnswer> => {
      await enterQueue();
      try {
        await Promise.race([slowness(phone.network.delayMs), cutOff]);
        if (phone.network.type === 'none') {
          throw new WxFailure('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', {
            errno: 600001,
          });
        }
        const whole = exchange.body?.length ?? 0;
        const started = startExchange({
          ...exchange,
          onSent: (bytes) =>
            tell('ProgressUpdate:sent', {
              progress: percent(bytes, whole),
              totalBytesSent: bytes,
              totalBytesExpectedToSend: whole,
            }),
          onReceived: (bytes, total) =>
            tell('ProgressUpdate:received', {
              progress: percent(bytes, total),
              totalBytesWritten: bytes,
              totalBytesExpectedToWrite: total,
            }),
        });
        const abort = () => started.abort();
        void cutOff.catch(abort);
        const answer = await started.answer.catch((error: Error) => {
          throw new WxFailure(
            `errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED ${error.message}`,
            {
              errno: 600001,
            },
          );
        });
        const { pathname } = new URL(exchange.url);
        phone.traffic.push({ kind, method: exchange.method, path: pathname, status: answer.status });
        tell('HeadersReceived', { header: answer.headers, statusCode: answer.status, cookies: answer.cookies });
        return answer;
      } finally {
        leaveQueue();
      }
    };
    const timer = setTimeout(() => cut('timeout'), typeof timeout === 'number' ? timeout : DEFAULT_TIMEOUT_MS);
    const answer = Promise.race([run(), cutOff]).finally(() => {
      clearTimeout(timer);
      clearTimeout(slow);
      transfers.delete(cut);
    });
    cutOff.catch(() => undefined);

    const on = (event: string) => (listener: unknown) => {
      if (isCallable(listener)) listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    };
    const off = (event: string) => (listener: unknown) => {
      if (isCallable(listener)) listeners.get(event)?.delete(listener);
      else listeners.delete(event);
    };
    const progress = exchange.body && exchange.method === 'POST' ? 'ProgressUpdate:sent' : 'ProgressUpdate:received';
    const task: Bag = {
      abort: () => cut('abort'),
      onHeadersReceived: on('HeadersReceived'),
      offHeadersReceived: off('HeadersReceived'),
      onProgressUpdate: on(progress),
      offProgressUpdate: off(progress),
    };
    return { task, answer };
  };
}
