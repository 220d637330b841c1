import { AppError } from '@acceptance/shared';
import type { SessionStore } from './session-store';

const endsWithoutSession = (error: unknown): error is AppError =>
  error instanceof AppError && (error.code === 'auth.session_expired' || error.code === 'auth.required');

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
    throw new AppError('auth.required');
  }
  try {
    return await send(tokens.accessToken);
  } catch (error) {
    if (!endsWithoutSession(error)) {
      throw error;
    }
    const renewed = await session.renew(tokens.accessToken);
    if (!renewed) {
      throw new AppError('auth.session_expired', { cause: error });
    }
    return send(renewed.accessToken);
  }
}
