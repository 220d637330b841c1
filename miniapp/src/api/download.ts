import { type AnyEndpoint, type BinaryResponse, buildPath, type ClientInput } from '@acceptance/shared';
import { fetchToFile } from '../platform/fetch-to-file';
import { sendAuthorized } from './authorized-send';
import { NetworkError } from './network-error';
import { parseJson } from './parse-json';
import { readAnswer } from './read-answer';
import { sessionFor } from './sessions';
import { API_BASE_URL, apiHeader, TRANSFER_TIMEOUT_MS } from './transport';

type BinaryEndpoint = AnyEndpoint & { readonly response: BinaryResponse };

/**
 * Fetches a binary answer (a photo, the contract) with the session and returns what an `Image` or `openDocument` takes:
 * an object URL in a browser, a temporary file in the mini-program. Errors as `call`.
 */
export async function download<E extends BinaryEndpoint>(endpoint: E, input: ClientInput<E>): Promise<string> {
  const path = buildPath(endpoint, input as { readonly params?: unknown; readonly query?: unknown });
  const send = async (accessToken?: string): Promise<string> => {
    const answer = await fetchToFile({
      url: `${API_BASE_URL}${path}`,
      header: apiHeader(accessToken),
      timeoutMs: TRANSFER_TIMEOUT_MS,
    }).catch((failure: unknown) => {
      throw NetworkError.of(failure);
    });
    if (answer.filePath === null) {
      readAnswer({ status: answer.status, body: parseJson(answer.errorText) });
      throw new NetworkError('offline');
    }
    return answer.filePath;
  };
  const session = sessionFor(endpoint);
  return session ? sendAuthorized(session, send) : send();
}
