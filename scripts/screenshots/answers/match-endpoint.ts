import { type AnyEndpoint, API_BASE_PATH } from '@acceptance/shared';

/** The `:name` parts when a request is one of `endpoint`, otherwise null. */
export function paramsOfRequest(endpoint: AnyEndpoint, method: string, url: string): Record<string, string> | null {
  const path = new URL(url).pathname;
  if (endpoint.method !== method || !path.startsWith(`${API_BASE_PATH}/`)) {
    return null;
  }
  const asked = path.slice(API_BASE_PATH.length).split('/');
  const declared = endpoint.path.split('/');
  const fits =
    asked.length === declared.length && declared.every((part, index) => part.startsWith(':') || part === asked[index]);
  return fits
    ? Object.fromEntries(
        declared.flatMap((part, index) =>
          part.startsWith(':') ? [[part.slice(1), decodeURIComponent(asked[index] ?? '')]] : [],
        ),
      )
    : null;
}
