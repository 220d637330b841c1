import { AsyncLocalStorage } from 'node:async_hooks';

const running = new AsyncLocalStorage<AbortSignal>();

/** Runs `work` so that whatever it calls finds its signal. */
export const withRunSignal = <Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> =>
  running.run(signal, work);

/** The signal of the job that is running here; adapters hand it to their HTTP clients. Undefined outside of jobs. */
export const currentRunSignal = (): AbortSignal | undefined => running.getStore();
