import { resolve } from 'node:path';
import { threadCode } from '../../bff/src/threads/thread-code';
import { type StartThreads, startThreads, type Threads, type ThreadTraits } from '../../bff/src/threads/worker-pool';
import { endThreads } from '../../bff/src/threads/zlib-gate';
import { atEndOfFile } from './end-of-file';
import { rememberingPhotos } from './remembered-photos';

const DECODE_PHOTO = resolve(__dirname, '../../bff/src/image-check/decode-photo.ts');

const start = (traits: ThreadTraits): Threads<unknown, unknown> =>
  traits.filename === threadCode(DECODE_PHOTO)
    ? (rememberingPhotos(startThreads(traits)) as Threads<unknown, unknown>)
    : startThreads(traits);

/** By what they are like. */
const kept = new Map<string, Threads<unknown, unknown>>();

function threadsLike(traits: ThreadTraits): Threads<unknown, unknown> {
  const key = JSON.stringify(traits);
  const threads = kept.get(key) ?? start(traits);
  kept.set(key, threads);
  return threads;
}

/**
 * Threads that outlive the system they were started for, and serve the next one of the group: starting them and compiling what they
 * run was a fifth of the work of a group of integration tests. They know nothing but their task. Who ends them ends what they do for it.
 */
export const startKeptThreads: StartThreads = <Task, Result>(traits: ThreadTraits): Threads<Task, Result> => {
  const threads = threadsLike(traits);
  const left = new AbortController();
  return {
    run: (task, { signal, transferList }) =>
      threads.run(task, { signal: AbortSignal.any([signal, left.signal]), transferList }) as Promise<Result>,
    destroy: async () => left.abort(),
  };
};

atEndOfFile(async () => {
  await endThreads(() => Promise.all([...kept.values()].map((threads) => threads.destroy())));
});
