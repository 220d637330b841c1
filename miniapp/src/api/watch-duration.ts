import { tellIncident } from './incidents';

/** Longer than a person waits without wondering. */
export const SLOW_REQUEST_MS = 5000;

/** Runs a request and tells when it took long, whether or not it succeeded. */
export async function watchDuration<Result>(
  endpoint: string,
  run: () => Promise<Result>,
  now: () => number = Date.now,
): Promise<Result> {
  const started = now();
  try {
    return await run();
  } finally {
    const durationMs = now() - started;
    if (durationMs >= SLOW_REQUEST_MS) {
      tellIncident({ kind: 'slow-request', endpoint, durationMs });
    }
  }
}
