import { ApiError } from '@acceptance/shared';

/** Together with the waiting about half a minute: then the person is better asked. */
const MORE_TRIES = 3;
const DEFAULT_SECONDS = 5;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How long the server asks to wait; null when it says something else than that it has too much to do. */
function busySecondsOf(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.code !== 'files.busy') {
    return null;
  }
  const seconds = Number(error.details?.seconds);
  return seconds > 0 ? seconds : DEFAULT_SECONDS;
}

/**
 * Sends a file, and again after the pause that the server asks for while it has too many to look at; each pause is longer
 * and a little different, so that phones which were sent away together do not come back together.
 */
export async function sendWhenFree<Answer>(
  send: () => Promise<Answer>,
  { wait = pause, random = Math.random }: { wait?: (ms: number) => Promise<void>; random?: () => number } = {},
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      const seconds = busySecondsOf(error);
      if (seconds === null || tries > MORE_TRIES) {
        throw error;
      }
      await wait(seconds * 1000 * (tries + random()));
    }
  }
}
