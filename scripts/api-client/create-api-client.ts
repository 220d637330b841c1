import {
  type AnyEndpoint,
  API_BASE_PATH,
  apiErrorOf,
  buildPath,
  type ClientInput,
  type EndpointResponse,
  type SessionTokens,
  type TokensInBody,
} from '@acceptance/shared';

/** A file for a multipart endpoint. */
export interface FileToUpload {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
}

export type CallInput<E extends AnyEndpoint> = ClientInput<E> & { readonly file?: FileToUpload };

/** It keeps no cookies, so that every session comes with its refresh token. */
export type Answer<E extends AnyEndpoint> =
  EndpointResponse<E> extends SessionTokens ? EndpointResponse<E> & TokensInBody : EndpointResponse<E>;

export interface ApiClient {
  /** Sent as bearer token; null = not signed in. */
  accessToken: string | null;
  /** @throws ApiError for an answer of ours, Error for anything else. */
  call<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>): Promise<Answer<E>>;
}

/** An answer that is not one of the API's. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  constructor(
    endpoint: AnyEndpoint,
    readonly status: number,
  ) {
    super(`${endpoint.id} answered ${status} without an error of ours`);
  }
}

interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: Record<string, unknown>;
  readonly file?: FileToUpload;
}

function bodyOf(
  endpoint: AnyEndpoint,
  { body, file }: LooseInput,
): { body?: string | FormData; headers: Record<string, string> } {
  if (endpoint.request !== 'multipart') {
    return body === undefined
      ? { headers: {} }
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) {
    form.set(name, String(value));
  }
  if (file) {
    form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }), file.fileName);
  }
  return { body: form, headers: {} };
}

/**
 * A typed client of the declared endpoints over HTTP, for stories and tests. `origin` is e.g. http://127.0.0.1:3000; `page`
 * is what a browser would send as `Origin`, absent for the mini-program; `from` the address that a proxy says it came from.
 */
export function createApiClient(origin: string, page?: string, from?: string): ApiClient {
  const client: ApiClient = {
    accessToken: null,
    async call(endpoint, input) {
      const { body, headers } = bodyOf(endpoint, input as LooseInput);
      const response = await fetch(`${origin}${API_BASE_PATH}${buildPath(endpoint, input as LooseInput)}`, {
        method: endpoint.method,
        headers: {
          ...headers,
          ...(page && { origin: page }),
          ...(from && { 'x-forwarded-for': from }),
          ...(client.accessToken && { authorization: `Bearer ${client.accessToken}` }),
        },
        body,
      });
      if (!response.ok) {
        const error = apiErrorOf(response.status, await response.json().catch(() => null));
        throw error ?? new UnexpectedAnswer(endpoint, response.status);
      }
      if (endpoint.response.kind === 'empty') {
        return undefined as never;
      }
      if (endpoint.response.kind === 'binary') {
        return new Uint8Array(await response.arrayBuffer()) as never;
      }
      return (await response.json()) as never;
    },
  };
  return client;
}
