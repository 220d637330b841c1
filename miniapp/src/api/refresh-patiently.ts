import { ApiError } from '@acceptance/shared';
import { NetworkError } from './network-error';

/** Well inside the ten seconds in which the server answers a refresh token once more. */
export const FIRST_TIMEOUT_MS = 5000;

const gotNoAnswer = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ApiError && error.status >= 500);

/**
 * Refreshes, and once more at once when no answer came: the server may have rotated the token all the same, and takes
 * the old one for stolen a few seconds later. The second time waits as long as any request.
 */
export async function refreshPatiently<Tokens>(send: (timeoutMs?: number) => Promise<Tokens>): Promise<Tokens> {
  try {
    return await send(FIRST_TIMEOUT_MS);
  } catch (error) {
    if (!gotNoAnswer(error)) {
      throw error;
    }
    return send();
  }
}
