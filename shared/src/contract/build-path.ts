import type { AnyEndpoint } from './define-endpoint';

const fillParams = (path: string, params: Record<string, unknown>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));

/** Path and query string of a call, below the API's base path. Absent query values are left out. */
export function buildPath(
  endpoint: AnyEndpoint,
  input: { readonly params?: unknown; readonly query?: unknown },
): string {
  const path = fillParams(endpoint.path, (input.params ?? {}) as Record<string, unknown>);
  const pairs = Object.entries((input.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}
