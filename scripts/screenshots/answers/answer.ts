import {
  type AnyEndpoint,
  type ApiErrorOptions,
  AppError,
  type EndpointResponse,
  type ErrorCode,
} from '@acceptance/shared';

/** What was asked: the `:name` parts of the path, and by which page. */
export interface AskedOf {
  readonly params: Readonly<Record<string, string>>;
  readonly origin: string;
}

/** How the API behaves for one endpoint in a picture. `held` never answers, `lost` breaks the connection. */
export type Answer = { readonly endpoint: AnyEndpoint } & (
  | { readonly kind: 'held' | 'lost' }
  | { readonly kind: 'refused'; readonly error: AppError }
  | { readonly kind: 'given'; readonly body: (asked: AskedOf) => unknown }
);

/** The endpoint answers with `body`, typed by its declaration; bytes for a binary one, undefined for an empty one. */
export const answer = <E extends AnyEndpoint>(
  endpoint: E,
  body: EndpointResponse<E> | ((asked: AskedOf) => EndpointResponse<E> | Promise<EndpointResponse<E>>),
): Answer => ({
  endpoint,
  kind: 'given',
  body: typeof body === 'function' ? (body as (asked: AskedOf) => EndpointResponse<E>) : () => body,
});

export const refuse = (endpoint: AnyEndpoint, code: ErrorCode, options?: ApiErrorOptions): Answer => ({
  endpoint,
  kind: 'refused',
  error: new AppError(code, options),
});

export const hold = (endpoint: AnyEndpoint): Answer => ({ endpoint, kind: 'held' });
export const lose = (endpoint: AnyEndpoint): Answer => ({ endpoint, kind: 'lost' });
