import { ApiError } from '@acceptance/shared';
import { clientError } from '../text/client-error';
import type { SessionStore } from './session-store';

const endsWithoutSession = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.code === 'auth.session_expired' || error.code === 'auth.required');

/**
 * Runs `send` with the session's access token; when the server says it is over, renews it and sends once more.
 * Without a session nothing is sent and `auth.required` is thrown.
 */
export async function sendAuthorized<Result>(
  session: Pick<SessionStore, 'current' | 'renew'>,
  send: (accessToken: string) => Promise<Result>,
): Promise<Result> {
  const tokens = session.current();
  if (!tokens) {
    throw clientError('auth.required');
  }
  try {
    return await send(tokens.accessToken);
  } catch (error) {
    if (!endsWithoutSession(error)) {
      throw error;
    }
    const renewed = await session.renew(tokens.accessToken);
    if (!renewed) {
      throw clientError('auth.session_expired', { cause: error });
    }
    return send(renewed.accessToken);
  }
}
