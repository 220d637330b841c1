import type { HttpMethod } from '@acceptance/shared';
import Taro from '@tarojs/taro';
import { currentLanguage } from '../language/current-language';
import { NetworkError } from './network-error';
import { readAnswer } from './read-answer';
import { tokenPlaceFor } from './token-place';

/** H5 is served by the API's own host; the mini-program needs a full address, fixed when it is built. */
export const API_BASE_URL: string = process.env.TARO_ENV === 'h5' ? '/api' : MINIAPP_API_BASE_URL;

export const TOKEN_PLACE = tokenPlaceFor(API_BASE_URL);

export const REQUEST_TIMEOUT_MS = 20_000;
/** Photos on a slow phone network. */
export const TRANSFER_TIMEOUT_MS = 90_000;

export interface JsonRequest {
  readonly method: HttpMethod;
  /** Path and query below the base URL. */
  readonly path: string;
  readonly body?: unknown;
  readonly accessToken?: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Of every call: who calls, and the language that errors are answered in. A browser's own may be another than the page's. */
export const apiHeader = (accessToken: string | undefined): Record<string, string> => ({
  'Accept-Language': currentLanguage(),
  ...(accessToken && { Authorization: `Bearer ${accessToken}` }),
});

/** One JSON request. Throws ApiError for answers outside 2xx and NetworkError when there was none. */
export async function sendJson(request: JsonRequest): Promise<unknown> {
  const { method, path, body, accessToken, header, timeoutMs = REQUEST_TIMEOUT_MS } = request;
  const answer = await Taro.request({
    url: `${API_BASE_URL}${path}`,
    method,
    header: {
      ...header,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...apiHeader(accessToken),
    },
    data: body,
    dataType: 'json',
    timeout: timeoutMs,
  }).catch((failure: unknown) => {
    throw NetworkError.of(failure);
  });
  return readAnswer({ status: answer.statusCode, body: answer.data });
}
