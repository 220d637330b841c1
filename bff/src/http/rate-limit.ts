import { AppError, type RateLimit } from '@acceptance/shared';

/** Counts one more call in the running window and answers the count. Must be atomic across processes. */
export interface RateCounter {
  count(key: string, windowSeconds: number, now: Date): Promise<number>;
}

/** @throws AppError request.too_frequent with the seconds until the window ends. A failing counter fails the request. */
export async function enforceRateLimit(
  counter: RateCounter,
  endpointId: string,
  limit: RateLimit,
  caller: string,
  now: Date,
): Promise<void> {
  const windowMs = limit.windowSeconds * 1000;
  const windowStart = Math.floor(now.getTime() / windowMs) * windowMs;
  const count = await counter.count(`${endpointId}|${caller}|${windowStart}`, limit.windowSeconds, now);
  if (count > limit.limit) {
    const seconds = Math.max(1, Math.ceil((windowStart + windowMs - now.getTime()) / 1000));
    throw new AppError('request.too_frequent', { details: { seconds } });
  }
}
