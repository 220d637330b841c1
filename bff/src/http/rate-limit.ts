import { AppError, type RateLimit, type SharedRateLimit } from '@acceptance/shared';

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

/** The same for a limit that several endpoints share. @throws AppError with the limit's own code */
export async function enforceSharedRateLimit(
  counter: RateCounter,
  { name, refusal, ...limit }: SharedRateLimit,
  caller: string,
  now: Date,
): Promise<void> {
  try {
    await enforceRateLimit(counter, name, limit, caller, now);
  } catch (error) {
    throw error instanceof AppError && error.code === 'request.too_frequent' ? new AppError(refusal) : error;
  }
}
