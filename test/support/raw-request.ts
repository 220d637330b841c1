import { API_BASE_PATH, type ErrorBody } from '@acceptance/shared';
import type { TestSystem } from './test-system';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The error's code, when the body is one of our errors. */
  readonly code: string | undefined;
}

function errorCodeOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as Partial<ErrorBody>).error?.code;
  } catch {
    return undefined;
  }
}

/** One HTTP request below the API's base path, for what the typed client would never send. */
export async function rawRequest(system: TestSystem, method: string, path: string, init: RequestInit = {}) {
  const response = await fetch(`${system.origin}${API_BASE_PATH}${path}`, { ...init, method });
  const text = await response.text();
  const answer: RawAnswer = { status: response.status, headers: response.headers, text, code: errorCodeOf(text) };
  return answer;
}

export const bearer = (accessToken: string | null): Record<string, string> => ({
  authorization: `Bearer ${accessToken}`,
});

export const jsonBody = (value: unknown, headers: Record<string, string> = {}): RequestInit => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});
