import { type AnyEndpoint, buildPath, type ClientInput, type EndpointResponse } from '@acceptance/shared';
import { sendAuthorized } from './authorized-send';
import { sessionFor } from './sessions';
import { tokenPlaceHeader } from './token-place';
import { sendJson, TOKEN_PLACE } from './transport';
import { watchDuration } from './watch-duration';

/** Endpoints without required input are called without a second argument. */
export type CallInput<E extends AnyEndpoint> =
  object extends ClientInput<E> ? [input?: ClientInput<E>] : [input: ClientInput<E>];

interface InputParts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/**
 * Calls a JSON endpoint with the session it needs. Throws ApiError (the server's, or `auth.required` without a session)
 * or NetworkError. Binary answers come by `download`, files go by `uploadFile`.
 */
export async function call<E extends AnyEndpoint>(endpoint: E, ...[input]: CallInput<E>): Promise<EndpointResponse<E>> {
  const parts: InputParts = input ?? {};
  const { method } = endpoint;
  const header = tokenPlaceHeader(endpoint, TOKEN_PLACE);
  const send = (accessToken?: string) =>
    watchDuration(endpoint.id, () =>
      sendJson({ method, path: buildPath(endpoint, parts), body: parts.body, accessToken, header }),
    );
  const session = sessionFor(endpoint);
  // The server has checked its answer against the same schema; parsing again would only cost the phone time.
  return (session ? await sendAuthorized(session, send) : await send()) as EndpointResponse<E>;
}
